import { describe, expect, test } from 'vitest'
import { createDesktopHost } from '../../../renderer/host/desktop.ts'
import type { Bridge } from '../../../shared/bridge/contract.ts'
import { callNames, eventNames } from '../../../shared/bridge/names.ts'

/** A bridge that answers as told, notes what it was asked, and lets the test send events. */
function createBridge(answers: Readonly<Record<string, unknown>>) {
  const asked: [string, unknown][] = []
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const bridge = {
    ...Object.fromEntries(
      callNames.map((name) => [
        name,
        (input: unknown) => {
          asked.push([name, input])
          const answer = answers[name]
          return Promise.resolve(typeof answer === 'function' ? (answer as () => unknown)() : answer)
        },
      ]),
    ),
    on: Object.fromEntries(
      eventNames.map((name) => [
        name,
        (listener: (payload: unknown) => void) => {
          listeners.set(name, (listeners.get(name) ?? new Set()).add(listener))
          return () => void listeners.get(name)?.delete(listener)
        },
      ]),
    ),
  } as unknown as Bridge
  const send = (name: string, payload?: unknown) => listeners.get(name)?.forEach((listener) => listener(payload))
  return { asked, bridge, send }
}

const token = `file-${'a'.repeat(21)}`
const file = { ok: true, token, name: 'a.plan.json', text: '{}' }

describe('[E61] the desktop host asks over the bridge and believes no answer before it has parsed it', () => {
  test('a call goes through as the contract has it', async () => {
    const { asked, bridge } = createBridge({ openFile: file, saveFile: null, openExternal: true })
    const host = createDesktopHost(bridge)
    expect(await host.openFile({ kinds: ['plan'] })).toEqual(file)
    expect(await host.saveFile({ kind: 'plan', suggestedName: 'a', text: '{}' })).toBeNull()
    expect(await host.openExternal('https://example.org')).toBe(true)
    host.setBusy(true)
    expect(asked).toEqual([
      ['secretsAreKept', undefined],
      ['openFile', { kinds: ['plan'] }],
      ['saveFile', { kind: 'plan', suggestedName: 'a', text: '{}', token: null }],
      ['openExternal', { url: 'https://example.org' }],
      ['setBusy', { busy: true }],
    ])
  })

  test.each([undefined, 'text', { ok: true, name: 'a' }, { ...file, path: '/plans' }, { ...file, token: '/plans' }])(
    'an answer that does not fit (%j) is not handed on',
    async (answer) => {
      const host = createDesktopHost(createBridge({ openFile: answer }).bridge)
      await expect(host.openFile({ kinds: ['plan'] })).rejects.toThrow(/^Invalid/)
    },
  )

  test('a chosen command reaches who listens, until they stop', () => {
    const { bridge, send } = createBridge({})
    const chosen: string[] = []
    const stop = createDesktopHost(bridge).onCommand((id) => chosen.push(id))
    send('commandChosen', { id: 'goal.new' })
    stop()
    send('commandChosen', { id: 'goal.new' })
    expect(chosen).toEqual(['goal.new'])
  })
})

test('[E62] files from outside reach who listens: those that waited, then each that comes, until they stop', async () => {
  const queue = [[file], [], [{ ...file, name: 'b.plan.json' }], [file]]
  const { bridge, send } = createBridge({ takeOpenRequests: () => queue.shift() })
  const names: string[] = []
  const stop = createDesktopHost(bridge).onOpenRequest((opened) => names.push(opened.name))
  await Promise.resolve()
  send('openRequested')
  send('openRequested')
  await new Promise((done) => setTimeout(done))
  expect(names).toEqual(['a.plan.json', 'b.plan.json'])
  stop()
  send('openRequested')
  await new Promise((done) => setTimeout(done))
  expect(names).toEqual(['a.plan.json', 'b.plan.json'])
})
