import { Diff } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { isQuarter, type Quarter } from '../../../shared/model/year.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { changesSinceStart, type ChangesSinceStart } from '../../../shared/quarter-start/changes-since-start.ts'
import { useViewSoon } from '../../parts/use-later-view.ts'
import { useBoard, useSession } from '../../state/session.tsx'
import { sinceStartText } from '../../text/board.ts'
import { formatDate } from '../../text/dates.ts'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Popover.tsx'
import styles from './SinceStart.module.css'

/** What was added to the quarter, re-worded or taken out of it since it began: said in a few words, and in full when one asks. */
export function SinceStart(): ReactNode {
  const scope = useBoard((state) => state.query.scope)
  return isQuarter(scope) ? <SinceStartOf quarter={scope} /> : null
}

function SinceStartOf({ quarter }: { readonly quarter: Quarter }): ReactNode {
  // an edit is on the board first, and so is a plan that is opened; this follows when there is time, since it looks at every goal
  const view = useViewSoon()
  const { starts, calendar } = useBoard((state) => state.times)
  const changes = useMemo(() => (view === null ? null : changesSinceStart({ view, starts, calendar, quarter })), [view, starts, calendar, quarter])
  if (view === null || changes === null) return null
  const { day, added, reworded, left } = changes
  if (day === null || added.length + reworded.length + left.length === 0) return null
  const startsOn = yearStartOf(view)
  const words = sinceStartText.counts({ added: added.length, reworded: reworded.length, left: left.length })
  const button = (
    <Button size="small" variant="quiet" className={styles.since} title={words}>
      <span className={styles.words}>{words}</span>
      <span className={styles.brief} aria-hidden="true">
        <Diff />
        <span>{added.length + reworded.length + left.length}</span>
      </span>
    </Button>
  )
  return (
    <Popover label={sinceStartText.label(formatDate({ date: day, startsOn }))} titled align="end" trigger={button}>
      <Rows changes={changes} day={(date) => formatDate({ date, startsOn })} />
    </Popover>
  )
}

function Rows({ changes: { added, reworded, left }, day }: { readonly changes: ChangesSinceStart; readonly day: (date: string) => string }): ReactNode {
  return (
    <ul className={styles.rows}>
      {added.map(({ goal, on }) => (
        <li key={goal.id}>
          <GoalButton id={goal.id} title={goal.title} /> <span className={styles.what}>{sinceStartText.added(day(on))}</span>
        </li>
      ))}
      {reworded.map(({ goal, on, before }) => (
        <li key={goal.id}>
          <GoalButton id={goal.id} title={goal.title} /> <span className={styles.what}>{sinceStartText.reworded(day(on), before)}</span>
        </li>
      ))}
      {left.map(({ goal, how, on, to }) => (
        <li key={goal.id}>
          {how === 'deleted' ? <span>{sinceStartText.title(goal.title)}</span> : <GoalButton id={goal.id} title={goal.title} />} <span className={styles.what}>{sinceStartText.left({ how, on: day(on), to })}</span>
        </li>
      ))}
    </ul>
  )
}

function GoalButton({ id, title }: { readonly id: GoalId; readonly title: string }): ReactNode {
  const { ui } = useSession()
  return (
    <button type="button" className={styles.goal} onClick={() => ui.getState().openGoal(id)}>
      {sinceStartText.title(title)}
    </button>
  )
}
