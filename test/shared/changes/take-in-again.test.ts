import { expect, test } from 'vitest'
import type { Edit } from '../../../shared/changes/change.ts'
import { addChanges, foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { rewriteChanges } from '../../../shared/changes/remove-changes.ts'
import { takeIn, takeInAgain } from '../../../shared/changes/take-in.ts'
import { stampAt } from './tiny-domain.ts'

const [me, them, third] = ['aaaaaaaaaa0', 'bbbbbbbbbb0', 'cccccccccc0']
const start = foldChanges([{ at: stampAt(1, { writer: third }), on: 'goal:a', set: { title: 'T', status: 'todo' } }])

test('[C99] a choice made in a merge that was taken back and done again is news to who got a file in between', () => {
  let ms = 100
  const stamp = (_set: ChangeSet, edits: readonly Edit[]): ReturnType<Parameters<typeof takeIn>[0]['stamp']> => edits.map((edit) => ({ at: stampAt((ms += 1), { writer: me }), ...edit }))
  const theirs = addChanges(start, [{ at: stampAt(20, { writer: them }), on: 'goal:a', set: { status: 'blocked' } }]).set
  const taken = takeIn({ set: start, theirs, edits: [{ on: 'goal:a', set: { status: 'todo' } }], reviewed: new Set(), stamp })
  const edited = addChanges(taken.folded.set, stamp(taken.folded.set, [{ on: 'goal:a', set: { title: 'U' } }])).set
  const sent = rewriteChanges(edited, { without: taken.brought, changes: [] }).set
  const receiver = addChanges(sent, [{ at: stampAt(500, { writer: third }), on: 'goal:a', set: { status: 'done' } }]).set
  const again = takeInAgain({ set: sent, brought: taken.brought, replica: me.slice(0, 10), stamp })
  const { conflicts } = mergeChangeSets(receiver, again.folded.set)
  expect(conflicts.map(({ field, mine, theirs: their }) => [field, mine.value, their.value])).toEqual([['status', 'done', 'todo']])
})
