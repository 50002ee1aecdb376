import { spanGoal } from '../../../shared/edits/goal-edits.ts'
import type { Goal } from '../../../shared/model/goal.ts'
import { asksForReason } from '../../../shared/model/status.ts'
import { quarters, type Quarter } from '../../../shared/model/year.ts'
import { parentGoalOf, quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { StatusSelect } from '../../parts/StatusSelect.tsx'
import { usePlan, useSession } from '../../state/session.tsx'
import { quarterLabel, quarterMonths } from '../../text/dates.ts'
import { goalText } from '../../text/goal.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Select, type SelectOption } from '../../ui/Select.tsx'
import styles from './GoalStatus.module.css'
import { useGoalEdits } from './use-goal-edits.ts'

type Choice = `${Quarter}` | 'none'

/** Status, quarter and stretch: what one looks for first. */
export function GoalStatus({ goal, onAskWhy }: { readonly goal: Goal; readonly onAskWhy: () => void }) {
  const edits = useGoalEdits(goal.id)
  const startsOn = usePlan((state) => yearStartOf(state.view))
  const isNested = usePlan((state) => parentGoalOf(state.view, goal.id) !== null)
  const shown = usePlan((state) => quarterOfGoal(state.view, goal.id))
  const none = isNested ? goalText.withParent(goal.quarter === null && shown !== null ? quarterLabel(shown) : null) : goalText.notScheduled
  const options: readonly SelectOption<Choice>[] = [
    ...quarters.map((quarter) => ({ value: `${quarter}` as const, label: goalText.quarterOption(quarterLabel(quarter), quarterMonths({ startsOn, quarter })) })),
    { value: 'none', label: none },
  ]
  const schedule = (choice: Choice): void => edits.schedule(choice === 'none' ? null : (Number(choice) as Quarter)) // the type says 1 to 4
  return (
    <div className={styles.row}>
      <StatusSelect
        label={goalText.status}
        status={goal.status}
        onChange={(status) => {
          edits.setStatus(status)
          if (asksForReason(status)) onAskWhy()
        }}
      />
      <Select<Choice> label={goalText.quarter} hideLabel className={styles.quarter} value={goal.quarter === null ? 'none' : `${goal.quarter}`} options={options} onChange={schedule} />
      {goal.quarter !== null && goal.quarter < 4 && <UntilSelect goal={goal} quarter={goal.quarter} />}
      <Chip label={goalText.stretch} pressed={goal.stretch} onPressedChange={(stretch) => edits.set({ stretch })} />
    </div>
  )
}

/** The last quarter of a goal that spans several; most stand in one alone. */
function UntilSelect({ goal, quarter }: { readonly goal: Goal; readonly quarter: Quarter }) {
  const { plan } = useSession()
  const edits = useGoalEdits(goal.id)
  const later = quarters.filter((each) => each > quarter)
  const until = later.find((each) => each === goal.until) ?? null
  const options: readonly SelectOption<Choice>[] = [{ value: 'none', label: goalText.untilItself(quarterLabel(quarter)) }, ...later.map((each) => ({ value: `${each}` as const, label: goalText.untilOption(quarterLabel(each)) }))]
  const span = (choice: Choice): void => edits.act('goalSpanned', spanGoal({ view: plan.getState().view, id: goal.id, until: choice === 'none' ? null : (Number(choice) as Quarter) })) // the type says 1 to 4
  return <Select<Choice> label={goalText.until} hideLabel placeholder={goalText.untilPlaceholder} className={styles.quarter} value={until === null ? null : `${until}`} options={options} onChange={span} />
}
