import { useState, type ReactNode } from 'react'
import { hasKind, kindOf, type GoalId, type RecordId } from '../../../shared/model/ids.ts'
import { findGoals } from '../../../shared/plan/find-goals.ts'
import { subtreeOf } from '../../../shared/plan/goal-place.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { destinationsOf } from '../../../shared/plan/tree/tree-destinations.ts'
import { standingOf, type TreeId } from '../../../shared/plan/tree/tree-place.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { planText } from '../../text/plan.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import type { CommandItem } from '../../ui/command-item.ts'
import { CommandPalette } from '../../ui/CommandPalette.tsx'
import { moveRecord } from './tree-actions.ts'
import { treeOf, useTree } from './tree-store.ts'
import { nameOf, titleOf } from './tree-words.ts'

interface Destination extends CommandItem {
  readonly under: RecordId | null
}

/** Chooses what a record shall belong to: what a drag does, by words. */
export function MoveTo(): ReactNode {
  const moving = useTree((state) => state.moving)
  return moving === null ? null : <Destinations key={moving} id={moving} />
}

function Destinations({ id }: { readonly id: TreeId }): ReactNode {
  const session = useSession()
  const say = useAnnounce()
  const view = usePlan((state) => state.view)
  const [text, setText] = useState('')
  const kind = kindOf(id) as 'outcome' | 'output' | 'goal' // a program belongs to nothing, so it is never moved this way
  const goals = hasKind(id, 'goal') ? goalsToHold({ view, id, text }) : []
  return (
    <CommandPalette<Destination>
      onClose={() => treeOf(session).setState({ moving: null })}
      label={planText.moveLabel(titleOf(view, id))}
      placeholder={planText.movePlaceholder[kind]}
      empty={planText.moveEmpty}
      items={[...destinationsOf(view, id).map((under) => destination({ view, id, under })), { id: 'nothing', label: planText.moveOut[kind], group: planText.moveGroups.nothing, under: null, ...(standingOf(view, id)?.under === null ? { disabled: true, hint: planText.moveHere } : {}) }]}
      found={goals.map((under) => destination({ view, id, under }))}
      onQueryChange={setText}
      onRun={({ under }) => say(moveRecord(session, { id, to: { under, index: Number.MAX_SAFE_INTEGER } }))}
    />
  )
}

/** Goals that one can be part of: neither itself nor what is part of it, and none before one types. */
function goalsToHold({ view, id, text }: { readonly view: PlanView; readonly id: GoalId; readonly text: string }): readonly GoalId[] {
  if (text.trim() === '') return []
  const parts = new Set(subtreeOf(view, id))
  return findGoals({ view, query: text, near: null, limit: 40, accepts: (goal) => !parts.has(goal) }).map((goal) => goal.id)
}

const groups = { program: planText.moveGroups.program, outcome: planText.moveGroups.outcome, output: planText.moveGroups.output, goal: planText.moveGroups.goal } as const

function destination({ view, id, under }: { readonly view: PlanView; readonly id: TreeId; readonly under: RecordId }): Destination {
  const isHere = standingOf(view, id)?.under === under
  const group = groups[kindOf(under) as keyof typeof groups] // destinations are records of the tree
  return { id: under, label: nameOf(view, under), group, under, ...(isHere ? { disabled: true, hint: planText.moveHere } : {}) }
}
