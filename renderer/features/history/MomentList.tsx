import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { Moment } from '../../../shared/history/moment.ts'
import { useSession } from '../../state/session.tsx'
import { pastText } from '../../text/past.ts'
import { useVirtualList } from '../../ui/use-virtual-list.ts'
import { keyOf } from './history-store.ts'
import styles from './MomentList.module.css'
import { MomentRow } from './MomentRow.tsx'
import type { Moments } from './use-moments.ts'

/** Every moment with what happened then, the newest first. Arrows go on from the one that has the focus. */
export function MomentList({ moments: { list, index, against } }: { readonly moments: Moments }): ReactNode {
  const { ui } = useSession()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualList({ items: list, scroller, keyOf: ownKey, heightOf, overscan: 6 })
  const hadFocus = useRef(false)
  useEffect(() => {
    virtual.scrollToIndex(index, { align: 'auto' })
    if (!hadFocus.current) return
    hadFocus.current = false
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true }))
  }, [index, virtual])
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : event.key === 'Home' ? 0 : event.key === 'End' ? list.length - 1 : -1
    const next = list[to]
    if (next === undefined) return
    event.preventDefault()
    hadFocus.current = true
    ui.getState().lookAt(keyOf(next))
  }
  return (
    <section className={styles.side} aria-labelledby="history-moments">
      <h2 id="history-moments" className={styles.heading}>
        {pastText.moments}
      </h2>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the buttons in it come through here */}
      <div ref={scroller} className={styles.scroller} onKeyDown={onKeyDown}>
        <ol className={styles.list} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ key, index: at, start }) => {
            const moment = list[at]
            if (moment === undefined) return null
            return <MomentRow key={key} moment={moment} at={at} total={list.length} top={start} isCurrent={at === index} isAgainst={moment === against} measure={virtual.measureElement} />
          })}
        </ol>
      </div>
    </section>
  )
}

function ownKey({ key }: Moment): string {
  return key
}

/** A date and a line of words. */
function heightOf(): number {
  return 46
}
