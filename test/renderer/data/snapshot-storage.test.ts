import { describe, expect, test } from 'vitest'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { PlanStorage } from '../../../renderer/data/storage.ts'
import { headOf, type SnapshotHead } from '../../../shared/snapshot/snapshot-head.ts'
import { readSnapshot } from '../../../shared/snapshot/read-snapshot.ts'
import type { SnapshotScope } from '../../../shared/snapshot/snapshot.ts'
import { writeSnapshot } from '../../../shared/snapshot/write-snapshot.ts'
import { planWith, smallPlan } from '../../shared/edits/plan-at-hand.ts'
import { createFakeComputer, planDatabase, planId, settled, valueOf, type FakeComputer } from './fake-computer.ts'
import { dropDatabase, tamper } from './raw-database.ts'

interface Taken {
  readonly head: SnapshotHead
  readonly text: string
}

function take(scope: SnapshotScope, minute: number): Taken {
  const at = `2018-12-06T16:${String(minute).padStart(2, '0')}:00.000Z`
  const text = writeSnapshot({ view: planWith(smallPlan), scope, by: { replica: 'aaaaaaaaaa', name: 'SRE laptop' }, at, app: 'Quarterdeck' }).text
  const read = readSnapshot(text)
  if (!read.ok) throw new Error('a snapshot of ours could not be read')
  return { head: headOf(read.snapshot), text }
}

const openIn = (computer: FakeComputer): PlanStorage => createPlanStorage({ id: planId, platform: computer.openWindow() })
const [early, late, year] = [take(2, 1), take(2, 2), take('year', 2)]

describe('snapshots of a plan', () => {
  test('[S40] are kept with the plan and listed with the newest first, those of one moment in one order', async () => {
    const computer = createFakeComputer()
    const storage = openIn(computer)
    for (const taken of [late, early, year]) valueOf(await storage.snapshots.keep(taken))
    const moments = [late, year].toSorted((a, b) => (a.head.digest < b.head.digest ? -1 : 1))
    const expected = [...moments, early].map(({ head }) => head)
    expect(valueOf(await storage.snapshots.list())).toEqual(expected)
    storage.close()
    await settled()
    const again = openIn(computer)
    expect(valueOf(await again.snapshots.list())).toEqual(expected)
    expect(valueOf(await again.snapshots.text(early.head.digest))).toBe(early.text)
  })

  test('[S40] never change: one that is here already stays as it is', async () => {
    const storage = openIn(createFakeComputer())
    valueOf(await storage.snapshots.keep(early))
    valueOf(await storage.snapshots.keep({ head: { ...early.head, by: { replica: 'bbbbbbbbbb', name: 'Other' } }, text: 'something else' }))
    expect(valueOf(await storage.snapshots.list())).toEqual([early.head])
    expect(valueOf(await storage.snapshots.text(early.head.digest))).toBe(early.text)
  })

  test('[S41] go when a person removes one, and come back as they were', async () => {
    const storage = openIn(createFakeComputer())
    for (const taken of [early, late]) valueOf(await storage.snapshots.keep(taken))
    valueOf(await storage.snapshots.remove(late.head.digest))
    expect(valueOf(await storage.snapshots.list())).toEqual([early.head])
    expect(await storage.snapshots.text(late.head.digest)).toEqual({ ok: false, failure: { kind: 'damaged', where: `snapshotTexts/${late.head.digest}` } })
    valueOf(await storage.snapshots.keep(late))
    expect(valueOf(await storage.snapshots.list())).toEqual([late.head, early.head])
    expect(valueOf(await storage.snapshots.text(late.head.digest))).toBe(late.text)
  })

  test('[S40] change nothing of the plan, and are told to other windows', async () => {
    const computer = createFakeComputer()
    const [one, other] = [openIn(computer), openIn(computer)]
    let told = 0
    const stop = other.snapshots.subscribe(() => (told += 1))
    valueOf(await one.snapshots.keep(early))
    await settled()
    stop()
    valueOf(await one.snapshots.remove(early.head.digest))
    await settled()
    expect(told).toBe(1)
    expect(valueOf(await other.load()).records.size).toBe(0)
  })

  test('[S42] what cannot be read of one hides no other', async () => {
    const computer = createFakeComputer()
    const storage = openIn(computer)
    valueOf(await storage.snapshots.keep(early))
    const odd: readonly Readonly<Record<string, unknown>>[] = [{ digest: 'a' }, { ...early.head, digest: 'b', scope: 5 }, { ...early.head, digest: 'c', byStatus: { todo: -1 } }, { ...early.head, digest: 'd', by: null }, { ...early.head, digest: 'e', at: 1 }]
    await tamper({ computer, store: 'snapshots' }, (heads) => odd.forEach((row) => heads.put(row)))
    await tamper({ computer, store: 'snapshotTexts' }, (texts) => texts.put({ digest: 'a', text: 1 }))
    expect(valueOf(await storage.snapshots.list())).toEqual([early.head])
    expect(await storage.snapshots.text('a')).toEqual({ ok: false, failure: { kind: 'damaged', where: 'snapshotTexts/a' } })
  })

  test('[S17] go with the plan that is removed', async () => {
    const computer = createFakeComputer()
    const storage = openIn(computer)
    valueOf(await storage.snapshots.keep(early))
    storage.close()
    await settled()
    await dropDatabase({ factory: computer.indexedDB, name: planDatabase })
    expect(valueOf(await openIn(computer).snapshots.list())).toEqual([])
  })
})
