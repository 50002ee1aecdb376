import { isDayOrMonth } from './date.ts'
import { dayOrMonthFragment } from './json-fragment.ts'
import { memberSet, reference, text, titleLimit, valueOf, type AnySpec, type RecordOf } from './record-spec.ts'
import { isStatus, statuses, type Status } from './status.ts'
import { isQuarter, quarters, type Quarter } from './year.ts'

/** A dated status note about a goal, or about all goals of an output in a quarter. */
export const noteSpec = {
  kind: 'note',
  fields: {
    about: reference('goal', 'output'),
    /** For a note about an output: the quarter it speaks of. */
    quarter: valueOf<Quarter | null>({ accepts: isQuarter, expects: 'a quarter, 1 to 4', json: { enum: quarters }, empty: null }),
    /** A day, or a month where only that is known; empty while nobody has given one. */
    date: valueOf({ accepts: isDayOrMonth, expects: 'a day like 2018-10-02 or a month like 2018-07', json: dayOrMonthFragment, empty: '' }),
    /** Markdown. */
    text: text(),
    /** The status the note states, if it states one. */
    status: valueOf<Status | null>({ accepts: isStatus, expects: 'a status', json: { enum: statuses }, empty: null }),
    /** For a note about several goals: what it states of each, `goal:V1StGXR8Z5=done`. */
    states: memberSet(),
    author: text(titleLimit),
  },
} as const satisfies AnySpec

export type Note = RecordOf<typeof noteSpec>
