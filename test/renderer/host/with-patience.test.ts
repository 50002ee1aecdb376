import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withPatience } from '../../../renderer/host/with-patience.ts'
import type { Copied, CopyStore } from '../../../shared/copies/copy-store.ts'
import { copyStoreLaws } from '../../shared/copies/copy-store-laws.ts'
import { createMemoryCopies } from '../../shared/copies/memory-copies.ts'

const place = { folder: 'plan-a', name: 'journal-0.log' }
const row = { ...place, text: 'a' }
const failed = { ok: false, reason: 'failed' }
const bounds = { first: 2_000, silence: 5_000, again: 20_000 }

/** A store whose calls hang while the test says so, and are answered when it lets go. */
function hanging(): { readonly store: CopyStore; readonly asked: string[]; hangs: (name: keyof CopyStore) => boolean; readonly letGo: () => void } {
  const held: (() => void)[] = []
  const asked: string[] = []
  const call = <T>(name: keyof CopyStore, value: T) => async (): Promise<Copied<T>> => {
    asked.push(name)
    if (it.hangs(name)) await new Promise<void>((resolve) => void held.push(resolve))
    return { ok: true, value }
  }
  const it = {
    asked,
    hangs: (_name: keyof CopyStore) => true,
    letGo: () => {
      for (const go of held.splice(0)) go()
    },
    store: { folders: call('folders', []), list: call('list', []), read: call('read', null), append: call('append', undefined), write: call('write', undefined), remove: call('remove', undefined) },
  }
  return it
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test.each(copyStoreLaws)('[E87] with patience: $name', async ({ holds }) => {
  vi.useRealTimers()
  await expect(holds(withPatience(createMemoryCopies()))).resolves.toBeUndefined()
})

test('[E87] a store that says nothing at the start is waited for two seconds once, and all it is asked then fails at once', async () => {
  const { store, asked } = hanging()
  const copies = withPatience(store, bounds)
  const first = [copies.folders(), copies.list('plan-a')]
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await Promise.all(first)).toEqual([failed, failed])
  expect(await Promise.all([copies.read(place), copies.append(row), copies.remove(place), copies.folders()])).toEqual([failed, failed, failed, failed])
  expect([asked, vi.getTimerCount()]).toEqual([['folders', 'list'], 0])
})

test('[E87] one that was taken for silent counts again as soon as a late answer comes', async () => {
  const hung = hanging()
  const copies = withPatience(hung.store, bounds)
  const first = copies.folders()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await first).toEqual(failed)
  hung.hangs = () => false
  hung.letGo()
  await vi.advanceTimersByTimeAsync(0)
  expect(await copies.append(row)).toEqual({ ok: true })
})

test('[E87] one whose asking was ended for it is asked again later, while nobody waits', async () => {
  const hung = hanging()
  const ended: CopyStore = {
    ...hung.store,
    folders: async () => {
      const answer = await hung.store.folders()
      return hung.hangs('folders') ? { ok: false, reason: 'failed' } : answer
    },
  }
  const copies = withPatience(ended, bounds)
  void copies.folders()
  await vi.advanceTimersByTimeAsync(10_000)
  hung.letGo()
  await vi.advanceTimersByTimeAsync(19_000)
  expect([await copies.list('plan-a'), hung.asked]).toEqual([failed, ['folders']])
  hung.hangs = () => false
  await vi.advanceTimersByTimeAsync(1_000)
  expect([await copies.list('plan-a'), hung.asked]).toEqual([failed, ['folders', 'folders']])
  await vi.advanceTimersByTimeAsync(0)
  expect(await copies.list('plan-a')).toEqual({ ok: true, value: [] })
})

test('[E87] where files can be read and not written, reading goes on, and a change waits once and then now and then', async () => {
  const hung = hanging()
  hung.hangs = (name) => name === 'append'
  const copies = withPatience(hung.store, bounds)
  const first = copies.append(row)
  expect(await copies.list('plan-a')).toEqual({ ok: true, value: [] })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await first).toEqual(failed)
  await vi.advanceTimersByTimeAsync(60_000)
  expect([await copies.append(row), hung.asked]).toEqual([failed, ['append', 'list']])
  hung.hangs = () => false
  hung.letGo()
  await vi.advanceTimersByTimeAsync(0)
  expect([await copies.append(row), await copies.read(place)]).toEqual([{ ok: true }, { ok: true, value: null }])
})

test('[E87] a long text may take longer, and one that works through many calls is not silent', async () => {
  const hung = hanging()
  const copies = withPatience(hung.store, bounds)
  const done: string[] = []
  const long = copies.write({ ...place, text: 'x'.repeat(2_000_000) }).then(({ ok }) => done.push(`long ${String(ok)}`))
  await vi.advanceTimersByTimeAsync(5_750)
  expect(done).toEqual([])
  hung.letGo()
  await long
  for (const name of ['a', 'b', 'c']) {
    void copies.append({ ...row, name }).then(({ ok }) => done.push(`${name} ${String(ok)}`))
    await vi.advanceTimersByTimeAsync(4_000)
    hung.letGo()
  }
  await vi.advanceTimersByTimeAsync(0)
  expect(done).toEqual(['long true', 'a true', 'b true', 'c true'])
})
