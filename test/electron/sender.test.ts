import { expect, test } from 'vitest'
import { isTrustedSender, type SenderFrame } from '../../electron/main/sender.ts'

const page = { origin: 'quarterdeck://app', url: 'quarterdeck://app/#/board', parent: null }
const inside = { ...page, parent: page as SenderFrame['parent'] }

test.each([
  ['the page itself', page, true],
  ['a frame that is gone', null, false],
  ['a frame inside the page', inside, false],
  ['about:blank, which has its parent’s origin', { ...page, url: 'about:blank' }, false],
  ['a frame without an address yet', { ...page, url: '' }, false],
  ['another host of our scheme', { ...page, origin: 'quarterdeck://evil', url: 'quarterdeck://evil/' }, false],
  ['a host that starts like ours', { ...page, url: 'quarterdeck://app.evil/' }, false],
  ['an opaque origin', { ...page, origin: 'null' }, false],
  ['the web', { origin: 'https://app', url: 'https://app/', parent: null }, false],
  ['a file', { origin: 'file://', url: 'file:///app/', parent: null }, false],
])('[E9] a call is answered only for the page itself: %s → %s', (_who, frame, trusted) => {
  expect(isTrustedSender(frame)).toBe(trusted)
})
