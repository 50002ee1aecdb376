import { useLayoutEffect, type ReactNode } from 'react'
import { dueIn } from '../../../shared/checkin/check-in.ts'
import { checkInNow, useCheckInShown } from '../../parts/check-in-shown.ts'
import { useCheckInMonth } from '../../parts/use-check-in-month.ts'
import { useBoard, useSession } from '../../state/session.tsx'
import { checkInText } from '../../text/checkin.ts'
import { formatLongDate, formatMonth } from '../../text/dates.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFocusHome } from '../../ui/focus-home.ts'
import { CheckInList } from './CheckInList.tsx'
import { useCheckIn } from './checkin-store.ts'
import styles from './CheckInScreen.module.css'
import { enter } from './go.ts'
import { GoalPane } from './GoalPane.tsx'
import { OutputPane } from './OutputPane.tsx'
import { placeShown } from './place.ts'
import { Summary } from './Summary.tsx'

/** The check-in of a month: the goals that are asked about at the left, and one of them, or several at once, to be told of. */
export function CheckInScreen(): ReactNode {
  const session = useSession()
  const month = useCheckInMonth()
  const { month: name } = month
  const programs = useBoard((state) => state.query.filter.programs)
  const checkIn = useCheckInShown(month)
  const begins = month.from > session.today() ? month.from : null
  const gone = useCheckIn((state) => state.place)
  const announce = useAnnounce()
  const place = placeShown(checkIn, gone)
  useFocusHome(() => document.querySelector<HTMLElement>('[data-checkin-pane]')?.focus({ preventScroll: true }))
  // before it is drawn: the goal one was at in another month is not to flash up
  useLayoutEffect(() => {
    // counted on the way in, once for each month, and for the programs that are chosen
    enter(session)
    const now = checkInNow(session)
    if (begins !== null) announce(checkInText.notBegun(formatMonth(name), formatLongDate(begins)))
    else if (now.goals.length > 0) announce(checkInText.arrived(dueIn(now), formatMonth(name)))
  }, [session, name, programs, begins, announce])
  return (
    <main className={styles.screen} aria-label={checkInText.label} tabIndex={-1}>
      <CheckInList checkIn={checkIn} month={month} place={place} />
      <div className={styles.pane}>
        {checkIn.goals.length === 0 && place.kind === 'summary' ? (
          <EmptyState title={checkInText.empty(formatMonth(month.month))} actions={<Button onClick={() => session.ui.getState().goTo('board')}>{checkInText.toBoard}</Button>}>
            <p>{checkInText.emptyWhy}</p>
          </EmptyState>
        ) : place.kind === 'goal' ? (
          <GoalPane key={`${month.month} ${place.goal}`} goal={place.goal} month={month} />
        ) : place.kind === 'output' ? (
          <OutputPane key={`${month.month} ${place.output}`} output={place.output} from={place.from} month={month} />
        ) : (
          <Summary checkIn={checkIn} month={month} />
        )}
      </div>
    </main>
  )
}
