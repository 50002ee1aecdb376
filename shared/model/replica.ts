import { isDay } from './date.ts'
import { dayFragment } from './json-fragment.ts'
import { text, titleLimit, valueOf, type AnySpec, type RecordOf } from './record-spec.ts'

/** One copy of the plan on one computer. When it was last heard of follows from its latest stamp. */
export const replicaSpec = {
  kind: 'replica',
  fields: {
    /** What people call that computer. */
    name: text(titleLimit),
    /** The day before which history was folded away on that computer (`shared/share/old-history/fold-history.ts`). */
    foldedBefore: valueOf({ accepts: isDay, expects: 'a day like 2018-10-02', json: dayFragment, empty: '' }),
  },
} as const satisfies AnySpec

export type Replica = RecordOf<typeof replicaSpec>
