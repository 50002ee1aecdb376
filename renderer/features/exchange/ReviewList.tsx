import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useMemo, useRef } from 'react'
import { sideOf } from '../../../shared/review/review-choices.ts'
import { mergeText } from '../../text/exchange.ts'
import { useReview } from './review-context.ts'
import { isQuestion, itemsOf, sectionsOf } from './review-items.ts'
import { ReviewItemView } from './ReviewItemView.tsx'
import styles from './ReviewList.module.css'
import { sectionTitle } from './section-title.ts'
import { focusRow, useReviewRows } from './use-review-rows.ts'
import { sideOfKey, walkReview } from './walk-review.ts'

/** Everything that comes in, in one list of which only what is in sight is drawn; keys walk it and choose. */
export function ReviewList({ by, takesFocus }: { readonly by: string; readonly takesFocus: boolean }) {
  const { review, store, isNew } = useReview()
  const items = useMemo(() => itemsOf(review.rows), [review])
  const scroller = useRef<HTMLDivElement>(null)
  const { virtualizer, stuckAt, activeAt, goTo, pageFrom } = useReviewRows({ items, scroller })
  const active = items[activeAt]

  const onFocus = (event: FocusEvent): void => {
    const key = rowOf(event.target)?.getAttribute('data-review-row')
    if (key !== undefined && key !== null) store.getState().setActive(key)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rowOf(event.target)
    if (event.ctrlKey || event.altKey || event.metaKey || row === null || active?.kind !== 'row') return
    // keys act on what is seen, however far it was scrolled away
    row.scrollIntoView({ block: 'nearest' })
    // an input sends its form by itself, a row without one does not
    if (event.key === 'Enter' && event.target === row) return row.closest('form')?.requestSubmit()
    const next = walkReview({ key: event.key, items, from: activeAt, page: pageFrom(activeAt) })
    // a radio that is chosen already takes no notice of the space bar; here it confirms
    const confirmed = event.key === ' ' && isQuestion(active.row) && event.target instanceof HTMLInputElement ? sideOf(active.row, store.getState().choices) : null
    const side = isNew ? null : (sideOfKey(event.key) ?? confirmed)
    if (next === null && side === null) return
    event.preventDefault()
    if (next !== null) goTo(next)
    if (side === null) return
    // the side that is chosen has the focus, as with radios everywhere
    row.querySelector<HTMLElement>(`input[type="radio"][value="${side}"]`)?.focus()
    store.getState().choose(active.row, side)
  }

  const drawn = virtualizer.getVirtualItems().flatMap(({ index, start }) => {
    const item = items[index]
    return item === undefined ? [] : [{ item, index, top: index === stuckAt ? null : start, isOver: index === stuckAt && (virtualizer.scrollOffset ?? 0) > start, measure: virtualizer.measureElement, by }]
  })
  const isDrawn = drawn.length > 0
  useLayoutEffect(() => {
    if (isDrawn && takesFocus) focusRow(scroller.current?.querySelector('[data-review-row]') ?? null)
    // oxlint-disable-next-line react/exhaustive-deps -- once, when there is a first row
  }, [isDrawn])
  return (
    <div ref={scroller} className={styles.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the focus is on a control of a row, and keys lead from one to the other */}
      <div role="group" aria-label={mergeText.list} className={styles.list} style={{ height: virtualizer.getTotalSize() }} onFocus={onFocus} onKeyDown={onKeyDown}>
        {sectionsOf(drawn).map(({ section, heads, rows }) => (
          <div key={section} className={styles.section}>
            {heads.map((head) => (
              <ReviewItemView key={head.item.key} {...head} isActive={active?.section === section} />
            ))}
            {rows.length > 0 && (
              <div role="list" aria-label={sectionTitle(section, by)} className={styles.section}>
                {rows.map((row) => (
                  <ReviewItemView key={row.item.key} {...row} isActive={row.index === activeAt} />
                ))}
              </div>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

function rowOf(target: EventTarget): Element | null {
  return target instanceof Element ? target.closest('[data-review-row]') : null
}
