import type { Conflict } from '../changes/conflict.ts'
import type { FieldChange } from '../changes/merge.ts'
import type { RecordId } from '../model/ids.ts'

/** Whose value: what stands on this computer, or what the other side brings. */
export type Side = 'mine' | 'theirs'

/** The parts of a review, in the order in which they are read: what needs most thought first. */
export const reviewSections = ['clashes', 'deletions', 'changed', 'moved', 'newGoals', 'newNotes', 'newOthers', 'newUnknown', 'deleted', 'restored'] as const
export type ReviewSection = (typeof reviewSections)[number]

interface RowHead {
  /** One of a kind within a review, and the same in a review of the same two sides. */
  readonly key: string
  readonly section: ReviewSection
  readonly on: RecordId
  /** What rows are grouped by: the goal a note is about, else the record itself. */
  readonly group: RecordId
  /** The side that counts unless the person chooses the other. */
  readonly counts: Side
}

/** Both sides set one field without knowing of each other. */
export interface ClashRow extends RowHead {
  readonly kind: 'clash'
  readonly conflict: Conflict
  /** Conflicts of the same two actions that nobody decides by themselves: the new place of a card that also got a status. */
  readonly along: readonly Conflict[]
}

/** One side deleted what the other worked on. */
export interface DeletionRow extends RowHead {
  readonly kind: 'deletion'
  readonly conflict: Conflict
  /** Earlier work on it, and all that was done below it, which comes back or stays deleted with it. */
  readonly along: readonly Conflict[]
  readonly deletedBy: Side
}

/** One field that the other side changed, as old and new. */
export interface FieldRow extends RowHead {
  readonly kind: 'field'
  readonly change: FieldChange
  /** Changes that go with it and say nothing by themselves, such as the place in a new list. */
  readonly along: readonly FieldChange[]
}

/** A record stands elsewhere: planned for another quarter, below another output or record, or at another place of its list. */
export interface MoveRow extends Omit<FieldRow, 'kind'> {
  readonly kind: 'move'
  readonly to: MoveField
}

/** The fields that say where a record stands. */
const moveFields = ['quarter', 'output', 'parent', 'outcome', 'program', 'about', 'order'] as const
export type MoveField = (typeof moveFields)[number]

/** A whole record comes, goes or comes back. */
export interface RecordRow extends RowHead {
  readonly kind: 'record'
}

export type ReviewRow = ClashRow | DeletionRow | FieldRow | MoveRow | RecordRow

/** Whether a change of a field is a move, by which a record comes to stand elsewhere. */
export function isMove(field: string): field is MoveField {
  return moveFields.some((each) => each === field)
}
