import { orderKey, text, titleLimit, type AnySpec, type RecordOf } from './record-spec.ts'

/** A programme of work, say TEC3: outcomes belong to it. */
export const programSpec = {
  kind: 'program',
  fields: {
    code: text(titleLimit),
    title: text(titleLimit),
    owner: text(titleLimit),
    summary: text(),
    /** Markdown. */
    links: text(),
    order: orderKey(),
  },
} as const satisfies AnySpec

export type Program = RecordOf<typeof programSpec>
