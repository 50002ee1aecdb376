import { describe, expect, test } from 'vitest'
import type { Change, Edit } from '../../../shared/changes/change.ts'
import { addChanges, foldChanges, recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { rewriteChanges } from '../../../shared/changes/remove-changes.ts'
import { takeIn, type TakenIn } from '../../../shared/changes/take-in.ts'
import type { DatedExchange } from '../../../shared/plan/exchange.ts'
import { mergesOf } from '../../../shared/plan/merge-state.ts'
import { otherMerges, type OtherMerge } from '../../../shared/plan/other-merges.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { withdrawalOf, withdrawMerge } from '../../../shared/plan/take-back-merge.ts'
import { portraitOf } from '../changes/portrait.ts'
import { stampAt } from '../changes/tiny-domain.ts'

/** A computer on which nobody has worked since. */
const nobody = 'zzzzzzzzzz'

const [me, them] = ['aaaaaaaaaa0', 'bbbbbbbbbb0']
const wrote = (ms: number, writer: string, status: string): Change => ({ at: stampAt(ms, { writer }), on: 'goal:a', set: { status } })
const start = foldChanges([{ at: stampAt(1, { writer: 'cccccccccc0' }), on: 'goal:a', set: { title: 'T', status: 'todo' } }])
const withThese = (...changes: readonly Change[]): ChangeSet => addChanges(start, changes).set

let ms = 1_000
const stamp = (_set: ChangeSet, edits: readonly Edit[]): readonly Change[] => edits.map((edit) => ({ at: stampAt((ms += 1), { writer: me }), ...edit }))

/** A merge, and what was known of it and before it. */
interface Merged {
  readonly taken: TakenIn
  readonly merge: OtherMerge
}

function merged(set: ChangeSet, theirs: ChangeSet, edits: readonly Edit[] = []): Merged {
  return { taken: takeIn({ set, theirs, edits, reviewed: new Set(), stamp }), merge: { knows: theirs.knows, before: set.knows } }
}

function without(set: ChangeSet, { taken }: Merged, others: readonly Merged[]): ChangeSet {
  const { without: gone, adopted, reopened } = withdrawMerge({ set, replica: nobody, added: taken.brought, others: others.map(({ merge }) => merge) })
  return rewriteChanges(set, { without: gone, changes: [...reopened, ...stamp(set, adopted)] }).set
}

const waiting = (set: ChangeSet): readonly unknown[] => openConflicts(createView(set)).map(({ earlier, later }) => [earlier.value, later.value])

describe('conflicts, when a merge is taken back', () => {
  test('[C97] one that another file raises as well is there when the first is taken back', () => {
    const mine = withThese(wrote(10, me, 'done'))
    const [theirs, others] = [withThese(wrote(20, them, 'blocked')), withThese(wrote(20, them, 'blocked'), { at: stampAt(30, { writer: 'dddddddddd0' }), on: 'goal:a', set: { title: 'D' } })]
    const first = merged(mine, theirs)
    const second = merged(first.taken.folded.set, others)
    expect(waiting(second.taken.folded.set)).toEqual([['done', 'blocked']])
    expect(waiting(without(second.taken.folded.set, first, [second]))).toEqual([['done', 'blocked']])
    expect(portraitOf(without(second.taken.folded.set, first, []))).toBe(portraitOf(addChanges(mine, second.taken.brought).set))
  })

  test('[C97] one that another file holds as well stays when the first that brought it is taken back', () => {
    const both = merged(withThese(wrote(10, them, 'done')), withThese(wrote(20, 'dddddddddd0', 'blocked'))).taken.folded.set
    const first = merged(start, both)
    const second = merged(first.taken.folded.set, addChanges(both, [{ at: stampAt(30, { writer: 'dddddddddd0' }), on: 'goal:a', set: { title: 'D' } }]).set)
    expect(waiting(without(second.taken.folded.set, first, [second]))).toEqual([['done', 'blocked']])
    expect(waiting(without(first.taken.folded.set, first, []))).toEqual([])
  })

  test('[C97] one that another merge found goes with an edit that goes', () => {
    const theirs = withThese(wrote(10, them, 'done'))
    const others = withThese(wrote(20, 'dddddddddd0', 'blocked'))
    const first = merged(start, others)
    const second = merged(first.taken.folded.set, theirs)
    expect(waiting(second.taken.folded.set)).toEqual([['done', 'blocked']])
    const left = without(second.taken.folded.set, first, [second])
    expect(recordIn(left, second.taken.found[0]?.on ?? 'conflict:none')).toBeUndefined()
    // its stamp would say that all is known that the later one's writer wrote until then
    expect(left.knows.get('dddddddddd0')).toBeUndefined()
  })

  test('[C97] one that the merge hid comes to light: my edit loses to what the other file brought', () => {
    const mine = withThese(wrote(10, me, 'done'))
    const [newer, older] = [withThese(wrote(20, them, 'blocked'), wrote(25, them, 'stalled')), withThese(wrote(20, them, 'blocked'), { at: stampAt(21, { writer: 'dddddddddd0' }), on: 'goal:b', set: { title: 'B' } })]
    const first = merged(mine, newer)
    const second = merged(first.taken.folded.set, older)
    expect(waiting(second.taken.folded.set)).toEqual([['done', 'stalled']])
    expect(waiting(without(second.taken.folded.set, first, [second]))).toEqual([['done', 'blocked']])
  })

  test('[C97] one that a choice in the merge hid comes to light: my edit loses to what yet another file brought', () => {
    const mine = withThese(wrote(10, me, 'done'))
    const first = merged(mine, withThese(wrote(20, them, 'blocked')), [{ on: 'goal:a', set: { status: 'done' } }])
    const second = merged(first.taken.folded.set, withThese(wrote(11, 'dddddddddd0', 'stalled')))
    expect(waiting(without(second.taken.folded.set, first, [second]))).toEqual([['done', 'stalled']])
  })

  test('[C97] one that the merge hid comes to light: the other file’s edit loses to mine, which lost to one that is gone', () => {
    const mine = withThese(wrote(15, me, 'done'))
    const first = merged(mine, withThese(wrote(20, them, 'done')))
    const second = merged(first.taken.folded.set, withThese(wrote(10, 'dddddddddd0', 'stalled')))
    expect(waiting(second.taken.folded.set)).toEqual([['stalled', 'done']])
    const left = without(second.taken.folded.set, first, [second])
    expect(waiting(left)).toEqual([['stalled', 'done']])
    expect(left.knows.get(them)).toBeUndefined()
  })

  test('[C97] an edit made since, in the knowledge of what another file brought, clashes with nothing', () => {
    const first = merged(start, withThese(wrote(20, them, 'blocked')))
    const second = merged(first.taken.folded.set, withThese(wrote(20, them, 'blocked'), wrote(30, 'dddddddddd0', 'stalled')))
    const edited = addChanges(second.taken.folded.set, stamp(start, [{ on: 'goal:a', set: { status: 'done' } }])).set
    expect(waiting(without(edited, first, [second]))).toEqual([])
  })

  test('[C97] one that was looked at is written again when its pair is merged again', () => {
    const theirs = withThese(wrote(20, them, 'blocked'))
    const first = merged(withThese(wrote(10, me, 'done')), theirs)
    const on = first.taken.found[0]?.on ?? 'conflict:none'
    const looked = addChanges(first.taken.folded.set, stamp(first.taken.folded.set, [{ on, set: { reviewed: true } }])).set
    const again = merged(without(looked, first, []), theirs)
    expect(winnerOf(recordIn(again.taken.folded.set, on), 'record')?.value).toBe('goal:a')
  })

  test('[C97] a merge that was done again after another keeps what that one has brought', () => {
    const merge = (id: string, at: number): DatedExchange => ({ kind: 'merged', id, file: id, by: '', knows: [stampAt(at, { writer: them })], added: 1, at })
    const merges = mergesOf([merge('m1', 1), merge('m2', 2), { kind: 'takenBack', id: 'm1', at: 3 }, merge('m1', 4)])
    expect(otherMerges({ merges, id: 'm1' }).map(({ knows }) => knows)).toEqual([new Map([[them, stampAt(2, { writer: them })]])])
  })

  test('[C97] what two files brought goes when both merges are taken back', () => {
    const [theirs, others] = [withThese(wrote(20, them, 'blocked')), withThese(wrote(20, them, 'blocked'), wrote(30, 'dddddddddd0', 'stalled'))]
    const first = merged(start, theirs)
    const second = merged(first.taken.folded.set, others)
    const exchange = (id: string, { merge: { knows, before } }: Merged): DatedExchange => ({ kind: 'merged', id, file: id, by: '', knows: [...knows.values()], before: [...before.values()], added: 1, at: 1 })
    const log = [exchange('m1', first), exchange('m2', second)]
    const takenBack = (set: ChangeSet, id: string, { taken }: Merged): ChangeSet => {
      const merges = mergesOf(log)
      const merge = merges.find((each) => each.id === id)
      log.push({ kind: 'takenBack', id, at: 2 })
      return merge === undefined ? set : rewriteChanges(set, { without: withdrawalOf({ set, replica: nobody, brought: taken.brought, merge, merges }).without, changes: [] }).set
    }
    const once = takenBack(second.taken.folded.set, 'm1', first)
    expect(winnerOf(recordIn(once, 'goal:a'), 'status')?.value).toBe('stalled')
    expect(once.knows.has(them)).toBe(true)
    expect(portraitOf(takenBack(once, 'm2', second))).toBe(portraitOf(start))
  })
})
