import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recordsAbove } from '../../../shared/changes/buried.ts'
import type { Change, Edit } from '../../../shared/changes/change.ts'
import { conflictIdOf } from '../../../shared/changes/conflict-records.ts'
import type { Conflict } from '../../../shared/changes/conflict.ts'
import { addChanges, foldChanges, recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { isKnown } from '../../../shared/changes/knows.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { mergeInSteps } from '../../../shared/review/merge-in-steps.ts'
import { act, openSession, takeIn, type Session } from './session.ts'
import { stampAt } from './tiny-domain.ts'

const start = foldChanges(
  [
    { on: 'outcome:o', set: { title: 'Deploys' } },
    { on: 'output:p', set: { title: 'P', outcome: 'outcome:o' } },
    { on: 'output:q', set: { title: 'Q' } },
    { on: 'goal:g', set: { title: 'G', output: 'output:p' } },
  ].map(({ on, set }) => ({ at: stampAt(1, { writer: 'cccccccccc0' }), on: on as Edit['on'], set })), // ids as they stand above
)
const ana = openSession({ replica: 'aaaaaaaaaa', set: start })
const ben = openSession({ replica: 'bbbbbbbbbb', set: start })

function doing(session: Session, on: Edit['on'], set: Edit['set'], now = 10): Session {
  return act({ session, edits: [{ on, set }], now }).session
}

function told(mine: Session, theirs: Session): readonly unknown[] {
  return mergeChangeSets(mine.set, theirs.set).conflicts.map(({ on, below, mine: my, theirs: their }) => [on, below, my.field, their.field])
}

function ids(conflicts: readonly Conflict[]): readonly string[] {
  return conflicts.map(conflictIdOf).toSorted()
}

describe('work below what was deleted', () => {
  const deleted = doing(ana, 'outcome:o', { deleted: true })

  test('[O170] a goal that is added below an outcome deleted elsewhere is a conflict, whoever merges, and whichever was first', () => {
    for (const now of [5, 15]) {
      const added = doing(ben, 'goal:new', { title: 'New', output: 'output:p' }, now)
      expect(told(deleted, added)).toEqual([['outcome:o', 'goal:new', 'deleted', 'output']])
      expect(told(added, deleted)).toEqual([['outcome:o', 'goal:new', 'output', 'deleted']])
      expect(ids(mergeChangeSets(deleted.set, added.set).conflicts)).toEqual(ids(mergeChangeSets(added.set, deleted.set).conflicts))
    }
  })

  test('[O170] so is a note on a goal deleted elsewhere, and an edit of a goal below a deleted one', () => {
    const gone = doing(ana, 'goal:g', { deleted: true })
    expect(told(gone, doing(ben, 'note:n', { about: 'goal:g', text: 'On it' }))).toEqual([['goal:g', 'note:n', 'deleted', 'about']])
    expect(told(deleted, doing(ben, 'goal:g', { title: 'Better' }))).toEqual([['outcome:o', 'goal:g', 'deleted', 'title']])
  })

  test('[O170] none is where the deletion knew of it, where both deleted, and where the record is moved away, deleted, or untouched', () => {
    const added = doing(ben, 'goal:new', { title: 'New', output: 'output:p' })
    const knowing = doing(takeIn({ session: ana, theirs: added.set, now: 11 }).session, 'outcome:o', { deleted: true }, 12)
    const away = doing(ben, 'goal:g', { output: 'output:q' })
    const goalGone = doing(ben, 'goal:g', { deleted: true })
    const bothDeleted = doing(added, 'outcome:o', { deleted: true })
    for (const other of [away, goalGone, bothDeleted, ben, doing(ben, 'output:q', { title: 'R' })]) {
      expect([told(deleted, other), told(other, deleted)]).toEqual([[], []])
    }
    expect([told(knowing, added), told(added, knowing)]).toEqual([[], []])
  })

  test('[O170] merging again tells nothing twice, and a third computer tells the same', () => {
    const added = doing(ben, 'goal:new', { title: 'New', output: 'output:p' })
    const merged = takeIn({ session: deleted, theirs: added.set, now: 20 }).session
    expect([told(merged, added), told(added, merged), told(merged, deleted)]).toEqual([[], [], []])
    const third = takeIn({ session: openSession({ replica: 'dddddddddd', set: start }), theirs: added.set, now: 20 }).session
    expect(ids(mergeChangeSets(third.set, deleted.set).conflicts)).toEqual(ids(mergeChangeSets(deleted.set, added.set).conflicts))
  })

  test('[O170] whatever trees come together: each record worked on unknowingly below each unknowing deletion, from both sides and in steps alike', () => {
    let found = 0
    fc.assert(
      fc.property(editsBy('aaaaaaaaaa0'), editsBy('bbbbbbbbbb0'), (mine, theirs) => {
        const [there, back] = [mergeChangeSets(mine, theirs), mergeChangeSets(theirs, mine)]
        const buried = there.conflicts.filter(({ below }) => below !== undefined)
        expect(buried.map(({ on, below }) => `${below} below ${on}`).toSorted()).toEqual(expected(mine, theirs, there.set))
        expect(ids(back.conflicts)).toEqual(ids(there.conflicts))
        expect(ids(finish(mergeInSteps({ mine, theirs })).conflicts)).toEqual(ids(there.conflicts))
        found += buried.length
      }),
      { numRuns: 400 },
    )
    expect(found).toBeGreaterThan(50)
  })
})

const goals = ['goal:a', 'goal:b', 'goal:c', 'goal:d'] as const

function editsBy(writer: string): fc.Arbitrary<ChangeSet> {
  const fields = fc.oneof(fc.record({ parent: fc.constantFrom(...goals, null) }), fc.record({ deleted: fc.boolean() }), fc.record({ title: fc.constantFrom('x', 'y') }))
  const edit = fc.tuple(fc.constantFrom(...goals, 'note:n' as const), fields, fc.nat(3))
  const base: readonly Change[] = goals.map((on, index) => ({ at: stampAt(1, { writer: 'cccccccccc0' }), on, set: { parent: goals[index - 1] ?? null } }))
  const note: Change = { at: stampAt(1, { writer: 'cccccccccc0' }), on: 'note:n', set: { about: 'goal:d' } }
  return fc.array(edit, { maxLength: 5 }).map((edits) => addChanges(foldChanges([...base, note]), edits.map(([on, set, later], index) => ({ at: stampAt(10 + index * 4 + later, { writer }), on, set }))).set)
}

/** Each record against each above it, as the sentence of the rule has it. */
function expected(mine: ChangeSet, theirs: ChangeSet, both: ChangeSet): readonly string[] {
  const isDeleted = (set: ChangeSet, on: Edit['on']): boolean => winnerOf(recordIn(set, on), 'deleted')?.value === true
  const news = (of: ChangeSet, other: ChangeSet, on: Edit['on']) => recordIn(of, on)?.winners.filter(({ at }) => !isKnown({ knows: other.knows, stamp: at })) ?? []
  const sides = [[mine, theirs], [theirs, mine]] as const
  return [...goals, 'note:n' as const]
    .filter((on) => !isDeleted(both, on))
    .flatMap((on) => recordsAbove(both, on).flatMap((above) => sides.flatMap(([deleter, worker]) => {
      const didDelete = news(deleter, worker, above).some(({ field, value }) => field === 'deleted' && value === true)
      const didWork = news(worker, deleter, on).some(({ field, value }) => field !== 'deleted' || value !== true)
      const saidToo = news(worker, deleter, above).some(({ field }) => field === 'deleted')
      return didDelete && didWork && !saidToo ? [`${on} below ${above}`] : []
    })))
    .toSorted()
}
