import { useMemo, useRef, type ReactNode } from 'react'
import { cardOf } from '../../../shared/board/card.ts'
import { recordIn } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import type { Day } from '../../../shared/model/date.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { yearStartOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { pageDayOf } from '../../../shared/wiki/page/page-stamp.ts'
import { CardFace } from '../../parts/CardFace.tsx'
import { useSession, useUi } from '../../state/session.tsx'
import { boardText } from '../../text/board.ts'
import { formatFullDate } from '../../text/dates.ts'
import { pastText } from '../../text/past.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { classes } from '../../ui/classes.ts'
import { useWantedFocus } from '../../ui/use-wanted-focus.ts'
import { historyOf, usePast } from './history-store.ts'
import styles from './PastBoard.module.css'
import type { Past } from './use-past-view.ts'

/** A goal as it was, to be read and opened. */
export function PastCard({ id, past, isTabStop }: { readonly id: GoalId; readonly past: Past; readonly isTabStop: boolean }): ReactNode {
  const session = useSession()
  const history = historyOf(session)
  const element = useRef<HTMLDivElement>(null)
  const wantsFocus = usePast((state) => state.wantsFocus && state.focused === id)
  const isShown = useUi((state) => state.goal === id)
  const card = useMemo(() => cardOf({ view: past.view, id, due: past.query.due }), [past, id])
  useWantedFocus({ element, isWanted: wantsFocus, onTaken: () => history.setState({ wantsFocus: false }) })
  if (card === null) return null
  return (
    <div className={styles.row}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the board hears the keys of its cards */}
      <div
        ref={element}
        role="group"
        aria-roledescription={pastText.cardRole}
        aria-label={boardText.card({ number: card.outputNumber, title: card.goal.title, status: statusLabel[card.goal.status] })}
        aria-current={isShown || undefined}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the focus walks the board card by card
        tabIndex={isTabStop ? 0 : -1}
        data-past-goal={id}
        className={classes(styles.card, card.goal.stretch && styles.stretch)}
        onFocus={() => history.setState({ focused: id, wantsFocus: false })}
        onClick={() => session.ui.getState().openGoal(id)}
      >
        <CardFace card={card} startsOn={yearStartOf(past.view)} showsQuarter={past.query.scope === 'year'} />
        {past.untold.has(id) && <p className={styles.later}>{pastText.saidLater(formatFullDate(pageDayIn(past.view, id)))}</p>}
      </div>
    </div>
  )
}

/** The day of the page that said the goal's status. */
function pageDayIn(view: PlanView, id: GoalId): Day {
  return pageDayOf(winnerOf(recordIn(view.set, id), 'status')?.at ?? '') ?? ''
}
