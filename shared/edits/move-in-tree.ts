import type { Edit, Fields } from '../changes/change.ts'
import { recordIn } from '../changes/fold.ts'
import { hasKind, type GoalId } from '../model/ids.ts'
import { isQuarter, type Quarter } from '../model/year.ts'
import { outputOfGoal, quarterOfGoal, subtreeOf } from '../plan/goal-place.ts'
import { parentOf, recordOf, type PlanView } from '../plan/plan-view.ts'
import { siblingsIn, type TreeId, type TreePlace } from '../plan/tree/tree-place.ts'
import { editFields } from './edit-fields.ts'
import { untilThere } from './goal-edits.ts'
import { placeRecord } from './place-record.ts'

/**
 * The edits that put a program, outcome, output or goal somewhere else in the tree. Only what differs is
 * written: as a rule one order key, and with another parent one reference.
 * @returns null where it can't stand: below something of the wrong kind, or below itself
 */
export function moveInTree({ view, id, to }: { readonly view: PlanView; readonly id: TreeId; readonly to: TreePlace }): readonly Edit[] | null {
  const set = fieldsThere({ view, id, to })
  if (set === null) return null
  const until = hasKind(id, 'goal') && 'quarter' in set ? untilThere({ view, id, quarter: isQuarter(set['quarter']) ? set['quarter'] : null }) : {}
  const changed = editFields({ view, on: id, set: { ...set, ...until } })[0]?.set ?? {}
  const quarter = hasKind(id, 'goal') && !hasKind(to.under, 'goal') ? quarterThere({ view, id, to }) : undefined
  const list = siblingsIn(view, { id, under: to.under, quarter }).map((sibling) => ({ id: sibling, order: recordOf(view, sibling)?.order ?? '' }))
  const others = list.filter((sibling) => sibling.id !== id).length
  return placeRecord({ list, index: Math.min(to.index, others), on: id, set: changed })
}

/** The fields that say where a record belongs; none while it stays below the same one, whatever it states. */
function fieldsThere({ view, id, to }: { readonly view: PlanView; readonly id: TreeId; readonly to: TreePlace }): Fields | null {
  const { under } = to
  const folded = recordIn(view.set, id)
  if (folded === undefined || (under !== null && recordIn(view.set, under) === undefined)) return null
  // an orphan keeps the parent it states when it is only reordered: that parent may still arrive
  const stays = parentOf(view, folded) === under
  if (hasKind(id, 'program')) return under === null ? {} : null
  if (hasKind(id, 'outcome')) return under !== null && !hasKind(under, 'program') ? null : stays ? {} : { program: under }
  if (hasKind(id, 'output')) return under !== null && !hasKind(under, 'outcome') ? null : stays ? {} : { outcome: under }
  if (hasKind(under, 'goal')) return goalUnderGoal({ view, id, under, stays })
  if (under !== null && !hasKind(under, 'output')) return null
  return { ...(stays ? {} : { parent: null, output: under }), quarter: quarterThere({ view, id, to }) }
}

function goalUnderGoal({ view, id, under, stays }: { readonly view: PlanView; readonly id: GoalId; readonly under: GoalId; readonly stays: boolean }): Fields | null {
  if (stays) return {}
  if ([...subtreeOf(view, id)].includes(under)) return null
  return { parent: under, output: outputOfGoal(view, under)?.id ?? null, quarter: null }
}

/** A sub-goal that becomes a goal of its own stays in the quarter in which it was done so far. */
function quarterThere({ view, id, to }: { readonly view: PlanView; readonly id: GoalId; readonly to: TreePlace }): Quarter | null {
  return to.quarter === undefined ? quarterOfGoal(view, id) : to.quarter
}
