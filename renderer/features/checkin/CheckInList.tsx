import { Check, PencilLine } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { CheckIn, CheckInGoal } from '../../../shared/checkin/check-in.ts'
import { checkInMonths, type CheckInMonth } from '../../../shared/model/check-in-month.ts'
import { categoryOf } from '../../../shared/model/status.ts'
import { recordOf, yearStartOf } from '../../../shared/plan/plan-view.ts'
import { programLabel } from '../../parts/program-label.ts'
import { walkRows } from '../../parts/walk-rows.ts'
import { chooseProgram } from '../../state/choose-program.ts'
import { useBoard, usePlan, useSession } from '../../state/session.tsx'
import { shellText } from '../../text/board.ts'
import { checkInText } from '../../text/checkin.ts'
import { formatDate, formatLongDate, formatMonth, formatMonthName, quarterLabel } from '../../text/dates.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { keepInSight } from '../../ui/keep-in-sight.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Select } from '../../ui/Select.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useHasDraft } from './checkin-drafts.ts'
import type { Place } from './checkin-store.ts'
import styles from './CheckInList.module.css'
import { chooseMonth, finish, goTo } from './go.ts'
import { goalOfPlace } from './place.ts'

export interface CheckInListProps {
  readonly checkIn: CheckIn
  readonly month: CheckInMonth
  readonly place: Place
}

/** Which month, how far it is, and every goal that is asked about: done, the one in hand, and those to come. */
export function CheckInList({ checkIn: { goals, noted }, month, place }: CheckInListProps): ReactNode {
  const session = useSession()
  const startsOn = usePlan((state) => yearStartOf(state.view))
  const current = goalOfPlace(place)
  const tabStop = goals.some(({ goal }) => goal === current) ? current : (goals[0]?.goal ?? null)
  const counted = goals.length === 0 ? checkInText.nothingAsked : checkInText.counted(noted, goals.length)
  const months = checkInMonths(startsOn).map((each) => ({ value: each.month, label: formatMonth(each.month), hint: quarterLabel(each.quarter) }))
  return (
    <div className={styles.side}>
      <h2 className={styles.title}>{checkInText.title(formatMonthName(month.month))}</h2>
      {!month.from.endsWith('-01') && <p className={styles.counted}>{checkInText.stretch(formatDate({ date: month.from, startsOn }), formatDate({ date: month.to, startsOn }))}</p>}
      <p className={styles.counted}>{counted}</p>
      {month.from > session.today() && <p className={styles.counted}>{checkInText.notBegun(formatMonth(month.month), formatLongDate(month.from))}</p>}
      <OfPrograms />
      <ProgressBar className={styles.progress} title={counted} total={goals.length} shares={[{ id: 'noted', value: noted, color: 'var(--accent)' }]} />
      <Select<string> label={checkInText.month} hideLabel className={styles.month} value={month.month} options={months} onChange={(chosen) => chooseMonth(session, chosen)} />
      <ol className={styles.goals} aria-label={checkInText.goals} data-checkin-list data-walk>
        {goals.map((asked) => (
          <Row key={asked.goal} asked={asked} month={month} isCurrent={asked.goal === current} isAmong={place.kind === 'output' && asked.output === place.output} isTabStop={asked.goal === tabStop} />
        ))}
      </ol>
      {goals.length > 0 && (
        <Button variant="quiet" size="small" keys="Alt+Enter" className={styles.finish} onClick={() => finish(session)}>
          {checkInText.finish}
        </Button>
      )}
    </div>
  )
}

/** Says that only the goals of some programs are asked about, and shows all again. */
function OfPrograms(): ReactNode {
  const session = useSession()
  const view = usePlan((state) => state.view)
  const chosen = useBoard((state) => state.query.filter.programs)
  if (chosen.length === 0) return null
  const names = chosen.flatMap((id) => recordOf(view, id) ?? []).map(programLabel)
  return (
    <div className={styles.programs}>
      <p>{checkInText.onlyOf(names.join(', '))}</p>
      <Button size="small" variant="quiet" onClick={() => chooseProgram(session, null)}>
        {shellText.allPrograms}
      </Button>
    </div>
  )
}

interface RowProps {
  readonly asked: CheckInGoal
  readonly month: CheckInMonth
  readonly isCurrent: boolean
  /** Whether it is asked about together with others. */
  readonly isAmong: boolean
  readonly isTabStop: boolean
}

function Row({ asked: { goal, output, hasNote }, month, isCurrent, isAmong, isTabStop }: RowProps): ReactNode {
  const session = useSession()
  const title = usePlan(({ view }) => recordOf(view, goal)?.title ?? '')
  const isClosed = usePlan(({ view }) => categoryOf(recordOf(view, goal)?.status ?? 'todo') === 'closed')
  const number = usePlan(({ view }) => recordOf(view, output)?.number ?? '')
  const hasDraft = useHasDraft({ month: month.month, on: goal })
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li>
      <button
        ref={button}
        type="button"
        data-opens
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isCurrent ? 'true' : undefined}
        className={classes(styles.row, hasNote && styles.noted, isClosed && styles.closed, isAmong && styles.among)}
        onKeyDown={walkRows}
        onFocus={(event) => {
          keepInSight(event.currentTarget)
          if (!isCurrent) goTo(session, { kind: 'goal', goal }, { withFocus: false })
        }}
        onClick={() => goTo(session, { kind: 'goal', goal })}
      >
        <span className={styles.number}>{number}</span>
        <span className={styles.name}>{title === '' ? checkInText.untitled : title}</span>
        {hasNote && <Check className={styles.mark} aria-hidden="true" />}
        {!hasNote && hasDraft && <PencilLine className={styles.mark} aria-hidden="true" />}
        {(hasNote || hasDraft) && <VisuallyHidden>, {hasNote ? checkInText.hasNote : checkInText.hasDraft}</VisuallyHidden>}
      </button>
    </li>
  )
}
