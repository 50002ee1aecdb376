import type { Fields } from '../../../shared/changes/change.ts'
import { deleteRecord, editFields } from '../../../shared/edits/edit-fields.ts'
import { moveInTree } from '../../../shared/edits/move-in-tree.ts'
import { hasKind, kindOf } from '../../../shared/model/ids.ts'
import { pathTo } from '../../../shared/plan/tree/tree-path.ts'
import type { TreeId, TreePlace } from '../../../shared/plan/tree/tree-place.ts'
import { stepInTree, type TreeStep } from '../../../shared/plan/tree/tree-steps.ts'
import { treeRows, type TreeRow } from '../../../shared/plan/tree/tree-rows.ts'
import { goalsBelow } from '../../state/goals-below.ts'
import type { Session } from '../../state/session.tsx'
import { planText } from '../../text/plan.ts'
import { sendFocus, setOpen, treeOf } from './tree-store.ts'
import { standingText, titleOf } from './tree-words.ts'
import { homesAfter } from './tree-walk.ts'

/** The rows in sight right now, for what happens outside of drawing. */
export function rowsOf(session: Session): readonly TreeRow[] {
  const { text, open, openFound } = treeOf(session).getState()
  return treeRows(session.plan.getState().view, { text, open: text.trim() === '' ? open : openFound })
}

/** Writes fields of a record as a person typed them in its row. @param begun what they said when the typing began */
export function editRecord(session: Session, { id, set, begun = {} }: { readonly id: TreeId; readonly set: Fields; readonly begun?: Fields }): void {
  const { view, act } = session.plan.getState()
  const action = hasKind(id, 'goal') ? 'goalRenamed' : `${kindOf(id)}Edited`
  act({ action, subject: titleOf(view, id) }, editFields({ view, on: id, set }), [{ on: id, set: begun }])
}

/**
 * Puts a record somewhere else, opens what it stands below and keeps the focus on it.
 * @returns what to say of it
 */
export function moveRecord(session: Session, { id, to }: { readonly id: TreeId; readonly to: TreePlace }): string {
  const { view, act } = session.plan.getState()
  const edits = moveInTree({ view, id, to }) ?? []
  const isReorder = edits.every((edit) => Object.keys(edit.set).every((field) => field === 'order'))
  act({ action: !hasKind(id, 'goal') ? 'planReordered' : isReorder ? 'goalReordered' : 'goalMoved', subject: titleOf(view, id) }, edits)
  const tree = treeOf(session)
  const now = session.plan.getState().view
  setOpen(tree, { keys: pathTo(now, id), isOpen: true })
  sendFocus(tree, id)
  return standingText(now, id)
}

/** Moves a record by a step; says where it stands now, or why it can't go there. */
export function stepRecord(session: Session, { id, step }: { readonly id: TreeId; readonly step: TreeStep }): string {
  const to = stepInTree({ view: session.plan.getState().view, id, step })
  return to === null ? planText.noFurther[step] : moveRecord(session, { id, to })
}

/** Deletes a record with what stands below it; the focus goes to the nearest row that is left. */
export function deleteInTree(session: Session, id: TreeId): void {
  const { view, act } = session.plan.getState()
  const homes = homesAfter(rowsOf(session), id)
  act({ action: hasKind(id, 'goal') ? 'goalDeleted' : 'recordDeleted', subject: titleOf(view, id), detail: goalsBelow(view, [id]) }, deleteRecord(id))
  if (session.ui.getState().goal === id) session.ui.getState().openGoal(null)
  const left = new Set(rowsOf(session).map(({ node }) => node.key))
  const home = homes.find((key) => left.has(key))
  if (home !== undefined) sendFocus(treeOf(session), home)
}
