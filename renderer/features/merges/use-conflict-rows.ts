import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import { useSession } from '../../state/session.tsx'
import { keepInSight } from '../../ui/keep-in-sight.ts'
import { useVirtualList } from '../../ui/use-virtual-list.ts'
import type { ConflictItem } from './conflict-items.ts'
import { mergesStoreOf, useMerges } from './merges-store.ts'

export interface ConflictRows {
  readonly virtualizer: Virtualizer<HTMLElement, Element>
  /** The index of the conflict that Tab leads to. */
  readonly activeAt: number
}

interface ConflictRowsOptions {
  readonly items: readonly ConflictItem[]
  readonly scroller: RefObject<HTMLElement | null>
  /** Nothing moves: the pointer is on what was just decided. */
  readonly isHeld: boolean
}

const headHeight = 40
/** Below the last line: what was decided is told in a toast there, and the next one has the focus. */
const toastRoom = 96

/** Which lines are drawn, and where: those in sight, and the one with the focus, from which keys go on. */
export function useConflictRows({ items, scroller, isHeld }: ConflictRowsOptions): ConflictRows {
  const store = mergesStoreOf(useSession())
  const active = useMerges((state) => state.active)
  const wantsFocus = useMerges((state) => state.wantsFocus)
  const places = useMemo(() => new Map(items.flatMap(({ kind, key }, index) => (kind === 'decided' ? [] : [[key, index] as const]))), [items])
  const first = items.findIndex(({ kind }) => kind === 'conflict')
  const activeAt = (active === null ? undefined : places.get(active)) ?? first
  const virtualizer = useVirtualList({ items, scroller, keyOf, heightOf, overscan: 4, paddingEnd: toastRoom, scrollPaddingStart: headHeight, scrollPaddingEnd: toastRoom, alsoDrawn: () => [activeAt] })
  useLayoutEffect(() => {
    if (!wantsFocus || activeAt < 0) return
    store.setState({ wantsFocus: false })
    if (!isHeld) virtualizer.scrollToIndex(activeAt === first ? 0 : activeAt, { align: 'auto' })
    const row = rowAt(scroller, activeAt)
    row?.querySelector<HTMLElement>('[data-main]')?.focus({ preventScroll: true })
    if (!isHeld && activeAt !== first) keepInSight(row)
  }, [wantsFocus, activeAt, first, isHeld, scroller, store, virtualizer])
  // what was held has given its room away, and the one with the focus may have gone out of sight with it
  const wasHeld = useRef(isHeld)
  useLayoutEffect(() => {
    const row = rowAt(scroller, activeAt)
    if (wasHeld.current && !isHeld && row?.contains(document.activeElement) === true) keepInSight(row)
    wasHeld.current = isHeld
  }, [isHeld, activeAt, scroller])
  useFollowUndo(places)
  return { virtualizer, activeAt }
}

/** What was decided and comes back, since that was undone, has the focus again: the last first, as undo goes. */
function useFollowUndo(places: ReadonlyMap<string, number>): void {
  const store = mergesStoreOf(useSession())
  const decided = useMerges((state) => state.decided)
  // the list goes with the last of them, and comes back with it
  const gone = useRef(new Set<string>(decided))
  useEffect(() => {
    for (const id of decided) if (!places.has(id)) gone.current.add(id)
    const back = decided.findLast((id) => places.has(id) && gone.current.has(id))
    if (back === undefined) return
    gone.current.delete(back)
    store.setState({ active: back, decided: decided.filter((id) => id !== back), wantsFocus: true })
  }, [places, decided, store])
}

function rowAt(scroller: RefObject<HTMLElement | null>, index: number): Element | null {
  return scroller.current?.querySelector(`[data-index="${index}"]`) ?? null
}

function keyOf({ key }: ConflictItem): string {
  return key
}

function heightOf({ kind }: ConflictItem): number {
  return kind === 'head' ? headHeight : 112
}
