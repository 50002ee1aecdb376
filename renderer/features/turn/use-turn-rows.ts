import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import type { Quarter } from '../../../shared/model/year.ts'
import { useSession } from '../../state/session.tsx'
import { giveFocusHome, useFocusHome } from '../../ui/focus-home.ts'
import { keepInSight } from '../../ui/keep-in-sight.ts'
import { useVirtualList } from '../../ui/use-virtual-list.ts'
import { turnStoreOf, useTurn } from './turn-store.ts'
import type { TurnItem } from './use-turning.ts'

export interface TurnRows {
  readonly virtualizer: Virtualizer<HTMLElement, Element>
  /** The index of the row that Tab leads to. */
  readonly activeAt: number
}

/** Which rows are drawn, and where: those in sight, and the one with the focus, from which keys go on. */
export function useTurnRows({ items, quarter, scroller }: { readonly items: readonly TurnItem[]; readonly quarter: Quarter; readonly scroller: RefObject<HTMLElement | null> }): TurnRows {
  const store = turnStoreOf(useSession())
  const active = useTurn((state) => state.active)
  const wantsFocus = useTurn((state) => state.wantsFocus)
  const places = useMemo(() => new Map<string, number>(items.map(({ goal }, index) => [goal.id, index])), [items])
  const activeAt = (active === null ? undefined : places.get(active)) ?? 0
  const virtualizer = useVirtualList({ items, scroller, keyOf, heightOf, overscan: 4, alsoDrawn: () => [activeAt] })
  useLayoutEffect(() => {
    if (wantsFocus === null) return
    store.setState({ wantsFocus: null })
    virtualizer.scrollToIndex(activeAt, { align: 'auto' })
    const row = scroller.current?.querySelector(`[data-index="${activeAt}"]`) ?? null
    row?.querySelector<HTMLElement>(wantsFocus === 'reason' ? 'input[type="text"]' : '[data-main]')?.focus({ preventScroll: true })
    keepInSight(row)
  }, [wantsFocus, activeAt, scroller, store, virtualizer])
  const before = useRef(quarter)
  useLayoutEffect(() => {
    if (before.current === quarter) return
    before.current = quarter
    // the row that had the focus is gone with its quarter, and the next key may come at once
    store.setState({ active: null, ...(document.activeElement === document.body ? { wantsFocus: 'row' as const } : {}) })
  }, [quarter, store])
  useFocusHome(() => store.setState({ wantsFocus: 'row' }))
  useEffect(() => {
    // the list comes back with what was undone
    if (document.activeElement?.matches('main') === true) giveFocusHome('arrived')
  }, [])
  return { virtualizer, activeAt }
}

function keyOf({ goal }: TurnItem): string {
  return goal.id
}

function heightOf(): number {
  return 54
}
