import type { Aspect } from '../../shared/compare/comparison.ts'
import { quarterLabel } from './dates.ts'
import type { Quarter } from '../../shared/model/year.ts'

/** Words for what differs between two states of a plan. */
export const comparisonText = {
  label: 'What differs',
  nothing: 'Nothing differs.',
  nothingHint: 'Goals, notes and all their fields read the same on both sides.',
  figures: 'What differs, counted',
  cards: { added: ['goal added', 'goals added'], dropped: ['goal dropped', 'goals dropped'], moved: 'moved to another quarter', status: 'status changed', text: 'text changed', notes: ['note added', 'notes added'] },
  byStatus: 'Goals by status',
  byOutcome: 'By outcome',
  noOutcome: 'No outcome',
  was: 'was',
  becomes: 'now',
  columns: { outcome: 'Outcome', added: 'Added', dropped: 'Dropped', moved: 'Moved', status: 'Status', text: 'Text', notes: 'Notes added', done: 'Done' },
  doneOf: (done: number, of: number) => `${done} of ${of}`,
  reordered: (count: number) => (count === 1 ? '1 goal stands at another place in its list.' : `${count} goals stand at another place in their lists.`),
  quarter: (quarter: Quarter | null) => (quarter === null ? 'Not scheduled' : quarterLabel(quarter)),
} as const

/** What each group of rows is called. */
export const aspectLabel: Readonly<Record<Aspect, string>> = {
  goalAdded: 'Goals added',
  goalDropped: 'Goals dropped',
  moved: 'Moved to another quarter',
  movedIn: 'Moved in from another quarter',
  movedOut: 'Moved out to another quarter',
  status: 'Status changed',
  text: 'Text changed',
  other: 'Other changes',
  reordered: 'Stand at another place',
  noteAdded: 'Notes added',
  noteChanged: 'Notes changed',
  noteRemoved: 'Notes removed',
  partAdded: 'Added to the plan',
  partChanged: 'Changed in the plan',
  partDropped: 'Dropped from the plan',
}
