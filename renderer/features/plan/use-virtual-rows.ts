import type { Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { TreeKey } from '../../../shared/plan/tree/tree-nodes.ts'
import { useVirtualList } from '../../ui/use-virtual-list.ts'
import { isDraft, type TreeItem } from './tree-items.ts'
import { useTree } from './tree-store.ts'

export interface VirtualRows {
  readonly tree: RefObject<HTMLDivElement | null>
  readonly virtualizer: Virtualizer<HTMLElement, Element>
  /** The row that Tab leads to. */
  readonly tabbable: TreeKey | null
}

/** Which rows are drawn, and where: those in sight, the one with the focus and the one that is being written. */
export function useVirtualRows({ items, scroller }: { readonly items: readonly TreeItem[]; readonly scroller: RefObject<HTMLElement | null> }): VirtualRows {
  const tree = useRef<HTMLDivElement>(null)
  const active = useTree((state) => state.active)
  const wanted = useTree((state) => state.wantsFocus)
  const margin = useOffsetTop(tree, scroller)
  const activeAt = indexIn(items, active)
  const wantedAt = wanted === active ? (wanted === null ? -1 : activeAt) : indexIn(items, wanted)
  const draftAt = items.findIndex(isDraft)
  const virtualizer = useVirtualList({ items, scroller, keyOf, heightOf, overscan: 10, scrollMargin: margin, scrollPaddingStart: 56, scrollPaddingEnd: 24, alsoDrawn: () => [activeAt, draftAt] })
  const goTo = Math.max(wantedAt, draftAt)
  useLayoutEffect(() => {
    if (goTo >= 0) virtualizer.scrollToIndex(goTo, { align: 'auto' })
  }, [goTo, virtualizer])
  const tabbable = activeAt >= 0 ? active : firstKey(items)
  return { tree, virtualizer, tabbable }
}

const heights = { program: 62, outcome: 38, output: 30, quarter: 28, goal: 30, loose: 42 } as const

function heightOf(item: TreeItem): number {
  return isDraft(item) ? 38 : heights[item.node.kind]
}

function keyOf(item: TreeItem): string {
  return isDraft(item) ? 'draft' : item.node.key
}

function firstKey(items: readonly TreeItem[]): TreeKey | null {
  const first = items.find((item) => !isDraft(item))
  return first === undefined || isDraft(first) ? null : first.node.key
}

function indexIn(items: readonly TreeItem[], key: TreeKey | null): number {
  return key === null ? -1 : items.findIndex((item) => !isDraft(item) && item.node.key === key)
}

/** How far below the top of what scrolls the tree begins; the head above it grows and shrinks with its texts. */
function useOffsetTop(tree: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const page = tree.current?.parentElement
    if (page === null || page === undefined) return undefined
    const measure = (): void => {
      if (tree.current !== null && scroller.current !== null) setTop(tree.current.getBoundingClientRect().top - scroller.current.getBoundingClientRect().top + scroller.current.scrollTop)
    }
    measure()
    const observer = new ResizeObserver(measure)
    for (const each of page.children) if (each !== tree.current) observer.observe(each)
    return () => observer.disconnect()
  }, [tree, scroller])
  return top
}
