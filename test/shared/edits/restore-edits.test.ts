import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameValue } from '../../../shared/changes/canonical.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { addChanges, foldChanges, recordIn, uniteChangeSets, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'
import { stampEdits } from '../../../shared/changes/stamp-edits.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { unsetOf } from '../../../shared/changes/undo.ts'
import { createWindowClock } from '../../../shared/changes/writer.ts'
import { restoreCounts } from '../../../shared/edits/restore-counts.ts'
import { restoreInSteps } from '../../../shared/edits/restore-edits.ts'
import { isBookkeeping, type RecordId } from '../../../shared/model/ids.ts'
import { planAtWork } from '../../renderer/state/plan-at-work.ts'
import { anyPlan } from '../file/any-plan.ts'

const clock = createWindowClock({ replica: 'aaaaaaaaaa', slot: 0 })

function restored(now: ChangeSet, past: ChangeSet): ChangeSet {
  const { set } = uniteChangeSets(now, past)
  return addChanges(set, stampEdits({ clock, set, edits: finish(restoreInSteps({ now, past })), now: 1_000 }).changes).set
}

/** What people see of a plan, field by field, without what says that nothing is there. */
function readingOf(set: ChangeSet): ReadonlyMap<RecordId, ReadonlyMap<string, unknown>> {
  const seen = [...valuesOf(set.records)].filter(({ id }) => !isBookkeeping(id) && winnerOf(recordIn(set, id), 'deleted')?.value !== true)
  return new Map(seen.map(({ id, winners }) => [id, new Map(winners.filter(({ field, value }) => !isSameValue(value ?? unsetOf(field), unsetOf(field))).map(({ field, value }) => [field, value]))]))
}

/** Two states of a plan that both began with the same, and neither need hold all of the other. */
const twoStates = fc.tuple(anyPlan, anyPlan, anyPlan).map(([both, one, other]) => ({ now: foldChanges([...both, ...one]), past: foldChanges([...both, ...other]) }))

describe('what makes a plan read as it read at another time', () => {
  test('[S90] afterwards it reads so, and every change that was there still is', () => {
    let changed = 0
    fc.assert(
      fc.property(twoStates, ({ now, past }) => {
        const after = restored(now, past)
        expect(readingOf(after)).toEqual(readingOf(past))
        expect(uniteChangeSets(after, now).set).toBe(after)
        expect(uniteChangeSets(after, past).set).toBe(after)
        if (finish(restoreInSteps({ now, past })).length > 0) changed += 1
      }),
    )
    expect(changed).toBeGreaterThan(20)
  })

  test('[S90] what the other state has written itself is not written anew, and nothing about computers and conflicts is', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, twoStates, (both, more, { now, past }) => {
        expect(finish(restoreInSteps({ now: foldChanges(both), past: foldChanges([...both, ...more]) }))).toEqual([])
        expect(finish(restoreInSteps({ now, past })).filter(({ on }) => isBookkeeping(on))).toEqual([])
      }),
    )
  })

  test('[S90] done twice it changes nothing', () => {
    fc.assert(
      fc.property(twoStates, ({ now, past }) => {
        expect(finish(restoreInSteps({ now: restored(now, past), past }))).toEqual([])
      }),
    )
  })

  test('[S90] a record that was made since is deleted, one that is gone is back, and a set holds whom it held', () => {
    const at = (ms: number, on: RecordId, set: Change['set']): Change => ({ at: `000000000${ms}-000-aaaaaaaaaa0`, on, set })
    const begun = [at(1, 'goal:a', { title: 'A', 'teams/SRE': true }), at(1, 'goal:b', { title: 'B' })]
    const past = foldChanges(begun)
    const now = foldChanges([...begun, at(2, 'goal:a', { title: 'A2', 'teams/SRE': false, 'teams/QA': true, quarter: 2 }), at(2, 'goal:b', { deleted: true }), at(3, 'goal:c', { title: 'C' })])
    const edits = new Map(finish(restoreInSteps({ now, past })).map(({ on, set }) => [on, set]))
    expect(edits).toEqual(
      new Map<RecordId, Change['set']>([
        ['goal:a', { title: 'A', 'teams/SRE': true, 'teams/QA': false, quarter: null }],
        ['goal:b', { deleted: false }],
        ['goal:c', { deleted: true }],
      ]),
    )
  })
})

