import { addInTree } from '../../../shared/edits/add-in-tree.ts'
import { hasKind, type RecordId } from '../../../shared/model/ids.ts'
import { quarterAt, type Quarter } from '../../../shared/model/year.ts'
import { isLive, type PlanView } from '../../../shared/plan/plan-view.ts'
import { goalsByQuarter, quarterKey, topNodes, type TreeKey, type TreeNode } from '../../../shared/plan/tree/tree-nodes.ts'
import { standingOf } from '../../../shared/plan/tree/tree-place.ts'
import { pathTo } from '../../../shared/plan/tree/tree-path.ts'
import type { Session } from '../../state/session.tsx'
import { lookFor, sendFocus, setOpen, treeOf, type Draft } from './tree-store.ts'

const last = Number.MAX_SAFE_INTEGER

/** Begins to write a record below the one of a row, as its last. */
export function draftBelow(session: Session, node: TreeNode): void {
  begin(session, { draft: below(session, node), open: node.key })
}

/** Begins to write a record right after the one of a row, beside it. */
export function draftAfter(session: Session, node: TreeNode): void {
  if (!('id' in node)) return draftBelow(session, node)
  const { view } = session.plan.getState()
  const standing = standingOf(view, node.id)
  if (standing === null) return
  const { under, quarter, index } = standing
  const to = quarter === undefined ? { under, index: index + 1 } : { under, quarter, index: index + 1 }
  begin(session, { draft: { kind: node.kind, to, below: pathTo(view, node.id)[0] ?? null, after: node.key }, open: null })
}

export function draftProgram(session: Session): void {
  begin(session, { draft: { kind: 'program', to: { under: null, index: last }, below: null, after: null }, open: null })
}

/** Plans the goal that is being written for another quarter of its output. */
export function draftInQuarter(session: Session, { draft, quarter }: { readonly draft: Draft; readonly quarter: Quarter | null }): void {
  const { under } = draft.to
  const output = hasKind(under, 'output') ? under : 'root'
  treeOf(session).setState({ draft: { ...draft, to: { under, quarter, index: last }, below: groupRow(session, { output, quarter }), after: null } })
}

/** Writes the record down; the next one can be written after it. Says whether there was a place for it. */
export function commitDraft(session: Session, { draft, title }: { readonly draft: Draft; readonly title: string }): boolean {
  const { view, act } = session.plan.getState()
  const { to, kind } = draft
  if (to.under !== null && !isLive(view, to.under)) return false // deleted meanwhile, in another window
  const id = session.makeId(kind)
  const edits = addInTree({ view, id, title, to })
  if (edits === null) return false
  act({ action: hasKind(to.under, 'goal') ? 'subGoalAdded' : `${kind}Added`, subject: title }, edits)
  const path = pathTo(session.plan.getState().view, id)
  setOpen(treeOf(session), { keys: path, isOpen: true })
  treeOf(session).setState({ draft: { ...draft, to: { ...to, index: to.index === last ? last : to.index + 1 }, below: path[0] ?? null, after: draft.after === null ? null : id } })
  return true
}

/** Ends the writing; after a key the focus goes back to where it began. */
export function closeDraft(session: Session, { by }: { readonly by: 'key' | 'blur' }): void {
  const tree = treeOf(session)
  const { draft } = tree.getState()
  tree.setState({ draft: null })
  const home = draft?.after ?? draft?.below ?? topNodes(session.plan.getState().view).findLast(({ kind }) => kind === 'program')?.key
  if (by === 'key' && home !== undefined) sendFocus(tree, home)
}

function begin(session: Session, { draft, open }: { readonly draft: Draft | null; readonly open: TreeKey | null }): void {
  const tree = treeOf(session)
  if (draft === null) return
  // what is new would not be found by the words that are looked for
  if (tree.getState().text !== '') lookFor(tree, '')
  const keys = [open, draft.below].filter((key) => key !== null)
  setOpen(tree, { keys, isOpen: true })
  tree.setState({ draft, editing: null })
}

function below(session: Session, node: TreeNode): Draft | null {
  switch (node.kind) {
    case 'program':
      return lastBelow('outcome', node.id, node.key)
    case 'outcome':
      return lastBelow('output', node.id, node.key)
    case 'output':
      return goalIn(session, { output: node.id, quarter: likelyQuarter(session) })
    case 'quarter':
      return goalIn(session, { output: node.output, quarter: node.quarter })
    case 'goal':
      return lastBelow('goal', node.id, node.key)
    case 'loose':
      return node.holds === 'goal' ? goalIn(session, { output: 'root', quarter: likelyQuarter(session) }) : lastBelow(node.holds, null, node.key)
  }
}

function lastBelow(kind: Draft['kind'], under: RecordId | null, key: TreeKey): Draft {
  return { kind, to: { under, index: last }, below: key, after: null }
}

function goalIn(session: Session, { output, quarter }: { readonly output: `output:${string}` | 'root'; readonly quarter: Quarter | null }): Draft {
  return { kind: 'goal', to: { under: output === 'root' ? null : output, quarter, index: last }, below: groupRow(session, { output, quarter }), after: null }
}

/** The row of the quarter where there is one, else that of the output. */
function groupRow({ plan }: Session, { output, quarter }: { readonly output: `output:${string}` | 'root'; readonly quarter: Quarter | null }): TreeKey {
  if (goalsByQuarter(plan.getState().view, output).has(quarter)) return quarterKey(output, quarter)
  return output === 'root' ? 'loose goal' : output
}

/** The quarter that a new goal is most likely for: the one of today, else the one on the board. */
function likelyQuarter({ plan, board, today }: Session): Quarter | null {
  const { scope } = board.getState().query
  const shown = typeof scope === 'number' ? scope : 1
  return quarterOn(plan.getState().view, today()) ?? shown
}

function quarterOn({ plan }: PlanView, day: string): Quarter | null {
  return plan === null ? null : quarterAt({ startsOn: plan.startsOn, day })
}
