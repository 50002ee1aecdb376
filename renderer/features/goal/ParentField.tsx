import { ArrowRightLeft, X } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { freeGoal, nestGoal } from '../../../shared/edits/goal-edits.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { parentGoalOf, subtreeOf } from '../../../shared/plan/goal-place.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { GoalLink } from './GoalLink.tsx'
import { GoalPicker } from './GoalPicker.tsx'
import styles from './ParentField.module.css'
import { useGoalEdits } from './use-goal-edits.ts'

/** The goal that this one is part of: leads there, can be another one or none. */
export function ParentField({ id }: { readonly id: GoalId }) {
  const { plan } = useSession()
  const edits = useGoalEdits(id)
  const view = usePlan((state) => state.view)
  const parent = parentGoalOf(view, id)?.id ?? null
  // a goal can't be part of what is part of it
  const below = useMemo(() => new Set(subtreeOf(view, id)), [view, id])
  const accepts = useCallback((other: GoalId) => !below.has(other) && other !== parent, [below, parent])
  const nest = (under: GoalId): void => edits.act('goalMoved', nestGoal({ view: plan.getState().view, id, parent: under }) ?? [])
  const free = (): void => edits.act('goalMoved', freeGoal({ view: plan.getState().view, id }))
  const picker = { label: goalText.searchGoals, placeholder: goalText.searchGoalsPlaceholder, near: id, accepts, onChoose: nest } as const

  if (parent === null) {
    return (
      <GoalPicker
        {...picker}
        trigger={
          <Button variant="quiet" size="small" className={styles.none} aria-label={`${goalText.partOf}: ${goalText.notNested}. ${goalText.chooseParent}`}>
            {goalText.notNested}
          </Button>
        }
      />
    )
  }
  return (
    <div className={styles.row}>
      <GoalLink goal={parent} className={styles.link} />
      <GoalPicker {...picker} trigger={<IconButton size="small" label={goalText.chooseParent} icon={<ArrowRightLeft />} />} />
      <IconButton size="small" label={goalText.clearParent} icon={<X />} onClick={free} />
    </div>
  )
}
