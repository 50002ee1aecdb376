import { useLayoutEffect, useMemo, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import { isRecordId, type RecordId } from '../../../shared/model/ids.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { othersText } from '../../text/others.ts'
import { keepInSight } from '../../ui/keep-in-sight.ts'
import { useVirtualList } from '../../ui/use-virtual-list.ts'
import { mergesStoreOf, useMerges } from './merges-store.ts'
import type { OthersRow } from './others-row.ts'
import { openChanged } from './open-changed.ts'
import styles from './OthersList.module.css'
import { OthersRowView } from './OthersRowView.tsx'
import { walkOthers } from './walk-others.ts'

export interface OthersListProps {
  readonly rows: readonly OthersRow[]
  /** Told of what comes into sight. */
  readonly onInSight: (on: RecordId) => void
}

/** What others changed, the newest first; only what is in sight is drawn. Keys walk from one to the other and open it. */
export function OthersList({ rows, onInSight }: OthersListProps): ReactNode {
  const session = useSession()
  const store = mergesStoreOf(session)
  const view = usePlan((state) => state.view)
  const active = useMerges((state) => state.activeOther)
  const wantsFocus = useMerges((state) => state.wantsOther)
  const scroller = useRef<HTMLDivElement>(null)
  const places = useMemo(() => new Map(rows.map(({ group }, index) => [group.about, index])), [rows])
  const activeAt = (active === null ? undefined : places.get(active)) ?? 0
  const virtual = useVirtualList({ items: rows, scroller, keyOf, heightOf, overscan: 4, paddingEnd: 24, scrollPaddingEnd: 24, alsoDrawn: () => [activeAt] })
  useLayoutEffect(() => {
    if (!wantsFocus) return
    store.setState({ wantsOther: false })
    virtual.scrollToIndex(activeAt, { align: 'auto' })
    const row = scroller.current?.querySelector(`[data-index="${activeAt}"]`) ?? null
    row?.querySelector<HTMLElement>('[data-main]')?.focus({ preventScroll: true })
    keepInSight(row)
  }, [wantsFocus, activeAt, store, virtual])
  const look = (at: number): void => session.others.getState().look(rows[at]?.group.changes.map(({ on }) => on) ?? [])
  const open = (at: number): void => {
    const about = rows[at]?.group.about ?? null
    look(at)
    if (about !== null) openChanged(session, about)
  }
  const onFocus = (event: FocusEvent): void => {
    const about = event.target.closest('[data-about]')?.getAttribute('data-about') ?? null
    if (isRecordId(about)) store.setState({ activeOther: about })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 's') return look(activeAt)
    if (event.key === 'o') return open(activeAt)
    const page = Math.max(1, (virtual.range?.endIndex ?? 0) - (virtual.range?.startIndex ?? 0) - 1)
    const to = walkOthers({ key: event.key, from: activeAt, page, last: rows.length - 1 })
    const next = to === null ? undefined : rows[to]
    if (next === undefined) return
    event.preventDefault()
    store.setState({ activeOther: next.group.about, wantsOther: true })
  }
  const inSight = virtual.range
  useLayoutEffect(() => {
    for (const { group } of rows.slice(inSight?.startIndex ?? 0, (inSight?.endIndex ?? -1) + 1)) group.changes.forEach(({ on }) => onInSight(on))
  })
  return (
    <div ref={scroller} className={styles.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the focus is on a button of a row, and keys lead from one to the other */}
      <div role="list" aria-label={othersText.list} className={styles.list} style={{ height: virtual.getTotalSize() }} onFocus={onFocus} onKeyDown={onKeyDown}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <div key={key} ref={virtual.measureElement} role="listitem" aria-posinset={index + 1} aria-setsize={rows.length} data-index={index} data-about={row.group.about} className={styles.item} style={{ transform: `translateY(${start}px)` }}>
              <OthersRowView row={row} view={view} isTabbable={index === activeAt} onOpen={() => open(index)} onLook={() => look(index)} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function keyOf({ group }: OthersRow): string {
  return group.about
}

/** A line of head, and one for each thing that was changed. */
function heightOf({ group }: OthersRow): number {
  return 34 + group.changes.reduce((lines, { steps }) => lines + Math.max(1, steps.length), 0) * 20
}
