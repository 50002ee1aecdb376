import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type ReactNode } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { draggedGoal } from '../../parts/goal-drag.ts'
import { useBoard } from '../../state/session.tsx'
import styles from './Column.module.css'
import { GoalCard } from './GoalCard.tsx'

/** Height of a card in pixels before it is measured: head, two lines of title, a line of tags. */
const estimatedHeight = 104

/** The cards of a column. Only those in sight are drawn, however many there are. */
export function CardList({ goals, children }: { readonly goals: readonly GoalId[]; readonly children?: ReactNode }): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- nothing that it returns is memoized
  const virtual = useVirtualizer({
    count: goals.length,
    getScrollElement: () => list.current,
    getItemKey: (index) => goals[index] ?? index,
    estimateSize: () => estimatedHeight,
    overscan: 4,
  })
  const wanted = useBoard((state) => (state.wantsFocus === null ? -1 : goals.indexOf(state.wantsFocus)))
  useEffect(() => {
    // a card out of sight isn't drawn: it is scrolled to, and takes the focus when it is
    if (wanted >= 0) virtual.scrollToIndex(wanted, { align: 'auto' })
  }, [wanted, virtual])
  useEffect(() => {
    if (list.current === null) return undefined
    return autoScrollForElements({ element: list.current, canScroll: ({ source }) => draggedGoal(source.data) !== null })
  }, [])
  return (
    <div ref={list} className={styles.list}>
      <div role="list" className={styles.cards} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const id = goals[item.index]
          if (id === undefined) return null
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              role="listitem"
              aria-setsize={goals.length}
              aria-posinset={item.index + 1}
              data-index={item.index}
              className={styles.slot}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <GoalCard id={id} />
            </div>
          )
        })}
      </div>
      {children}
    </div>
  )
}
