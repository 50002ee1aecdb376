import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { outcomeOfGoal, outputOfGoal, quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import { recordOf, yearStartOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { askedSince } from '../../../shared/teams/asked-since.ts'
import type { Ask } from '../../../shared/teams/asks.ts'
import { localCalendar } from '../../state/local-calendar.ts'
import { useProgramShown } from '../../parts/use-program-shown.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { walkRows } from '../../parts/walk-rows.ts'
import { acceptAsk } from '../../state/accept-ask.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { boardText } from '../../text/board.ts'
import { formatDate, quarterLabel } from '../../text/dates.ts'
import { acceptText, teamsText } from '../../text/teams.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { Button } from '../../ui/Button.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './AskRow.module.css'

export interface AskRowProps {
  readonly ask: Ask
  /** Of which side it is seen: of whom is asked, or of who asks. */
  readonly side: 'asked' | 'asking'
}

/** What a goal needs of a team: who asks, what for, since when, and whether the team has said yes. */
export function AskRow({ ask, side }: AskRowProps): ReactNode {
  const session = useSession()
  const view = usePlan((state) => state.view)
  const { goal, team, accepted } = ask
  const title = goal.title === '' ? boardText.untitled : goal.title
  const showsProgram = useProgramShown()
  const program = showsProgram ? (recordOf(view, outcomeOfGoal(view, goal.id)?.program ?? null)?.code ?? '') : ''
  const quarter = quarterOfGoal(view, goal.id)
  const date = askedSince({ view, ask, calendar: localCalendar(session.today()) })
  const facts = [
    statusLabel[goal.status],
    ...(side === 'asking' ? [] : [goal.teams.length === 0 ? teamsText.noTeam : goal.teams.join(', ')]),
    ...(quarter === null ? [] : [quarterLabel(quarter)]),
    needsWords(view, ask),
    ...(date === null ? [] : [teamsText.since(formatDate({ date, startsOn: yearStartOf(view) }))]),
  ]
  return (
    <div className={styles.row} data-ask={side === 'asked' ? (team ?? undefined) : undefined} data-goal={goal.id}>
      <button type="button" data-opens={`${goal.id} ${team ?? ''} ${side}`} data-goal={goal.id} className={styles.goal} onClick={() => session.ui.getState().openGoal(goal.id)} onFocus={() => session.board.getState().focusTaken(goal.id)} onKeyDown={walkRows}>
        <span className={styles.number}>{[program, outputOfGoal(view, goal.id)?.number ?? ''].join(' ')}</span>
        <span className={styles.title}>{title}</span>
        <span className={styles.facts}>
          <StatusIcon status={goal.status} size={12} className={statusTone(goal.status)} />
          {facts.join(' · ')}
        </span>
        {ask.waiting && goal.reason !== '' && <span className={styles.reason}>{goal.reason}</span>}
      </button>
      <span className={accepted ? styles.accepted : styles.notYet}>
        {accepted && <Check aria-hidden="true" />}
        {team === null ? '' : accepted ? teamsText.accepted : teamsText.notYet}
      </span>
      {side === 'asked' && team !== null && (
        <Button size="small" keys="A" data-print="hide" onClick={() => acceptAsk(session, { goal: goal.id, team, isAccepted: !accepted })}>
          {accepted ? teamsText.takeBack : teamsText.accept}
          <VisuallyHidden>{accepted ? teamsText.takeBackFor(title) : teamsText.acceptFor(title)}</VisuallyHidden>
        </Button>
      )}
    </div>
  )
}

function needsWords(view: PlanView, { goal, team, byName, waiting, needs }: Ask): string {
  const titles = needs.map((id) => teamsText.needsGoal(recordOf(view, id)?.title ?? ''))
  return [...(byName && team !== null ? [acceptText.needs(team)] : []), ...(waiting ? [teamsText.waitsFor(goal.waitingOn)] : []), ...titles].join(', ')
}
