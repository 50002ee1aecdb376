import { expect, test } from 'vitest'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import { createSnapshotStore, today, type SnapshotStore } from '../../../renderer/state/snapshot-store.ts'
import { headOf, type SnapshotHead } from '../../../shared/snapshot/snapshot-head.ts'
import { writeSnapshot } from '../../../shared/snapshot/write-snapshot.ts'
import { planWith, smallPlan } from '../../shared/edits/plan-at-hand.ts'
import { createFakeComputer, planId, settled, type FakeComputer } from '../data/fake-computer.ts'
import { tamper } from '../data/raw-database.ts'

const view = planWith(smallPlan)

function taken(minute: number): { readonly head: SnapshotHead; readonly text: string } {
  const [by, at] = [{ replica: 'aaaaaaaaaa', name: 'SRE laptop' }, `2018-12-06T16:${minute}:00.000Z`]
  const { text, digest } = writeSnapshot({ view, scope: 2, by, at, app: '' })
  return { head: headOf({ digest, scope: 2, at, by, view }), text }
}

const [first, second, third] = [taken(10), taken(20), taken(30)]

async function storeIn(computer: FakeComputer): Promise<SnapshotStore> {
  const store = createSnapshotStore(createPlanStorage({ id: planId, platform: computer.openWindow() }).snapshots)
  await store.getState().load()
  return store
}

test('[K25] two are picked at most: of three the one that was picked first goes, and one that is removed too', async () => {
  const store = await storeIn(createFakeComputer())
  for (const each of [first, second, third]) await store.getState().keep(each)
  const { pick } = store.getState()
  for (const each of [today, first.head.digest, second.head.digest]) pick(each)
  expect(store.getState().picked).toEqual([first.head.digest, second.head.digest])
  pick(first.head.digest)
  expect(store.getState().picked).toEqual([second.head.digest])
  pick(today)
  const removed = await store.getState().remove(second.head)
  expect(store.getState().picked).toEqual([today])
  expect(removed.ok).toBe(true)
})

test('[K25] what was removed is brought back as it was, the last first, and once', async () => {
  const store = await storeIn(createFakeComputer())
  for (const each of [first, second]) await store.getState().keep(each)
  for (const { head } of [first, second]) await store.getState().remove(head)
  expect(store.getState().heads).toEqual([])
  await store.getState().bringBack()
  expect(store.getState().heads).toEqual([second.head])
  expect(await store.getState().text(second.head.digest)).toEqual({ ok: true, value: second.text })
  await store.getState().bringBack(first.head.digest)
  expect(store.getState().heads).toHaveLength(2)
  expect(store.getState().removed).toEqual([])
  expect(await store.getState().bringBack()).toEqual({ ok: true, value: undefined })
})

test('[K25] who removes or brings back twice in a row has it done once each', async () => {
  const store = await storeIn(createFakeComputer())
  for (const each of [first, second]) await store.getState().keep(each)
  await Promise.all([store.getState().remove(first.head), store.getState().remove(first.head)])
  expect(store.getState().removed.map(({ head }) => head.digest)).toEqual([first.head.digest])
  await store.getState().remove(second.head)
  await Promise.all([store.getState().bringBack(), store.getState().bringBack()])
  expect([store.getState().heads.length, store.getState().removed.length]).toEqual([2, 0])
  await store.getState().remove(first.head)
  await store.getState().keep(first)
  expect(store.getState().removed).toEqual([])
})

test('[S40] what another window keeps is listed here', async () => {
  const computer = createFakeComputer()
  const [one, other] = [await storeIn(computer), await storeIn(computer)]
  await one.getState().keep(first)
  await settled()
  expect(other.getState().heads).toEqual([first.head])
})

test('[K28] a kept snapshot that is no longer as it was taken is refused with what and where, and the others are read', async () => {
  const computer = createFakeComputer()
  const store = await storeIn(computer)
  for (const each of [first, second, third]) await store.getState().keep(each)
  await tamper({ computer, store: 'snapshotTexts' }, (texts) => {
    texts.put({ digest: first.head.digest, text: first.text.replace('Sign images', 'Sign pictures') })
    texts.put({ digest: second.head.digest, text: third.text })
  })
  const { read } = store.getState()
  expect(await read(first.head.digest)).toEqual({ ok: false, failure: null, problem: "digest: it doesn't fit the content: the snapshot was damaged, or changed after it was taken" })
  expect(await read(second.head.digest)).toMatchObject({ ok: false, failure: { kind: 'damaged' } })
  const whole = await read(third.head.digest)
  expect(whole.ok && whole.snapshot.digest).toBe(third.head.digest)
  expect(read(third.head.digest)).toBe(read(third.head.digest))
})
