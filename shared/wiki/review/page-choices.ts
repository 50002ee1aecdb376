import type { Edit, Fields } from '../../changes/change.ts'
import { addChanges, type ChangeSet } from '../../changes/fold.ts'
import { formatStamp, type Stamp } from '../../changes/stamp.ts'
import type { RecordId } from '../../model/ids.ts'
import type { PagePlan } from '../to-plan/page-to-plan.ts'
import type { PageReview } from './page-review.ts'
import { planEdits } from '../to-plan/plan-edits.ts'
import { keptKey, type Chosen } from './asked-proposals.ts'

/** What a person decided in the review of a page. */
export interface PageChoices {
  readonly chosen: Chosen
  /** Fields where the page's value is taken over the person's own, by `keptKey`. */
  readonly taken: ReadonlySet<string>
  /** Deleted records that are brought back. */
  readonly restored: ReadonlySet<RecordId>
}

export const noChoices: PageChoices = { chosen: new Map(), taken: new Set(), restored: new Set() }

/** What the person's decisions write on top of what the page says; one edit a record. */
export function editsOf({ plan, review, choices }: { readonly plan: PagePlan; readonly review: PageReview; readonly choices: PageChoices }): readonly Edit[] {
  const taken = review.kept.filter((kept) => choices.taken.has(keptKey(kept))).map(({ on, field, page }): Edit => ({ on, set: { [field]: page } }))
  const restored = [...choices.restored].map((on): Edit => ({ on, set: { deleted: false } }))
  const byRecord = new Map<RecordId, Fields>()
  for (const { on, set } of [...taken, ...restored, ...planEdits(plan, choices.chosen).person]) byRecord.set(on, { ...byRecord.get(on), ...set })
  return [...byRecord].map(([on, set]) => ({ on, set }))
}

/** Later than anything that is real: for a look at a plan that is never kept. */
const last: Stamp = formatStamp({ ms: 253_402_300_799_999, counter: 0, writer: '00000000000' })

/** The plan as it would be, only to be looked at. */
export function withEdits(set: ChangeSet, edits: readonly Edit[]): ChangeSet {
  return addChanges(set, edits.map((edit) => ({ at: last, ...edit }))).set
}
