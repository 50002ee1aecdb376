import { expect, test } from 'vitest'
import { isExternalAddress } from '../../../shared/bridge/external-address.ts'

test.each([
  ['https://phabricator.wikimedia.org/T205923', true],
  ['http://intranet/goals', true],
  ['mailto:sre@example.org', true],
  ['HTTPS://example.org/', true],
  ['https://phabricator.wikimedia.org@evil.example/', false],
  ['https://user:secret@example.org/', false],
  ['file:///etc/passwd', false],
  ['smb://server/share', false],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['ms-msdt:/id', false],
  ['quarterdeck://app/', false],
])('[E7] only https, http and mailto without a password open outside: %s → %s', (address, allowed) => {
  expect(isExternalAddress(new URL(address))).toBe(allowed)
})
