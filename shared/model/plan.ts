import { yearStartFragment } from './json-fragment.ts'
import { text, titleLimit, valueOf, type AnySpec, type RecordOf } from './record-spec.ts'
import { isYearStart } from './year.ts'

/** The annual plan itself: one record a plan. */
export const planSpec = {
  kind: 'plan',
  fields: {
    title: text(titleLimit),
    /** The first day of the fiscal year; the quarters follow from it. */
    startsOn: valueOf({ accepts: isYearStart, expects: 'a day like 2018-07-01', json: yearStartFragment, empty: '2000-01-01' }),
    summary: text(),
  },
} as const satisfies AnySpec

export type Plan = RecordOf<typeof planSpec>
