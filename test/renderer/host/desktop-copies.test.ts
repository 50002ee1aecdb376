import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { createDesktopHost } from '../../../renderer/host/desktop.ts'
import { type Bridge, calls } from '../../../shared/bridge/contract.ts'
import { copyStoreLaws } from '../../shared/copies/copy-store-laws.ts'
import { createMemoryCopies } from '../../shared/copies/memory-copies.ts'
import { createCopyHandlers } from '../../../electron/main/copies/copy-handlers.ts'
import type { CopyStore } from '../../../shared/copies/copy-store.ts'

const noStartCopy = { take: () => Promise.resolve(), keep: () => Promise.resolve(true) }

/** A page's copies with main's handlers at the other end of the bridge, which parses and copies as Electron does. */
function overTheBridge(copies: CopyStore): CopyStore {
  const handlers = createCopyHandlers({ copies, startCopy: noStartCopy })
  const call = (name: keyof typeof handlers) => async (input: unknown) => {
    const handler = handlers[name] as unknown as (input: unknown) => unknown // none of them asks for the window
    return structuredClone(await handler(v.parse(calls[name].input, structuredClone(input))))
  }
  const names = Object.keys(handlers) as (keyof typeof handlers)[]
  return createDesktopHost({ ...Object.fromEntries(names.map((name) => [name, call(name)])), on: {} } as unknown as Bridge).copies
}

test.each(copyStoreLaws)('[E70] over the bridge: $name', async ({ holds }) => {
  await expect(holds(overTheBridge(createMemoryCopies()))).resolves.toBeUndefined()
})

describe('[E76] the page’s copies go over the bridge', () => {
  test.each(['full', 'denied', 'failed'] as const)('why a change was refused (%s) is told', async (reason) => {
    const memory = createMemoryCopies()
    memory.fail = reason
    const copies = overTheBridge(memory)
    expect(await copies.append({ folder: 'plan-a', name: 'a', text: '' })).toEqual({ ok: false, reason })
    expect(await copies.write({ folder: 'plan-a', name: 'a', text: '' })).toEqual({ ok: false, reason })
  })

  test.each([
    ['refuses', () => Promise.reject(new Error('refused'))],
    ['answers what does not fit', () => Promise.resolve({ ok: true, value: [{ name: '../a', size: -1 }] })],
    ['answers nothing', () => Promise.resolve()],
  ])('a main process that %s is a failure, and no call throws', async (_name, answer) => {
    const bridge = new Proxy({ on: {} }, { get: (target, name) => (name === 'on' ? target.on : answer) }) as unknown as Bridge
    const { copies, keepDamaged } = createDesktopHost(bridge)
    const place = { folder: 'plan-a', name: 'a' }
    const answers = [copies.folders(), copies.list('plan-a'), copies.read(place), copies.write({ ...place, text: '' }), copies.append({ ...place, text: '' }), copies.remove(place)]
    expect(await Promise.all(answers)).toEqual(answers.map(() => ({ ok: false, reason: 'failed' })))
    expect(await keepDamaged()).toBe(false)
  })
})
