import { hasKind, type GoalId } from '../../../shared/model/ids.ts'
import { isQuarter, quarters } from '../../../shared/model/year.ts'
import { recordOf, yearStartOf } from '../../../shared/plan/plan-view.ts'
import type { TreeNode } from '../../../shared/plan/tree/tree-nodes.ts'
import { standingOf, type TreeId } from '../../../shared/plan/tree/tree-place.ts'
import { stepInTree, type TreeStep } from '../../../shared/plan/tree/tree-steps.ts'
import { schedule } from '../../state/goal-moves.ts'
import type { Session } from '../../state/session.tsx'
import { quarterMonths } from '../../text/dates.ts'
import { planText } from '../../text/plan.ts'
import { afterMenu } from '../../ui/after-closing.ts'
import type { MenuEntry, MenuItemEntry } from '../../ui/menu-entry.ts'
import { draftAfter, draftBelow } from './drafts.ts'
import { deleteInTree, stepRecord } from './tree-actions.ts'
import { treeOf, type RowField } from './tree-store.ts'
import { titleOf } from './tree-words.ts'

/** What can be done with a row: for the menu of its button and for that of the other mouse button. */
export function rowEntries({ session, node, say }: { readonly session: Session; readonly node: TreeNode; readonly say: (text: string) => void }): readonly MenuEntry[] {
  const add = addWord(node)
  const below = add === null ? [] : [item('add', add, 'Ctrl+Enter', () => draftBelow(session, node))]
  if (!('id' in node)) return below
  const { id, kind } = node
  const beside = item('addBelow', planText.addBelow[kind], 'Shift+Enter', () => draftAfter(session, node))
  return [
    ...(hasKind(id, 'goal') ? goalEntries(session, id) : textEntries(session, { id, kind: kind === 'program' ? 'program' : 'numbered' })),
    { kind: 'separator', id: 'adding' },
    ...below,
    beside,
    { kind: 'separator', id: 'moving' },
    ...moveEntries({ session, id, say }),
    { kind: 'separator', id: 'deleting' },
    { ...item('delete', planText.delete, 'Delete', () => deleteInTree(session, id)), danger: true },
  ]
}

/** What is added below a row; null where nothing can be. */
export function addWord(node: TreeNode): string | null {
  switch (node.kind) {
    case 'program':
      return planText.add.outcome
    case 'outcome':
      return planText.add.output
    case 'output':
    case 'quarter':
      return planText.add.goal
    case 'goal':
      return planText.add.subGoal
    case 'loose':
      return planText.add[node.holds]
  }
}

function goalEntries(session: Session, id: GoalId): readonly MenuEntry[] {
  const { view } = session.plan.getState()
  const startsOn = yearStartOf(view)
  const goal = recordOf(view, id)
  const none = goal?.parent === null ? planText.notScheduled : planText.withParent
  return [
    item('open', planText.openGoal, 'Enter', () => session.ui.getState().openGoal(id)),
    item('rename', planText.rename, 'F2', () => session.ui.getState().rename(id)),
    {
      kind: 'submenu',
      id: 'quarter',
      label: planText.quarter,
      entries: [
        {
          kind: 'choice',
          id: 'quarters',
          value: String(goal?.quarter ?? 'none'),
          options: [...quarters.map((quarter) => ({ id: String(quarter), label: planText.quarterOption(quarter, quarterMonths({ startsOn, quarter })) })), { id: 'none', label: none }],
          onChange: (chosen) => {
            const quarter = Number(chosen)
            schedule(session, { goals: [id], quarter: isQuarter(quarter) ? quarter : null })
          },
        },
      ],
    },
  ]
}

/** Titles of programs, outcomes and outputs are changed in their row, and so is what else they say. */
function textEntries(session: Session, { id, kind }: { readonly id: TreeId; readonly kind: 'program' | 'numbered' }): readonly MenuEntry[] {
  const edit = (field: RowField, label: string): MenuItemEntry => item(field, planText.edit(label), undefined, () => treeOf(session).setState({ editing: { key: id, field } }))
  const rename = { ...edit('title', planText.name), label: planText.rename, keys: 'F2' }
  if (kind === 'numbered') return [rename, edit('number', planText.number)]
  return [rename, edit('code', planText.code), edit('owner', planText.owner), edit('summary', planText.summary), edit('links', planText.links)]
}

function moveEntries({ session, id, say }: { readonly session: Session; readonly id: TreeId; readonly say: (text: string) => void }): readonly MenuEntry[] {
  const { view } = session.plan.getState()
  const step = (by: TreeStep, label: string, keys: string): MenuItemEntry => ({ ...item(by, label, keys, () => say(stepRecord(session, { id, step: by }))), disabled: stepInTree({ view, id, step: by }) === null })
  const standing = standingOf(view, id)
  const before = standing?.list[standing.index - 1]
  const above = standing?.under ?? null
  return [
    step('up', planText.up, 'Alt+Up'),
    step('down', planText.down, 'Alt+Down'),
    ...(hasKind(id, 'goal') && before !== undefined ? [step('in', planText.nest(titleOf(view, before)), 'Alt+Right')] : []),
    ...(hasKind(above, 'goal') ? [step('out', planText.takeOut(titleOf(view, above)), 'Alt+Left')] : []),
    ...(hasKind(id, 'program') ? [] : [item('moveTo', planText.moveTo, undefined, () => treeOf(session).setState({ moving: id }))]),
  ]
}

function item(id: string, label: string, keys: string | undefined, run: () => void): MenuItemEntry {
  return { kind: 'item', id, label, keys, onSelect: () => afterMenu(run) }
}
