import type { ReactNode } from 'react'
import type { Goal } from '../../../shared/model/goal.ts'
import { hasKind } from '../../../shared/model/ids.ts'
import { asksForReason } from '../../../shared/model/status.ts'
import { outputOfGoal, parentGoalOf, quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import { recordOf, yearStartOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { StatusName } from '../../parts/StatusName.tsx'
import { TaskLink } from '../../parts/TaskLink.tsx'
import { TeamChips } from '../../parts/TeamChips.tsx'
import { formatFullDate, quarterLabel, quarterMonths } from '../../text/dates.ts'
import { goalText } from '../../text/goal.ts'
import { historyText } from '../../text/history.ts'
import { recordText } from '../../text/records.ts'
import styles from './PastGoal.module.css'

/** The fields of a goal that said something then. */
export function PastFacts({ goal, view }: { readonly goal: Goal; readonly view: PlanView }): ReactNode {
  const output = outputOfGoal(view, goal.id)
  const quarter = quarterOfGoal(view, goal.id)
  const titleOf = (id: string | null): string | null => (hasKind(id, 'goal') ? (recordOf(view, id)?.title ?? historyText.unknownRecord) : id)
  const held = asksForReason(goal.status)
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    [goalText.status, <StatusName key="status" status={goal.status} />],
    [goalText.reason, held ? goal.reason : ''],
    [goalText.waitingOn, held ? goal.waitingOn : ''],
    [goalText.since, held && goal.since !== '' && formatFullDate(goal.since)],
    [goalText.quarter, quarter === null ? goalText.notScheduled : goalText.quarterOption(quarterLabel(quarter), quarterMonths({ startsOn: yearStartOf(view), quarter }))],
    [goalText.output, output === null ? goalText.noOutput : goalText.outputOption(output.number, output.title)],
    [goalText.partOf, titleOf(parentGoalOf(view, goal.id)?.id ?? null)],
    [goalText.stretch, goal.stretch ? recordText.yes : ''],
    [goalText.owner, goal.owner],
    [goalText.teams, goal.teams.length > 0 && <TeamChips key="teams" teams={goal.teams} />],
    [goalText.tasks, goal.tasks.length > 0 && goal.tasks.map((task) => <TaskLink key={task} task={task} />)],
    [goalText.dependsOn, goal.dependsOn.map(titleOf).join(', ')],
    [goalText.carriedFrom, titleOf(goal.carriedFrom)],
  ]
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== '' && value !== false)
        .map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
