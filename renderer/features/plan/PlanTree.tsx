import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useSession } from '../../state/session.tsx'
import { planText } from '../../text/plan.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { ContextMenu } from '../../ui/ContextMenu.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DraftRow } from './DraftRow.tsx'
import styles from './PlanTree.module.css'
import { rowEntries } from './row-entries.tsx'
import { RowMenu } from './RowMenu.tsx'
import { itemsOf, type TreeItem } from './tree-items.ts'
import { useTree } from './tree-store.ts'
import { TreeRowView } from './TreeRowView.tsx'
import { useRows } from './use-rows.ts'
import { useTreeDrop } from './use-tree-drop.ts'
import { useTreeKeys } from './use-tree-keys.ts'

/** The rows, of which only those in sight are drawn; the one with the focus always is. */
export function PlanTree({ scroller }: { readonly scroller: RefObject<HTMLElement | null> }): ReactNode {
  const session = useSession()
  const rows = useRows()
  const draft = useTree((state) => state.draft)
  const isSearching = useTree((state) => state.text.trim() !== '')
  const items = useMemo(() => itemsOf(rows, draft), [rows, draft])
  const { tree, virtualizer, isPrinting, tabbable } = useVirtualRows({ items, scroller })
  const onKeyDown = useTreeKeys(rows)
  const say = useAnnounce()
  const pressed = useRef<string | null>(null)
  useTreeDrop()
  useEffect(() => (scroller.current === null ? undefined : autoScrollForElements({ element: scroller.current })), [scroller])

  if (items.length === 0 && isSearching) return <EmptyState title={planText.found(0)} />
  const drawn = isPrinting ? items.map((_, index) => ({ index, start: 0 })) : virtualizer.getVirtualItems()
  const entries = () => {
    const row = rows.find(({ node }) => node.key === pressed.current)
    return row === undefined ? [] : rowEntries({ session, node: row.node, say })
  }
  return (
    <>
      <ContextMenu label={planText.tree} entries={entries}>
        <div
          ref={tree}
          role="treegrid"
          aria-label={planText.tree}
          aria-rowcount={items.length}
          className={isPrinting ? styles.printed : styles.tree}
          style={isPrinting ? undefined : { height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
          onContextMenu={(event) => {
            pressed.current = event.target instanceof Element ? (event.target.closest('[data-row]')?.getAttribute('data-row') ?? null) : null
          }}
        >
          {drawn.map(({ index, start }) => {
            const item = items[index]
            if (item === undefined) return null
            const top = start - virtualizer.options.scrollMargin
            if (item.kind === 'draft') return <DraftRow key="draft" draft={item.draft} level={item.level} index={index} top={top} measure={virtualizer.measureElement} />
            return <TreeRowView key={item.row.node.key} row={item.row} index={index} top={top} isTabbable={item.row.node.key === tabbable} measure={virtualizer.measureElement} />
          })}
        </div>
      </ContextMenu>
      <RowMenu />
    </>
  )
}

const heights = { program: 62, outcome: 40, output: 34, quarter: 30, goal: 32, loose: 40, draft: 38 } as const

function heightOf(item: TreeItem | undefined): number {
  return item === undefined ? 32 : heights[item.kind === 'draft' ? 'draft' : item.row.node.kind]
}

function keyOf(item: TreeItem | undefined): string {
  return item?.kind === 'row' ? item.row.node.key : 'draft'
}

function useVirtualRows({ items, scroller }: { readonly items: readonly TreeItem[]; readonly scroller: RefObject<HTMLElement | null> }) {
  const tree = useRef<HTMLDivElement>(null)
  const active = useTree((state) => state.active)
  const wanted = useTree((state) => state.wantsFocus)
  const isWriting = useTree((state) => state.draft !== null)
  const margin = useOffsetTop(tree, scroller)
  const isPrinting = useIsPrinting()
  const activeAt = items.findIndex((item) => keyOf(item) === active)
  const draftAt = isWriting ? items.findIndex((item) => item.kind === 'draft') : -1
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(items[index]),
    getItemKey: (index) => keyOf(items[index]),
    overscan: 10,
    scrollMargin: margin,
    scrollPaddingStart: 56,
    scrollPaddingEnd: 24,
    // the row with the focus stays, however far one scrolls: keys go on from it
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(startIndex - overscan, 0)
      const to = Math.min(endIndex + overscan, count - 1)
      const range = Array.from({ length: to - from + 1 }, (_, at) => from + at)
      return [...new Set([activeAt, draftAt, ...range])].filter((index) => index >= 0).toSorted((a, b) => a - b)
    },
  })
  const wantedAt = wanted === null ? -1 : items.findIndex((item) => keyOf(item) === wanted)
  useLayoutEffect(() => {
    if (wantedAt >= 0) virtualizer.scrollToIndex(wantedAt, { align: 'auto' })
  }, [wantedAt, virtualizer])
  useLayoutEffect(() => {
    if (draftAt >= 0) virtualizer.scrollToIndex(draftAt, { align: 'auto' })
  }, [draftAt, virtualizer])
  const first = items.find((item) => item.kind === 'row')
  const tabbable = activeAt >= 0 ? active : first?.kind === 'row' ? first.row.node.key : null
  return { tree, virtualizer, isPrinting, tabbable }
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

/** On paper every row is drawn. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true))
    const end = (): void => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}
