import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { useEffect, useMemo, useRef, type MouseEvent, type ReactNode, type RefObject } from 'react'
import { useSession } from '../../state/session.tsx'
import { planText } from '../../text/plan.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { ContextMenu } from '../../ui/ContextMenu.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { MenuEntry } from '../../ui/menu-entry.ts'
import { DraftRow } from './DraftRow.tsx'
import styles from './PlanTree.module.css'
import { rowEntries } from './row-entries.tsx'
import { RowMenu } from './RowMenu.tsx'
import { isDraft, itemsOf } from './tree-items.ts'
import { useTree } from './tree-store.ts'
import { TreeRowView } from './TreeRowView.tsx'
import { useGoalInSight } from './use-goal-in-sight.ts'
import { useIsPrinting } from '../../parts/use-is-printing.ts'
import { useRows } from './use-rows.ts'
import { useTreeDrop } from './use-tree-drop.ts'
import { useTreeHome } from './use-tree-home.ts'
import { useTreeKeys } from './use-tree-keys.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

/** The rows, of which only those in sight are drawn; the one with the focus always is. */
export function PlanTree({ scroller }: { readonly scroller: RefObject<HTMLElement | null> }): ReactNode {
  const session = useSession()
  const say = useAnnounce()
  const rows = useRows()
  const draft = useTree((state) => state.draft)
  const items = useMemo(() => itemsOf(rows, draft), [rows, draft])
  const { tree, virtualizer, tabbable } = useVirtualRows({ items, scroller })
  const isPrinting = useIsPrinting()
  const onKeyDown = useTreeKeys(rows)
  const pressed = useRef<string | null>(null)
  useTreeHome(tabbable)
  useTreeDrop()
  useGoalInSight()
  useEffect(() => (scroller.current === null ? undefined : autoScrollForElements({ element: scroller.current })), [scroller])

  const drawn = isPrinting ? items.map((_, index) => ({ index, start: 0 })) : virtualizer.getVirtualItems()
  const entries = (): readonly MenuEntry[] => {
    const row = rows.find(({ node }) => node.key === pressed.current)
    return row === undefined ? [] : rowEntries({ session, node: row.node, say })
  }
  const onContextMenu = (event: MouseEvent): void => {
    pressed.current = event.target instanceof Element ? (event.target.closest('[data-row]')?.getAttribute('data-row') ?? null) : null
    if (pressed.current === null) event.preventDefault()
  }
  return (
    <>
      <ContextMenu label={planText.actionsMenu} entries={entries}>
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is on one of its rows */}
        <div
          ref={tree}
          role="treegrid"
          aria-hidden={items.length === 0}
          aria-label={planText.tree}
          aria-rowcount={items.length}
          className={isPrinting ? styles.printed : styles.tree}
          style={isPrinting ? undefined : { height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
          onContextMenu={onContextMenu}
        >
          {drawn.map(({ index, start }) => {
            const item = items[index]
            if (item === undefined) return null
            const top = start - virtualizer.options.scrollMargin
            if (isDraft(item)) return <DraftRow key="draft" draft={item.draft} level={item.level} index={index} top={top} measure={virtualizer.measureElement} />
            return <TreeRowView key={item.node.key} row={item} index={index} top={top} isTabbable={item.node.key === tabbable} measure={virtualizer.measureElement} />
          })}
        </div>
      </ContextMenu>
      {items.length === 0 && <EmptyState title={planText.nothingFound} />}
      <RowMenu />
    </>
  )
}
