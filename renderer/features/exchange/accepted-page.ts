import type { Edit } from '../../../shared/changes/change.ts'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import type { PlanId } from '../../../shared/model/ids.ts'

/** What a person accepted: the page as a source of changes, and as their own what was edited on it and what they chose. */
export interface AcceptedPage {
  readonly planId: PlanId
  readonly theirs: ChangeSet
  readonly person: readonly Edit[]
  /** The title of the plan. */
  readonly title: string
}
