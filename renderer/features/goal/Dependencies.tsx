import { Plus, X } from 'lucide-react'
import { useCallback } from 'react'
import type { Goal } from '../../../shared/model/goal.ts'
import { hasKind, type GoalId } from '../../../shared/model/ids.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { teamsInPlan } from '../../../shared/plan/teams.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { acceptText } from '../../text/teams.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './Dependencies.module.css'
import { GoalLink } from './GoalLink.tsx'
import { GoalPicker, type PickerItem } from './GoalPicker.tsx'
import { useGoalEdits } from './use-goal-edits.ts'

const teamLimit = 8

/** What a goal depends on: other goals, by title, and teams, by name. */
export function Dependencies({ goal }: { readonly goal: Goal }) {
  const { plan } = useSession()
  const { addMember } = useGoalEdits(goal.id)
  const { id, dependsOn } = goal
  const add = useCallback((member: string) => addMember('dependsOn', member), [addMember])
  const accepts = useCallback((other: GoalId) => other !== id && !dependsOn.includes(other), [id, dependsOn])
  const teams = useCallback(
    (query: string): { readonly before: readonly PickerItem[]; readonly after: readonly PickerItem[] } => {
      const typed = query.trim()
      const item = (team: string, label: string): PickerItem => ({ id: `team ${team}`, label, group: goalText.teamsGroup, choose: () => add(team) })
      const known = teamsInPlan(plan.getState().view).map(({ team }) => team)
      const fitting = known.filter((team) => team.toLowerCase().includes(typed.toLowerCase()) && !dependsOn.includes(team)).slice(0, teamLimit)
      const isNew = typed !== '' && !known.includes(typed) && !dependsOn.includes(typed) && !hasKind(typed, 'goal') && typed.length <= 200
      return { before: fitting.map((team) => item(team, team)), after: isNew ? [{ ...item(typed, goalText.dependOn(typed)), group: '' }] : [] }
    },
    [plan, dependsOn, add],
  )
  return (
    <div className={styles.list}>
      {dependsOn.map((member) => (
        <Dependency key={member} goal={goal} member={member} />
      ))}
      <div className={styles.add}>
        {dependsOn.length === 0 && <span className={styles.empty}>{goalText.nothing}</span>}
        <GoalPicker
          trigger={<IconButton size="small" label={goalText.addDependency} icon={<Plus />} />}
          label={goalText.searchDependency}
          placeholder={goalText.searchDependencyPlaceholder}
          near={id}
          accepts={accepts}
          onChoose={add}
          others={teams}
        />
      </div>
    </div>
  )
}

function Dependency({ goal, member }: { readonly goal: Goal; readonly member: string }) {
  const { removeMember } = useGoalEdits(goal.id)
  const title = usePlan((state) => (hasKind(member, 'goal') ? (recordOf(state.view, member)?.title ?? goalText.missingGoal) : member))
  return (
    <div className={styles.row}>
      <span className={styles.what}>{hasKind(member, 'goal') ? <GoalLink goal={member} /> : <TeamState team={member} isAccepted={goal.accepted.includes(member)} />}</span>
      <IconButton size="small" className={styles.remove} label={goalText.removeDependency(title)} icon={<X />} onClick={() => removeMember('dependsOn', member)} />
    </div>
  )
}

/** A team that the goal needs something of, and whether it has said yes. */
function TeamState({ team, isAccepted }: { readonly team: string; readonly isAccepted: boolean }) {
  return (
    <span className={styles.team}>
      <Tag>{team}</Tag>
      <span className={isAccepted ? styles.accepted : styles.notYet}>{acceptText.state(isAccepted)}</span>
    </span>
  )
}
