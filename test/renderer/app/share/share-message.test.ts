import { expect, test } from 'vitest'
import { parseShareMessage, type ShareMessage } from '../../../../renderer/app/share/share-message.ts'

const state: ShareMessage = {
  kind: 'state',
  state: {
    standing: { kind: 'out', reason: 'unreachable', since: 1, waiting: 2 },
    members: [{ replica: 'r', name: 'SRE laptop', at: null, lags: false, behind: [] }],
    present: [{ replica: 'r', name: 'SRE laptop' }],
    heldBack: [{ replica: 'r', name: '', byMs: 3, isSet: true }],
    heldAt: [{ replica: 'r', name: '', byMs: 3, isSet: false }],
    unread: [{ item: 'plan/r', why: 'half' }],
  },
}
const messages: readonly ShareMessage[] = [state, { kind: 'ask' }, { kind: 'look' }, { kind: 'accept', replica: 'r' }]

test('[O57] what windows tell each other is read as it was sent', () => {
  expect(messages.map((message) => parseShareMessage(structuredClone(message)))).toEqual(messages)
})

test.each([null, 'look', {}, { kind: 'accept' }, { kind: 'look', more: 1 }, { kind: 'state', state: {} }, { ...state, state: { ...state.state, standing: { kind: 'calm' } } }, { ...state, state: { ...state.state, members: [{}] } }, JSON.parse('{"__proto__":{"kind":"look"}}') as unknown])(
  '[O57] what another version or anybody else sends is left alone: %j',
  (message) => {
    expect(parseShareMessage(message)).toBeNull()
  },
)
