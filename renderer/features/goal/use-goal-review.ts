import { useMemo, useState } from 'react'
import type { ConflictId, GoalId } from '../../../shared/model/ids.ts'
import type { OpenConflict } from '../../../shared/plan/open-conflict.ts'
import { goalsOf, openConflictsByGoal, openConflictsInOrder } from '../../../shared/plan/open-conflicts.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { usePlan } from '../../state/session.tsx'

/** What of a goal and its notes was edited on both sides and waits to be looked at. */
export interface GoalReview {
  /** What waited when the goal was opened. */
  readonly shown: readonly OpenConflict[]
  /** What came in since; shown at once it would push away what one is about to press. */
  readonly arrived: readonly OpenConflict[]
  /** From now on all of it is shown. */
  readonly unfold: () => void
}

export function useGoalReview(goal: GoalId): GoalReview {
  const view = usePlan((state) => state.view)
  const open = useMemo(() => conflictsOf(view, goal), [view, goal])
  const [known, setKnown] = useState(() => knownOf(goal, open))
  // another goal is in the panel, which is opened anew with it
  if (known.goal !== goal) setKnown(knownOf(goal, open))
  return {
    shown: open.filter(({ id }) => known.ids.has(id)),
    arrived: open.filter(({ id }) => !known.ids.has(id)),
    // what was decided stays known: an undo brings it back where it stood
    unfold: () => setKnown({ goal, ids: new Set([...known.ids, ...knownOf(goal, open).ids]) }),
  }
}

function knownOf(goal: GoalId, open: readonly OpenConflict[]): { readonly goal: GoalId; readonly ids: ReadonlySet<ConflictId> } {
  return { goal, ids: new Set(open.map(({ id }) => id)) }
}

function conflictsOf(view: PlanView, goal: GoalId): readonly OpenConflict[] {
  // as a rule there are none, which is known without going through those of all goals
  if (!openConflictsByGoal(view).has(goal)) return []
  return openConflictsInOrder(view).filter((conflict) => goalsOf(view, conflict).has(goal))
}
