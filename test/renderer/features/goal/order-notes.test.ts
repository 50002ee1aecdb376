import { expect, test } from 'vitest'
import { newestNotesFirst } from '../../../../renderer/features/goal/order-notes.ts'
import { foldChanges } from '../../../../shared/changes/fold.ts'
import { formatStamp } from '../../../../shared/changes/stamp.ts'
import type { NoteId } from '../../../../shared/model/ids.ts'
import { createView } from '../../../../shared/plan/plan-index.ts'
import { notesAbout } from '../../../../shared/plan/plan-view.ts'

const at = (ms: number): string => formatStamp({ ms, counter: 0, writer: 'aaaaaaaaaa0' })
const write = (ms: number, on: NoteId, date: string): { at: string; on: NoteId; set: { about: string; date: string } } => ({ at: at(ms), on, set: { about: 'goal:g', date } })

test('[U35] the newest note stands first, and of one date the one written last', () => {
  const notes = [write(1, 'note:z', '2018-10-02'), write(2, 'note:a', '2018-10-02'), write(3, 'note:m', '2018-10'), write(4, 'note:n', '2018-11'), write(5, 'note:o', '')]
  const edited = { at: at(9), on: 'note:z', set: { text: 'edited later' } } as const
  const view = createView(foldChanges([...notes, edited, { at: at(0), on: 'goal:g', set: { title: 'G' } }]))
  expect(newestNotesFirst(view, notesAbout(view, 'goal:g')).map((note) => note.id)).toEqual(['note:n', 'note:m', 'note:a', 'note:z', 'note:o'])
})
