import { text, titleLimit, type AnySpec, type RecordOf } from './record-spec.ts'

/** One copy of the plan on one computer. When it was last heard of follows from its latest stamp. */
export const replicaSpec = {
  kind: 'replica',
  fields: {
    /** What people call that computer. */
    name: text(titleLimit),
  },
} as const satisfies AnySpec

export type Replica = RecordOf<typeof replicaSpec>
