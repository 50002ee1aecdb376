import { describe, expect, test } from 'vitest'
import type { Change, Edit } from '../../../shared/changes/change.ts'
import { addChanges, foldChanges, recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { rewriteChanges } from '../../../shared/changes/remove-changes.ts'
import { takeIn, type TakenIn } from '../../../shared/changes/take-in.ts'
import { knownFromOthers, mergesOf, type DatedExchange } from '../../../shared/plan/exchange.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { withdrawMerge } from '../../../shared/plan/take-back-merge.ts'
import { stampAt } from '../changes/tiny-domain.ts'

const [me, them] = ['aaaaaaaaaa0', 'bbbbbbbbbb0']
const wrote = (ms: number, writer: string, status: string): Change => ({ at: stampAt(ms, { writer }), on: 'goal:a', set: { status } })
const start = foldChanges([{ at: stampAt(1, { writer: 'cccccccccc0' }), on: 'goal:a', set: { title: 'T', status: 'todo' } }])
const withThese = (...changes: readonly Change[]): ChangeSet => addChanges(start, changes).set

let ms = 1_000
const stamp = (_set: ChangeSet, edits: readonly Edit[]): readonly Change[] => edits.map((edit) => ({ at: stampAt((ms += 1), { writer: me }), ...edit }))

function merged(set: ChangeSet, theirs: ChangeSet): TakenIn {
  return takeIn({ set, theirs, edits: [], reviewed: new Set(), stamp })
}

function without(set: ChangeSet, { brought }: TakenIn, others: readonly ChangeSet[]): ChangeSet {
  const { without: gone, adopted, reopened } = withdrawMerge({ set, added: brought, others: others.map(({ knows }) => knows) })
  return rewriteChanges(set, { without: gone, changes: [...reopened, ...stamp(set, adopted)] }).set
}

const waiting = (set: ChangeSet): readonly unknown[] => openConflicts(createView(set)).map(({ earlier, later }) => [earlier.value, later.value])

describe('conflicts, when a merge is taken back', () => {
  test('[C97] one of which both edits stay, since another file has brought them too, stays with them', () => {
    const mine = withThese(wrote(10, me, 'done'))
    const [theirs, others] = [withThese(wrote(20, them, 'blocked')), withThese(wrote(20, them, 'blocked'), wrote(30, 'dddddddddd0', 'blocked'))]
    const first = merged(mine, theirs)
    const second = merged(first.folded.set, others)
    expect(waiting(second.folded.set)).toEqual([['done', 'blocked']])
    const left = without(second.folded.set, first, [others])
    expect(waiting(left)).toEqual([['done', 'blocked']])
    // what stays of another computer must not say that all it wrote before is known
    expect(without(second.folded.set, first, []).knows.get(them)).toBeUndefined()
  })

  test('[C97] one that another merge found goes with an edit that goes', () => {
    const theirs = withThese(wrote(10, them, 'done'))
    const others = withThese(wrote(20, 'dddddddddd0', 'blocked'))
    const first = merged(start, others)
    const second = merged(first.folded.set, theirs)
    expect(waiting(second.folded.set)).toEqual([['done', 'blocked']])
    const left = without(second.folded.set, first, [theirs])
    expect(recordIn(left, second.found[0]?.on ?? 'conflict:none')).toBeUndefined()
    // its stamp would say that all is known that the later one's writer wrote until then
    expect(left.knows.get('dddddddddd0')).toBeUndefined()
  })

  test('[C97] one that the merge hid comes to light: my edit loses to what the other file brought', () => {
    const mine = withThese(wrote(10, me, 'done'))
    const [newer, older] = [withThese(wrote(20, them, 'blocked'), wrote(25, them, 'stalled')), withThese(wrote(20, them, 'blocked'), { at: stampAt(21, { writer: 'dddddddddd0' }), on: 'goal:b', set: { title: 'B' } })]
    const first = merged(mine, newer)
    const second = merged(first.folded.set, older)
    expect(waiting(second.folded.set)).toEqual([['done', 'stalled']])
    expect(waiting(without(second.folded.set, first, [older]))).toEqual([['done', 'blocked']])
  })

  test('[C97] one that was looked at is written again when its pair is merged again', () => {
    const theirs = withThese(wrote(20, them, 'blocked'))
    const first = merged(withThese(wrote(10, me, 'done')), theirs)
    const on = first.found[0]?.on ?? 'conflict:none'
    const looked = addChanges(first.folded.set, stamp(first.folded.set, [{ on, set: { reviewed: true } }])).set
    const again = merged(without(looked, first, []), theirs)
    expect(winnerOf(recordIn(again.folded.set, on), 'record')?.value).toBe('goal:a')
  })

  test('[C97] a merge that was done again after another keeps what that one has brought', () => {
    const merge = (id: string, at: number): DatedExchange => ({ kind: 'merged', id, file: id, by: '', knows: [stampAt(at, { writer: them })], added: 1, at })
    const merges = mergesOf([merge('m1', 1), merge('m2', 2), { kind: 'takenBack', id: 'm1', at: 3 }, merge('m1', 4)])
    expect(knownFromOthers({ merges, id: 'm1' })).toEqual([new Map([[them, stampAt(2, { writer: them })]])])
  })
})
