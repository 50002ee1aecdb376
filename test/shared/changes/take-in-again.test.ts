import { expect, test } from 'vitest'
import { isConflictChange } from '../../../shared/changes/conflict-records.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { addChanges, changesOf, foldChanges, recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { cellsOf, winnerOf } from '../../../shared/changes/folded-record.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { rewriteChanges } from '../../../shared/changes/remove-changes.ts'
import { takeInAgain } from '../../../shared/changes/merge-again.ts'
import type { TakenOut } from '../../../shared/changes/taken-out.ts'
import { takeIn } from '../../../shared/changes/take-in.ts'
import { undoStepOf } from '../../../shared/changes/undo.ts'
import { stampAt } from './tiny-domain.ts'

const [me, them, third] = ['aaaaaaaaaa0', 'bbbbbbbbbb0', 'cccccccccc0']
const start = foldChanges([{ at: stampAt(1, { writer: third }), on: 'goal:a', set: { title: 'T', status: 'todo' } }])

/** Of a merge that was taken out, when nothing was written. */
const out = (again: TakenOut['again'], left: TakenOut['left']): TakenOut => ({ again, written: [], settingBack: { name: { action: '', subject: '' }, cells: [] }, known: [], left })

let ms = 100
const stamp: Parameters<typeof takeIn>[0]['stamp'] = (_set, edits) => edits.map((edit) => ({ at: stampAt((ms += 1), { writer: me }), ...edit }))

test('[C99] a choice made in a merge that was taken back and done again is news to who got a file in between', () => {
  const theirs = addChanges(start, [{ at: stampAt(20, { writer: them }), on: 'goal:a', set: { status: 'blocked' } }]).set
  const taken = takeIn({ set: start, theirs, edits: [{ on: 'goal:a', set: { status: 'todo' } }], reviewed: new Set(), stamp })
  const edited = addChanges(taken.folded.set, stamp(taken.folded.set, [{ on: 'goal:a', set: { title: 'U' } }])).set
  const sent = rewriteChanges(edited, { without: taken.brought, changes: [] }).set
  const receiver = addChanges(sent, [{ at: stampAt(500, { writer: third }), on: 'goal:a', set: { status: 'done' } }]).set
  const again = takeInAgain({ set: sent, out: out(taken.brought, sent), knows: [...theirs.knows.values()], replica: me.slice(0, 10), hasExchanged: true, stamp })
  const { conflicts } = mergeChangeSets(receiver, again.folded.set)
  expect(conflicts.map(({ field, mine, theirs: their }) => [field, mine.value, their.value])).toEqual([['status', 'done', 'todo']])
})

test('[C99] a conflict with a choice made in the merge does not come back with it: what is chosen anew is chosen in the knowledge of both', () => {
  const theirs = addChanges(start, [{ at: stampAt(20, { writer: them }), on: 'goal:a', set: { status: 'blocked' } }]).set
  const others = addChanges(start, [{ at: stampAt(30, { writer: third }), on: 'goal:a', set: { status: 'done' } }]).set
  const first = takeIn({ set: start, theirs, edits: [{ on: 'goal:a', set: { status: 'stalled' } }], reviewed: new Set(), stamp })
  const second = takeIn({ set: first.folded.set, theirs: others, edits: [], reviewed: new Set(), stamp })
  expect(second.found).toHaveLength(1)
  const without = [...first.brought, ...second.found]
  const left = rewriteChanges(second.folded.set, { without, changes: [] }).set
  const again = takeInAgain({ set: left, out: out(without, left), knows: [...theirs.knows.values()], replica: me.slice(0, 10), hasExchanged: true, stamp })
  expect(again.brought.filter(isConflictChange)).toEqual([])
  expect(winnerOf(recordIn(again.folded.set, 'goal:a'), 'status')?.value).toBe('stalled')
})

test('[C99] what has come in since, in another window, clashes with a merge that is done again', () => {
  const theirs = addChanges(start, [{ at: stampAt(20, { writer: them }), on: 'goal:a', set: { status: 'blocked' } }]).set
  const others = addChanges(start, [{ at: stampAt(30, { writer: 'dddddddddd0' }), on: 'goal:a', set: { status: 'done' } }]).set
  const taken = takeIn({ set: start, theirs, edits: [], reviewed: new Set(), stamp })
  const left = rewriteChanges(taken.folded.set, { without: taken.brought, changes: [] }).set
  const between = takeIn({ set: left, theirs: others, edits: [], reviewed: new Set(), stamp })
  expect(between.found).toEqual([])
  const again = takeInAgain({ set: between.folded.set, out: out(taken.brought, left), knows: [...theirs.knows.values()], replica: me.slice(0, 10), hasExchanged: true, stamp })
  expect(again.brought.filter(isConflictChange)).toHaveLength(1)
})

