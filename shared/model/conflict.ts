import { anyIdFragment } from './json-fragment.ts'
import { flag, text, valueOf, type AnySpec, type RecordOf } from './record-spec.ts'
import { isRecordId, type RecordId } from './ids.ts'

/** A stamp, a space, and the longest name a field may have with a member (`shared/file/plan-file.ts`). */
const cellNameLimit = 26 + 1 + 241

/**
 * Two edits that were made without knowing of each other, kept until a person has looked at them. The values
 * stand in the history of the record; here stand the names of the two cells (`shared/changes/cell-name.ts`).
 */
export const conflictSpec = {
  kind: 'conflict',
  fields: {
    record: valueOf<RecordId | null>({ accepts: isRecordId, expects: 'the id of a record', json: anyIdFragment, empty: null }),
    earlier: text(cellNameLimit),
    later: text(cellNameLimit),
    /** The record that was worked on, where one side deleted what stands above it; the other edit is in `record`. */
    below: valueOf<RecordId | null>({ accepts: isRecordId, expects: 'the id of a record', json: anyIdFragment, empty: null }),
    /** Somebody has kept or flipped it. */
    reviewed: flag(),
  },
} as const satisfies AnySpec

export type ConflictRecord = RecordOf<typeof conflictSpec>
