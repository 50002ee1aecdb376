import { ArrowRightLeft, X } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { editFields } from '../../../shared/edits/edit-fields.ts'
import type { Goal } from '../../../shared/model/goal.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { earlierGoals, laterGoals } from '../../../shared/plan/carried.ts'
import { outputOfGoal } from '../../../shared/plan/goal-place.ts'
import { isLive, recordOf } from '../../../shared/plan/plan-view.ts'
import { continueGoal, likelyEarlier, mayContinue } from '../../../shared/turn/continue-goal.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { FactRow } from './FactRow.tsx'
import { GoalPicker, type PickerItem } from './GoalPicker.tsx'
import styles from './GoalWay.module.css'
import { quarterName, WayStop } from './WayStop.tsx'
import { useGoalEdits } from './use-goal-edits.ts'

/** How a goal went through the quarters: what it continues, back to where it began, and what goes on with it. */
export function GoalWay({ goal }: { readonly goal: Goal }) {
  const view = usePlan((state) => state.view)
  const earlier = earlierGoals(view, goal.id)
  const later = laterGoals(view, goal.id).flatMap((id) => (isLive(view, id) ? (recordOf(view, id) ?? []) : []))
  const first = earlier.at(-1) ?? goal
  return (
    <>
      <FactRow label={goalText.continues}>
        <ol aria-label={goalText.continues} className={styles.way}>
          {earlier.map((each) => (
            <WayStop key={each.id} goal={each} withNotes />
          ))}
          {first.carriedThrough.length > 0 && <li className={styles.stood}>{goalText.carriedThrough(first.carriedThrough)}</li>}
          {first.carriedFrom !== null && !isLive(view, first.carriedFrom) && <GoneStop id={first.carriedFrom} />}
        </ol>
        <Link goal={goal} />
      </FactRow>
      {(later.length > 0 || goal.carriedInto !== '') && (
        <FactRow label={goalText.goesOnAs}>
          <ul aria-label={goalText.goesOnAs} className={styles.way}>
            {later.map((each) => (
              <WayStop key={each.id} goal={each} withNotes={false} />
            ))}
            {goal.carriedInto !== '' && <li className={styles.stood}>{goalText.carriedInto(goal.carriedInto)}</li>}
          </ul>
          {goal.carriedInto !== '' && <StaysHere id={goal.id} />}
        </FactRow>
      )}
    </>
  )
}

/** Where the way ends: at a goal that was deleted, which may be brought back, or at one that was never here. */
function GoneStop({ id }: { readonly id: GoalId }) {
  const { plan } = useSession()
  const edits = useGoalEdits(id)
  const deleted = usePlan((state) => recordOf(state.view, id))
  if (deleted === null) return <li className={styles.stood}>{goalText.missingGoal}</li>
  const bringBack = (): void => edits.act('goalEdited', editFields({ view: plan.getState().view, on: id, set: { deleted: false } }))
  return (
    <li className={styles.stood}>
      {goalText.deletedGoal}{' '}
      <Button size="small" variant="quiet" onClick={bringBack} aria-label={`${goalText.bringBack}: ${deleted.title}`}>
        {goalText.bringBack}
      </Button>
    </li>
  )
}

/** Says that a goal goes on in no later plan: who has given up the plan of the next year is asked about it again. */
function StaysHere({ id }: { readonly id: GoalId }) {
  const { plan } = useSession()
  const edits = useGoalEdits(id)
  const stay = (): void => edits.act('goalStays', editFields({ view: plan.getState().view, on: id, set: { carriedInto: '' } }))
  return (
    <div className={styles.actions}>
      <IconButton size="small" label={goalText.staysHere} icon={<X />} onClick={stay} />
    </div>
  )
}

const likelyLimit = 5

/** Says by hand which goal this one continues: the likely ones first, any other by its words. */
function Link({ goal: { id, carriedFrom } }: { readonly goal: Goal }) {
  const { plan } = useSession()
  const edits = useGoalEdits(id)
  const view = usePlan((state) => state.view)
  const accepts = useCallback((other: GoalId) => other !== carriedFrom && mayContinue(plan.getState().view, id, other), [plan, id, carriedFrom])
  const link = useCallback((from: GoalId) => edits.act('goalLinked', continueGoal({ view: plan.getState().view, id, from })), [plan, id, edits])
  const unlink = (): void => edits.act('goalUnlinked', continueGoal({ view: plan.getState().view, id, from: null }))
  const hintOf = useCallback((other: GoalId) => [outputOfGoal(view, other)?.number ?? '', quarterName(view, other)].filter((part) => part !== '').join(' · '), [view])
  const others = useOffered({ id, accepts, link, hintOf })
  const picker = { label: goalText.searchEarlier, placeholder: goalText.searchGoalsPlaceholder, near: id, accepts, onChoose: link, others, hintOf } as const
  if (carriedFrom === null) {
    return (
      <GoalPicker
        {...picker}
        trigger={
          <Button variant="quiet" size="small" className={styles.none} aria-label={`${goalText.continues}: ${goalText.continuesNothing}. ${goalText.chooseEarlier}`}>
            {goalText.continuesNothing}
          </Button>
        }
      />
    )
  }
  return (
    <div className={styles.actions}>
      <GoalPicker {...picker} trigger={<IconButton size="small" label={goalText.chooseEarlier} icon={<ArrowRightLeft />} />} />
      <IconButton size="small" label={goalText.unlink} icon={<X />} onClick={unlink} />
    </div>
  )
}

interface Offering {
  readonly id: GoalId
  readonly accepts: (id: GoalId) => boolean
  readonly link: (from: GoalId) => void
  readonly hintOf: (id: GoalId) => string
}

/** What is offered while nothing is typed. */
function useOffered({ id, accepts, link, hintOf }: Offering): (query: string) => { readonly before: readonly PickerItem[]; readonly after: readonly PickerItem[] } {
  const { plan } = useSession()
  const offered = useMemo(() => {
    // worked out when the list opens first, and not with every edit
    let items: readonly PickerItem[] | undefined
    return (): readonly PickerItem[] => {
      items ??= likelyEarlier({ view: plan.getState().view, id, limit: likelyLimit })
        .filter((goal) => accepts(goal.id))
        .map((goal) => ({
          id: `likely ${goal.id}`,
          label: goal.title === '' ? goalText.untitled : goal.title,
          group: goalText.likelyGroup,
          hint: hintOf(goal.id),
          icon: <StatusIcon status={goal.status} className={statusTone(goal.status)} />,
          goal: goal.id,
          choose: () => link(goal.id),
        }))
      return items
    }
  }, [plan, id, accepts, link, hintOf])
  return useCallback((query: string) => ({ before: query.trim() === '' ? offered() : [], after: [] }), [offered])
}