test.each([
  ['under the very stamp of the choice', 0],
  ['below it, by a clock that went back', -50],
])('[C110] what was typed since over a choice made in the merge counts, in a window that was opened again: %s', (_, earlier) => {
  const theirs = addChanges(start, [{ at: stampAt(20, { writer: them }), on: 'goal:a', set: { status: 'blocked' } }]).set
  const taken = takeIn({ set: start, theirs, edits: [{ on: 'goal:a', set: { status: 'todo' } }], reviewed: new Set(), stamp })
  const sent = rewriteChanges(taken.folded.set, { without: taken.brought, changes: [] }).set
  const typed = addChanges(sent, [{ at: stampAt(ms + earlier, { writer: me }), on: 'goal:a', set: { status: 'stalled' } }]).set
  for (const hasExchanged of [false, true]) {
    const again = takeInAgain({ set: typed, out: out(taken.brought, sent), knows: [...theirs.knows.values()], replica: me.slice(0, 10), hasExchanged, stamp })
    const record = recordIn(again.folded.set, 'goal:a')
    expect(winnerOf(record, 'status')?.value).toBe('stalled')
    const cells = record === undefined ? [] : [...cellsOf(record)].filter(({ field }) => field === 'status')
    expect(new Set(cells.map(({ at }) => at)).size).toBe(cells.length)
    expect(again.brought.filter(isConflictChange)).toHaveLength(1) // with theirs, which the typed one did not know
  }
})

test('[C99] a stamp that was given again to another record is not written twice', () => {
  const theirs = addChanges(start, [{ at: stampAt(20, { writer: them }), on: 'goal:a', set: { status: 'blocked' } }]).set
  const taken = takeIn({ set: start, theirs, edits: [{ on: 'goal:a', set: { status: 'todo' } }], reviewed: new Set(), stamp })
  const sent = rewriteChanges(taken.folded.set, { without: taken.brought, changes: [] }).set
  const typed = addChanges(sent, [{ at: stampAt(ms, { writer: me }), on: 'goal:b', set: { title: 'Another' } }]).set
  const again = takeInAgain({ set: typed, out: out(taken.brought, sent), knows: [...theirs.knows.values()], replica: me.slice(0, 10), hasExchanged: false, stamp })
  const own = [...changesOf(again.folded.set)].filter(({ at }) => at === stampAt(ms - 1, { writer: me }) || at === stampAt(ms, { writer: me }))
  expect(new Set(own.map(({ at }) => at)).size).toBe(own.length)
  expect(winnerOf(recordIn(again.folded.set, 'goal:a'), 'status')?.value).toBe('todo')
})

test('[C99] of two own edits of one field in a merge that is done again the later one is written anew', () => {
  const choice = (at: number, status: string): Change => ({ at: stampAt(at, { writer: me }), on: 'goal:a', set: { status } })
  const again = takeInAgain({ set: start, out: out([choice(40, 'todo'), choice(41, 'blocked')], start), knows: [], replica: me.slice(0, 10), hasExchanged: true, stamp })
  expect(again.brought.map(({ set }) => set)).toEqual([{ status: 'blocked' }])
})

test('[C110] nor is it written over where it says what taking the merge back had written', () => {
  const edit = (at: number, status: string): Change => ({ at: stampAt(at, { writer: me }), on: 'goal:a', set: { status } })
  const before = addChanges(start, [edit(200, 'done')]).set
  const back = edit(201, 'todo')
  const sent = addChanges(before, [back]).set
  const typed = addChanges(sent, [edit(202, 'todo')]).set
  const settingBack = undoStepOf({ before, changes: [back], name: { action: '', subject: '' } })
  const again = (set: ChangeSet): unknown => {
    const done = takeInAgain({ set, out: { ...out([], sent), written: [back], settingBack }, knows: [], replica: me.slice(0, 10), hasExchanged: true, stamp: (_set, edits) => edits.map((each) => ({ at: stampAt(300, { writer: me }), ...each })) })
    return winnerOf(recordIn(done.folded.set, 'goal:a'), 'status')?.value
  }
  expect([again(sent), again(typed)]).toEqual(['done', 'todo'])
})

