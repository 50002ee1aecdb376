import { hasKind, type RecordId } from '../../../shared/model/ids.ts'
import { quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import { recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { recordName } from '../../../shared/plan/record-name.ts'
import { standingOf, type TreeId } from '../../../shared/plan/tree/tree-place.ts'
import { quarterLabel } from '../../text/dates.ts'
import { planText } from '../../text/plan.ts'

/** What a record is called on the screen: its number or code, and its title. */
export function nameOf(view: PlanView, id: RecordId): string {
  const parts = partsOf(view, id).filter((part) => part !== '')
  return parts.length === 0 ? planText.untitledRecord : parts.join(' ')
}

/** What it is called in few letters: by its number or code, where it has one. */
function shortNameOf(view: PlanView, id: RecordId): string {
  return partsOf(view, id).find((part) => part !== '') ?? planText.untitledRecord
}

export function titleOf(view: PlanView, id: TreeId): string {
  return recordOf<'program' | 'outcome' | 'output' | 'goal'>(view, id)?.title ?? ''
}

/** Where a record stands, in words: `Verify stage, 2 of 5 in 1.1, Q2`. */
export function standingText(view: PlanView, id: TreeId): string {
  const standing = standingOf(view, id)
  if (standing === null) return titleOf(view, id)
  const quarter = hasKind(id, 'goal') && standing.quarter !== undefined ? quarterOfGoal(view, id) : undefined
  const where = [standing.under === null ? '' : shortNameOf(view, standing.under), quarter === undefined ? '' : quarter === null ? planText.notScheduled : quarterLabel(quarter)]
  return planText.movedTo({ title: titleOf(view, id), place: standing.index + 1, siblings: standing.list.length, where: where.filter((part) => part !== '').join(', ') })
}

function partsOf(view: PlanView, id: RecordId): readonly string[] {
  const name = recordName(view, id)
  return name === null ? [] : [name.number, name.title]
}
