import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type ReactNode } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { Status } from '../../../shared/model/status.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { pastText } from '../../text/past.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { classes } from '../../ui/classes.ts'
import { usePast } from './history-store.ts'
import styles from './PastBoard.module.css'
import { PastCard } from './PastCard.tsx'
import type { Past } from './use-past-view.ts'

const estimatedHeight = 104

export interface PastColumnProps {
  readonly status: Status
  readonly goals: readonly GoalId[]
  readonly past: Past
  /** The card that Tab leads to. */
  readonly tabStop: GoalId | null
}

/** The goals that had a status; an empty column is a strip that says so. */
export function PastColumn({ status, goals, past, tabStop }: PastColumnProps): ReactNode {
  const isEmpty = goals.length === 0
  return (
    <section className={isEmpty ? styles.folded : styles.column} aria-label={pastText.column(statusLabel[status], goals.length)} data-status={status}>
      <header className={classes(styles.head, !isEmpty && statusTone(status))}>
        <StatusIcon status={status} />
        <h2 className={styles.name}>{statusLabel[status]}</h2>
        <span className={styles.count}>{goals.length}</span>
      </header>
      {!isEmpty && <Cards goals={goals} past={past} tabStop={tabStop} />}
    </section>
  )
}

/** Only the cards in sight are drawn, however many there are. */
function Cards({ goals, past, tabStop }: Omit<PastColumnProps, 'status'>): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- nothing that it returns is memoized
  const virtual = useVirtualizer({
    count: goals.length,
    getScrollElement: () => list.current,
    getItemKey: (index) => goals[index] ?? index,
    estimateSize: () => estimatedHeight,
    overscan: 4,
  })
  const wanted = usePast((state) => (state.wantsFocus && state.focused !== null ? goals.indexOf(state.focused) : -1))
  useEffect(() => {
    // a card out of sight isn't drawn: it is scrolled to, and takes the focus when it is
    if (wanted >= 0) virtual.scrollToIndex(wanted, { align: 'auto' })
  }, [wanted, virtual])
  return (
    <div ref={list} className={styles.list}>
      <div role="list" className={styles.cards} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const id = goals[index]
          if (id === undefined) return null
          return (
            <div key={key} ref={virtual.measureElement} role="listitem" aria-setsize={goals.length} aria-posinset={index + 1} data-index={index} className={styles.slot} style={{ transform: `translateY(${start}px)` }}>
              <PastCard id={id} past={past} isTabStop={id === tabStop} />
            </div>
          )
        })}
      </div>
    </div>
  )
}
