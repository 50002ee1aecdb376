import { useEffect, type ReactNode, type RefObject } from 'react'
import type { GoalId } from '../../shared/model/ids.ts'
import { useVirtualList } from '../ui/use-virtual-list.ts'
import styles from './CardStack.module.css'

export interface CardStackProps {
  readonly goals: readonly GoalId[]
  readonly card: (goal: GoalId) => ReactNode
  /** The card that shall take the focus: one out of sight isn't drawn, so it is scrolled to, and takes it when it is. */
  readonly wanted: GoalId | null
  /** What scrolls. */
  readonly list: RefObject<HTMLDivElement | null>
  /** Stands below the last card. */
  readonly children?: ReactNode
}

/** The cards of a column. Only those in sight are drawn, however many there are. */
export function CardStack({ goals, card, wanted, list, children }: CardStackProps): ReactNode {
  const virtual = useVirtualList({ items: goals, scroller: list, keyOf: idOf, heightOf, overscan: 4 })
  const wantedAt = wanted === null ? -1 : goals.indexOf(wanted)
  useEffect(() => {
    if (wantedAt >= 0) virtual.scrollToIndex(wantedAt, { align: 'auto' })
  }, [wantedAt, virtual])
  return (
    <div ref={list} className={styles.list}>
      <div role="list" className={styles.cards} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const id = goals[index]
          if (id === undefined) return null
          return (
            <div key={key} ref={virtual.measureElement} role="listitem" aria-setsize={goals.length} aria-posinset={index + 1} data-index={index} className={styles.slot} style={{ transform: `translateY(${start}px)` }}>
              {card(id)}
            </div>
          )
        })}
      </div>
      {children}
    </div>
  )
}

function idOf(goal: GoalId): string {
  return goal
}

/** Head, two lines of title, a line of tags. */
function heightOf(): number {
  return 104
}
