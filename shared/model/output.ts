import { orderKey, reference, text, titleLimit, type AnySpec, type RecordOf } from './record-spec.ts'

/** What is made so that an outcome comes true; the same one in every quarter. Numbers (`1.1`) may have gaps. */
export const outputSpec = {
  kind: 'output',
  fields: {
    outcome: reference('outcome'),
    number: text(titleLimit),
    title: text(titleLimit),
    order: orderKey(),
  },
} as const satisfies AnySpec

export type Output = RecordOf<typeof outputSpec>
