import type { Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import type { RecordId } from '../../../shared/model/ids.ts'
import { keepInSight } from '../../ui/keep-in-sight.ts'
import { useVirtualList } from '../../ui/use-virtual-list.ts'
import { useReview, useReviewState } from './review-context.ts'
import type { ReviewItem } from './review-items.ts'

export interface ReviewRows {
  readonly virtualizer: Virtualizer<HTMLElement, Element>
  /** The head that stays in sight above its rows. */
  readonly stuckAt: number
  /** The row that has the focus, had it last, or would get it first; -1 where there is none. */
  readonly activeAt: number
  /** Scrolls to a row and gives it the focus. */
  readonly goTo: (index: number) => void
  /** The items a screen above and below another. */
  readonly pageFrom: (index: number) => { readonly up: number; readonly down: number }
}

/** The height of the head that lies over the rows. */
const headHeight = 44

/** Which items are drawn, and which row the keys act on. */
export function useReviewRows({ items, scroller }: { readonly items: readonly ReviewItem[]; readonly scroller: RefObject<HTMLElement | null> }): ReviewRows {
  const { store } = useReview()
  const active = useReviewState((state) => state.active)
  const [places, heads, first] = useMemo(() => [new Map(items.map(({ key }, index) => [key, index])), items.flatMap(({ kind }, index) => (kind === 'head' ? [index] : [])), items.findIndex(({ kind }) => kind === 'row')] as const, [items])
  const activeAt = (active === null ? undefined : places.get(active)) ?? first
  const stuckIn = useCallback((startIndex: number) => heads.findLast((index) => index <= startIndex) ?? -1, [heads])
  const virtualizer = useVirtualList({
    items,
    scroller,
    keyOf,
    heightOf,
    overscan: 4,
    // about as large as it will be: so rows are drawn together with what stands around them, and not once it has been measured
    initialRect: { width: 880, height: 480 },
    paddingEnd: 12,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: 16,
    alsoDrawn: (firstInSight) => [stuckIn(firstInSight), activeAt],
  })
  const wantsFocus = useRef(false)
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    const row = scroller.current?.querySelector(`[data-index="${activeAt}"]`) ?? null
    focusRow(row)
    // it stands where it was estimated to be, which may be a little out of sight
    if (activeAt !== first) keepInSight(row)
  }, [active, activeAt, first, scroller])
  const known = useRef<{ readonly key: string; readonly on: RecordId; readonly index: number } | null>(null)
  useLayoutEffect(() => {
    const item = active === null ? undefined : items[places.get(active) ?? -1]
    if (item?.kind === 'row') {
      known.current = { key: item.key, on: item.row.on, index: activeAt }
      return
    }
    const gone = known.current
    if (active === null || gone?.key !== active) return
    // an edit in another window has made another row of it, or none: keys go on from the one about the same
    const rows = items.filter((each) => each.kind === 'row')
    const next = rows.find(({ row }) => row.on === gone.on) ?? rows.findLast(({ key }) => (places.get(key) ?? 0) <= gone.index) ?? rows[0]
    if (next === undefined) return
    // what holds the dialog holds the focus of a row that is gone
    wantsFocus.current = document.activeElement?.contains(scroller.current) === true
    store.getState().setActive(next.key)
  }, [items, places, active, activeAt, scroller, store])
  const goTo = (index: number): void => {
    const item = items[index]
    if (item === undefined || index === activeAt) return
    wantsFocus.current = true
    virtualizer.scrollToIndex(index === first ? 0 : index, { align: 'auto' })
    store.getState().setActive(item.key)
  }
  const pageFrom = (index: number): { readonly up: number; readonly down: number } => {
    const page = (scroller.current?.clientHeight ?? 0) - headHeight
    const start = virtualizer.measurementsCache[index]?.start ?? 0
    const indexAt = (offset: number): number => virtualizer.getVirtualItemForOffset(offset)?.index ?? index
    return { up: start - page <= 0 ? 0 : indexAt(start - page), down: start + page >= virtualizer.getTotalSize() ? items.length - 1 : indexAt(start + page) }
  }
  return { virtualizer, stuckAt: stuckIn(virtualizer.range?.startIndex ?? 0), activeAt, goTo, pageFrom }
}

/** Gives the focus to what a row is chosen by: its tick, or the side that is chosen; else to the row itself. */
export function focusRow(row: Element | null): void {
  const control = row?.querySelector<HTMLElement>('input[type="checkbox"], input:checked') ?? row
  if (control instanceof HTMLElement) control.focus({ preventScroll: true })
}

function keyOf({ key }: ReviewItem): string {
  return key
}

function heightOf(item: ReviewItem): number {
  if (item.kind === 'head') return headHeight
  return item.row.kind === 'clash' || item.row.kind === 'deletion' ? 108 : 33
}
