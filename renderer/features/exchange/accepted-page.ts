import type { Edit } from '../../../shared/changes/change.ts'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import type { PlanId } from '../../../shared/model/ids.ts'

/** What a person accepted: the page as a source of changes, and their own choices on top. */
export interface AcceptedPage {
  readonly planId: PlanId
  readonly theirs: ChangeSet
  readonly person: readonly Edit[]
  /** The title of the plan. */
  readonly title: string
}