test('[U213] what is asked about is counted by what happens to each record', () => {
  const at = (ms: number, on: RecordId, set: Change['set']): Change => ({ at: `000000000${ms}-000-aaaaaaaaaa0`, on, set })
  const begun = [at(1, 'goal:a', { title: 'A' }), at(1, 'goal:b', { title: 'B' }), at(1, 'note:n', { body: 'N' }), at(1, 'goal:same', { title: 'S' })]
  const lost = at(1, 'output:o', { title: 'O' })
  const now = foldChanges([...begun, at(2, 'goal:a', { title: 'A2' }), at(2, 'goal:b', { deleted: true }), at(3, 'goal:c', { title: 'C' }), at(3, 'note:m', { body: 'M' })])
  const past = foldChanges([...begun, lost])
  expect(restoreCounts({ now, past, edits: finish(restoreInSteps({ now, past })) })).toEqual({
    goes: { goal: 1, note: 1, other: 0 },
    back: { goal: 1, note: 0, other: 1 },
    changed: { goal: 1, note: 0, other: 0 },
  })
})

describe('a backup that is restored', () => {
  const name = { action: 'backupRestored', subject: 'Dec 6' }

  test('[S91] is one action that one undo takes back, and raises no question between its own edits', () => {
    fc.assert(
      fc.property(twoStates, ({ now, past }) => {
        const { store, copied } = planAtWork({ set: now })
        const edits = finish(restoreInSteps({ now, past }))
        store.getState().takeIn({ name, theirs: past, edits, isOwn: true })
        expect(readingOf(store.getState().view.set)).toEqual(readingOf(past))
        expect([...valuesOf(store.getState().view.set.records)].filter(({ id }) => id.startsWith('conflict:'))).toEqual([])
        expect(copied.times).toBe(0)
        expect(store.getState().undoable.length).toBeLessThan(2)
        store.getState().undo()
        expect(readingOf(store.getState().view.set)).toEqual(readingOf(now))
        store.getState().redo()
        expect(readingOf(store.getState().view.set)).toEqual(readingOf(past))
      }),
    )
  })

  test('[S91] the undo takes back a record that comes with what somebody else wrote before in it', () => {
    const at = (ms: number, writer: string): string => formatStamp({ ms, counter: 0, writer })
    const now = foldChanges([{ at: at(1, 'aaaaaaaaaa0'), on: 'plan:p', set: { title: 'P', startsOn: '2018-07-01' } }])
    const past = addChanges(now, [{ at: at(2, 'bbbbbbbbbb0'), on: 'outcome:1', set: { title: 'Theirs' } }, { at: at(3, 'aaaaaaaaaa0'), on: 'outcome:1', set: { title: 'Mine' } }]).set
    const { store } = planAtWork({ set: now })
    store.getState().takeIn({ name, theirs: past, edits: finish(restoreInSteps({ now, past })), isOwn: true })
    store.getState().undo()
    expect(readingOf(store.getState().view.set)).toEqual(readingOf(now))
  })

  test('[S91] once more it is nothing that could be undone', () => {
    fc.assert(
      fc.property(twoStates, ({ now, past }) => {
        const { store } = planAtWork({ set: restored(now, past) })
        const { view } = store.getState()
        store.getState().takeIn({ name, theirs: past, edits: finish(restoreInSteps({ now: view.set, past })), isOwn: true })
        expect(store.getState().view.set).toBe(view.set)
        expect(store.getState().undoable).toEqual([])
      }),
    )
  })
})
