import { useRef, type ReactNode } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { Status } from '../../../shared/model/status.ts'
import { CardStack } from '../../parts/CardStack.tsx'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { pastText } from '../../text/past.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { classes } from '../../ui/classes.ts'
import { usePast } from './history-store.ts'
import styles from './PastBoard.module.css'
import { PastCard } from './PastCard.tsx'
import type { Past } from './use-past-view.ts'

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

function Cards({ goals, past, tabStop }: Omit<PastColumnProps, 'status'>): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  const wanted = usePast((state) => (state.wantsFocus ? state.focused : null))
  return <CardStack goals={goals} card={(id) => <PastCard id={id} past={past} isTabStop={id === tabStop} />} wanted={wanted} list={list} />
}
