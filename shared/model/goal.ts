import { isDayOrMonth } from './date.ts'
import { dayOrMonthFragment } from './json-fragment.ts'
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
    /** The last quarter of a goal that spans several, where that is later than the first; else it says nothing. */
    until: valueOf<Quarter | null>({ accepts: isQuarter, expects: 'a quarter, 1 to 4', json: { enum: quarters }, empty: null }),
    title: text(titleLimit),
    description: text(),
    status: valueOf<Status>({ accepts: isStatus, expects: 'a status', json: { enum: statuses }, empty: 'todo' }),
    reason: text(),
    waitingOn: text(titleLimit),
    /** Since when the status holds, where somebody has said so; what was said before the status was set is about an earlier one. */
    since: valueOf({ accepts: isDayOrMonth, expects: 'a day like 2018-10-02 or a month like 2018-07', json: dayOrMonthFragment, empty: '' }),
    /** Given up, with the reason; such a goal is postponed for good. */
    dropped: flag(),
    /** Teams that have said yes to what this goal needs of them. */
    accepted: memberSet(),
    stretch: flag(),
    owner: text(titleLimit),
    teams: memberSet(),
    /** Team names or goal ids. */
    dependsOn: memberSet(),
    /** Ids in a tracker, `T205923`. */
    tasks: memberSet(),
    order: orderKey(),
    carriedFrom: reference('goal'),
    /** Quarters of earlier plans in which it stood, `FY18/19 Q4`: what it continues is not in this plan. */
    carriedThrough: memberSet(),
    /** The quarter of a later plan in which it goes on, `FY19/20 Q1`, or that year alone where it has none there; empty while none does. */
    carriedInto: text(titleLimit),
  },
} as const satisfies AnySpec

export type Goal = RecordOf<typeof goalSpec>
