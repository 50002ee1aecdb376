import type { ReactNode } from 'react'
import { dueIn, type CheckIn, type CheckInGoal } from '../../../shared/checkin/check-in.ts'
import type { CheckInMonth } from '../../../shared/model/check-in-month.ts'
import type { Month } from '../../../shared/model/date.ts'
import { isLive, recordOf } from '../../../shared/plan/plan-view.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { checkInText } from '../../text/checkin.ts'
import { formatMonthName } from '../../text/dates.ts'
import { Button } from '../../ui/Button.tsx'
import { useHasDraft } from './checkin-drafts.ts'
import { useCheckIn } from './checkin-store.ts'
import { goTo } from './go.ts'
import { goalsByTeam } from './goals-by-team.ts'
import { PaneFrame } from './PaneFrame.tsx'
import styles from './Pane.module.css'

/** How a check-in stands: what was written, and who has no note yet, by team, with the way to each. */
export function Summary({ checkIn, month }: { readonly checkIn: CheckIn; readonly month: CheckInMonth }): ReactNode {
  const session = useSession()
  const monthName = formatMonthName(month.month)
  const view = usePlan((state) => state.view)
  // what was undone since, or deleted, was not written
  const written = useCheckIn((state) => state.written).filter((note) => isLive(view, note)).length
  const left = checkIn.goals.filter(({ hasNote }) => !hasNote)
  const [first] = left
  const goOn = (): void => {
    if (first === undefined) session.ui.getState().goTo('board')
    else goTo(session, { kind: 'goal', goal: first.goal })
  }
  return (
    <PaneFrame kind="summary" title={left.length === 0 ? checkInText.allNoted(monthName) : checkInText.someLeft(dueIn(checkIn), monthName)} keys={{ onSave: goOn }}>
      <p className={styles.words}>
        {checkInText.written(written)} {checkInText.counted(checkIn.noted, checkIn.goals.length)}.
      </p>
      {goalsByTeam(view, left).map(({ team, goals }) => (
        <section key={team ?? ''} className={styles.left} aria-label={team ?? checkInText.noTeam}>
          <h3 className={styles.team}>
            {team ?? checkInText.noTeam} <span className={styles.count}>{goals.length}</span>
          </h3>
          <ul className={styles.leftGoals}>
            {goals.map((asked) => (
              <Left key={asked.goal} asked={asked} month={month.month} />
            ))}
          </ul>
        </section>
      ))}
      <div className={styles.end}>
        <Button variant="primary" keys="Ctrl+Enter" onClick={goOn}>
          {first === undefined ? checkInText.toBoard : checkInText.startAgain}
        </Button>
      </div>
    </PaneFrame>
  )
}

function Left({ asked: { goal, output }, month }: { readonly asked: CheckInGoal; readonly month: Month }): ReactNode {
  const session = useSession()
  const isBegun = useHasDraft({ month, on: goal })
  const title = usePlan(({ view }) => recordOf(view, goal)?.title ?? '')
  const number = usePlan(({ view }) => recordOf(view, output)?.number ?? '')
  return (
    <li>
      <button type="button" className={styles.leftGoal} onClick={() => goTo(session, { kind: 'goal', goal })}>
        <span className={styles.number}>{number}</span>
        <span>
          {title === '' ? checkInText.untitled : title}
          {isBegun && <span className={styles.begun}> ({checkInText.isBegun})</span>}
        </span>
      </button>
    </li>
  )
}
