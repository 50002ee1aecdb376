import { titleLimit } from '../../../shared/model/record-spec.ts'
import type { Goal } from '../../../shared/model/goal.ts'
import { parseTask } from '../../../shared/plan/task-links.ts'
import { teamsInPlan } from '../../../shared/plan/teams.ts'
import { useTaskLinks } from '../../parts/outside.ts'
import { TaskLink } from '../../parts/TaskLink.tsx'
import { TeamChips } from '../../parts/TeamChips.tsx'
import { useSession } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { EditableText } from '../../ui/EditableText.tsx'
import { Dependencies } from './Dependencies.tsx'
import { FactRow } from './FactRow.tsx'
import styles from './GoalFacts.module.css'
import { GoalWay } from './GoalWay.tsx'
import { MemberField } from './MemberField.tsx'
import { OutputField } from './OutputField.tsx'
import { ParentField } from './ParentField.tsx'
import { useGoalEdits } from './use-goal-edits.ts'

/** The fields of a goal that one looks up rather than reads, one a line. */
export function GoalFacts({ goal }: { readonly goal: Goal }) {
  const { plan } = useSession()
  const edits = useGoalEdits(goal.id)
  const links = useTaskLinks()
  return (
    <div className={styles.facts}>
      <FactRow label={goalText.output}>
        <OutputField id={goal.id} />
      </FactRow>
      <FactRow label={goalText.partOf}>
        <ParentField id={goal.id} />
      </FactRow>
      <FactRow label={goalText.owner}>
        <EditableText label={goalText.owner} value={goal.owner} placeholder={goalText.ownerPlaceholder} maxLength={titleLimit} onCommit={(owner, started) => edits.set({ owner }, { owner: started })} />
      </FactRow>
      <FactRow label={goalText.teams}>
        <MemberField
          label={goalText.teams}
          values={goal.teams}
          options={() => teamsInPlan(plan.getState().view).map(({ team }) => ({ value: team, label: team }))}
          parseNew={parseTeam}
          onAdd={(team) => edits.addMember('teams', team)}
          onRemove={(team) => edits.removeMember('teams', team)}
          placeholder={goalText.teamsPlaceholder}
          empty={goalText.noTeams}
        >
          <TeamChips teams={goal.teams} />
        </MemberField>
      </FactRow>
      <FactRow label={goalText.tasks}>
        <MemberField label={goalText.tasks} values={goal.tasks} options={() => []} parseNew={(typed) => parseTask(typed, links)} onAdd={(task) => edits.addMember('tasks', task)} onRemove={(task) => edits.removeMember('tasks', task)} placeholder={goalText.tasksPlaceholder} empty={goalText.noTasks}>
          {goal.tasks.map((task) => (
            <TaskLink key={task} task={task} />
          ))}
        </MemberField>
      </FactRow>
      <FactRow label={goalText.dependsOn}>
        <Dependencies goal={goal} />
      </FactRow>
      <GoalWay goal={goal} />
    </div>
  )
}

/** A team as it was typed; the field holds no more. */
function parseTeam(typed: string): string | null {
  const team = typed.replace(/\s+/g, ' ').trim().slice(0, 200).toWellFormed()
  return team === '' ? null : team
}
