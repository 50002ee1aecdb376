import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { treeRows, type TreeRow } from '../../../shared/plan/tree/tree-rows.ts'
import { useSession, useUi } from '../../state/session.tsx'
import { pastText } from '../../text/past.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useVirtualList } from '../../ui/use-virtual-list.ts'
import { historyOf, usePast } from './history-store.ts'
import { momentWhen } from './moment-words.ts'
import { PastRow } from './PastRow.tsx'
import styles from './PastTree.module.css'
import { stepInTree } from './tree-steps.ts'
import type { Past } from './use-past-view.ts'

/** The plan's tree as it was. Arrows walk, open and close it; Enter opens a goal as it was. */
export function PastTree({ past: { view, moment } }: { readonly past: Past }): ReactNode {
  const session = useSession()
  const history = historyOf(session)
  const scroller = useRef<HTMLDivElement>(null)
  const open = usePast((state) => state.open)
  const active = usePast((state) => state.row)
  const wantsRow = usePast((state) => state.wantsRow)
  const shownGoal = useUi((state) => state.goal)
  const rows = useMemo(() => treeRows(view, { open, text: '' }), [view, open])
  const activeAt = Math.max(rows.findIndex(({ node }) => node.key === active), 0)
  const virtual = useVirtualList({ items: rows, scroller, keyOf, heightOf, overscan: 10 })
  useEffect(() => {
    if (wantsRow) virtual.scrollToIndex(activeAt, { align: 'auto' })
  }, [wantsRow, activeAt, virtual])
  const setOpen = ({ node }: TreeRow, isOpen: boolean): void => history.setState({ open: new Map([...open, [node.key, isOpen]]) })
  if (rows.length === 0) return <EmptyState title={pastText.emptyTree} />
  return (
    <div ref={scroller} className={styles.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is on one of its rows */}
      <div
        role="tree"
        aria-label={pastText.treeOf(momentWhen(moment))}
        className={styles.tree}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={(event) => {
          const step = stepInTree({ rows, at: activeAt, key: event.key })
          if (step === null || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          if (step.kind === 'go') history.setState({ row: step.row.node.key, wantsRow: true })
          if (step.kind === 'open' || step.kind === 'close') setOpen(step.row, step.kind === 'open')
          if (step.kind === 'show') session.ui.getState().openGoal(step.goal)
        }}
      >
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          const isShown = row.node.kind === 'goal' && row.node.id === shownGoal
          return <PastRow key={key} row={row} view={view} index={index} top={start} isTabStop={index === activeAt} isShown={isShown} measure={virtual.measureElement} onToggle={() => setOpen(row, row.isOpen !== true)} />
        })}
      </div>
    </div>
  )
}

function keyOf({ node }: TreeRow): string {
  return node.key
}

function heightOf(): number {
  return 30
}
