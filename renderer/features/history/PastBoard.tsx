import { useEffect, type KeyboardEvent, type ReactNode } from 'react'
import { firstCard } from '../../../shared/board/card-position.ts'
import { cardTowards, type Direction } from '../../../shared/board/walk-board.ts'
import { statuses } from '../../../shared/model/status.ts'
import { useSession } from '../../state/session.tsx'
import { pastText } from '../../text/past.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { historyOf, usePast } from './history-store.ts'
import { momentWhen } from './moment-words.ts'
import styles from './PastBoard.module.css'
import { PastColumn } from './PastColumn.tsx'
import type { Past } from './use-past-view.ts'

const directions: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right', k: 'up', j: 'down', h: 'left', l: 'right', Home: 'first', End: 'last' }

/** The board as it was. Arrows walk it, Enter opens a goal as it was. */
export function PastBoard({ past }: { readonly past: Past }): ReactNode {
  const session = useSession()
  const history = historyOf(session)
  const { board, moment } = past
  const focused = usePast((state) => state.focused)
  const isThere = focused !== null && statuses.some((status) => board.columns[status].includes(focused))
  useEffect(() => {
    // the card with the focus was not there yet: then Tab leads to the first again
    if (focused !== null && !isThere) history.setState({ focused: null, wantsFocus: false })
  }, [focused, isThere, history])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const direction = directions[event.key]
    const next = direction === undefined ? null : cardTowards({ board, from: focused, direction })
    if (event.key === 'Enter' && focused !== null) session.ui.getState().openGoal(focused)
    else if (next !== null) history.setState({ focused: next, wantsFocus: true })
    else return
    event.preventDefault()
  }
  if (board.shown === 0) return <EmptyState title={pastText.noGoals} />
  const widths = statuses.map((status) => (board.columns[status].length > 0 ? 'minmax(104px, 380px)' : '34px')).join(' ')
  const tabStop = isThere ? focused : firstCard(board)
  return (
    <>
      {past.untold.size > 0 && <p className={styles.untold}>{pastText.untold(past.untold.size)}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of its cards come through here */}
      <section className={styles.columns} aria-label={pastText.boardOf(momentWhen(moment))} style={{ gridTemplateColumns: widths }} onKeyDown={onKeyDown}>
        {statuses.map((status) => (
          <PastColumn key={status} status={status} goals={board.columns[status]} past={past} tabStop={tabStop} />
        ))}
      </section>
    </>
  )
}
