import { expect, test } from 'vitest'
import { isAppPage, isOurAddress, isOurRequest } from '../../electron/main/origin.ts'

test.each([
  ['quarterdeck://app/', true],
  ['quarterdeck://app/?plan=1#/board', true],
  ['quarterdeck://app/assets/index.js', false],
  ['quarterdeck://app/index.html', false],
  ['quarterdeck://APP/', false],
  ['quarterdeck://app:80/', false],
  ['https://example.org/', false],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['about:blank', false],
  ['', false],
])('[E10] a window navigates to the page and nowhere else: %s → %s', (address, allowed) => {
  expect(isAppPage(address)).toBe(allowed)
})

test.each([
  ['quarterdeck://app/assets/index.js', true],
  ['blob:quarterdeck://app/0b1c', true],
  ['data:image/png;base64,AA', true],
  ['quarterdeck://app@evil/', false],
  ['quarterdeck://app.evil/', false],
  ['quarterdeck://user:pass@app/', false],
  ['blob:https://example.org/0b1c', false],
  ['https://example.org/', false],
  ['http://127.0.0.1:4517/', false],
  ['ws://example.org/', false],
  ['file:///etc/passwd', false],
  ['not an address', false],
])('[E11] a request that is not ours is cancelled: %s → %s', (address, ours) => {
  expect(isOurRequest(address)).toBe(ours)
})

test('[E11] an address that does not parse is not ours', () => {
  expect(isOurAddress('quarterdeck:app')).toBe(false)
  expect(isOurAddress('://')).toBe(false)
})
