import { flag, memberSet, orderKey, reference, text, titleLimit, valueOf, type AnySpec, type RecordOf } from './record-spec.ts'
import { isStatus, statuses, type Status } from './status.ts'
import { isQuarter, quarters, type Quarter } from './year.ts'

/** What a team sets out to do in a quarter; with a parent it is a sub-goal. */
export const goalSpec = {
  kind: 'goal',
  fields: {
    output: reference('output'),
    parent: reference('goal'),
    /** Null means not scheduled; for a sub-goal it means with its parent. */
    quarter: valueOf<Quarter | null>({ accepts: isQuarter, expects: 'a quarter, 1 to 4', json: { enum: quarters }, empty: null }),
    title: text(titleLimit),
    description: text(),
    status: valueOf<Status>({ accepts: isStatus, expects: 'a status', json: { enum: statuses }, empty: 'todo' }),
    reason: text(),
    waitingOn: text(titleLimit),
    stretch: flag(),
    owner: text(titleLimit),
    teams: memberSet(),
    /** Team names or goal ids. */
    dependsOn: memberSet(),
    /** Ids in a tracker, `T205923`. */
    tasks: memberSet(),
    order: orderKey(),
    carriedFrom: reference('goal'),
  },
} as const satisfies AnySpec

export type Goal = RecordOf<typeof goalSpec>
