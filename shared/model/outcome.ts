import { orderKey, reference, text, titleLimit, type AnySpec, type RecordOf } from './record-spec.ts'

/** What shall be true at the end of the year. */
export const outcomeSpec = {
  kind: 'outcome',
  fields: {
    program: reference('program'),
    number: text(titleLimit),
    title: text(titleLimit),
    order: orderKey(),
  },
} as const satisfies AnySpec

export type Outcome = RecordOf<typeof outcomeSpec>
