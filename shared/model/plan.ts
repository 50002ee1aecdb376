import { yearStartFragment } from './json-fragment.ts'
import { memberSet, reference, text, titleLimit, valueOf, type AnySpec, type RecordOf } from './record-spec.ts'
import { isYearStart } from './year.ts'

/** The annual plan itself: one record a plan. */
export const planSpec = {
  kind: 'plan',
  fields: {
    title: text(titleLimit),
    /** The first day of the fiscal year; the quarters follow from it. */
    startsOn: valueOf({ accepts: isYearStart, expects: 'a day like 2018-07-01', json: yearStartFragment, empty: '2000-01-01' }),
    summary: text(),
    /** Where tasks lie: how an id is written and the address it leads to, `T#=https://phabricator.wikimedia.org/T#`. */
    taskLinks: memberSet(),
    /** Words by which pages of this team call a status, `Fertig=done`. */
    statusWords: memberSet(),
    /** The plan of the year before. */
    continues: reference('plan'),
  },
} as const satisfies AnySpec

export type Plan = RecordOf<typeof planSpec>
