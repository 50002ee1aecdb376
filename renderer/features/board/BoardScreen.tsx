import type { ReactNode } from 'react'
import { isFiltering } from '../../../shared/board/query.ts'
import { statuses } from '../../../shared/model/status.ts'
import { useIsPrinting } from '../../parts/use-is-printing.ts'
import { useBoard, useSession, useUi } from '../../state/session.tsx'
import { boardText } from '../../text/board.ts'
import { quarterLabel } from '../../text/dates.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { BoardFilters } from './BoardFilters.tsx'
import { BoardSheet } from './BoardSheet.tsx'
import styles from './BoardScreen.module.css'
import { Column } from './Column.tsx'
import { FoldedColumn } from './FoldedColumn.tsx'
import { QuarterOver } from './QuarterOver.tsx'
import { useBoardDrop } from './use-board-drop.ts'
import { useKeptFocus } from './use-kept-focus.ts'

/** The goals of a quarter, the year, or not scheduled, in columns by status. */
export function BoardScreen(): ReactNode {
  useBoardDrop()
  useKeptFocus()
  const isPrinting = useIsPrinting()
  return (
    <main className={styles.board} aria-label={boardText.label} tabIndex={-1}>
      <BoardFilters />
      <QuarterOver />
      <Columns />
      {isPrinting && <BoardSheet />}
    </main>
  )
}

function Columns(): ReactNode {
  const columns = useBoard((state) => state.board.columns)
  const shown = useBoard((state) => state.board.shown)
  const composing = useUi((state) => (state.overlay?.kind === 'newGoal' ? state.overlay.status : null))
  if (shown === 0 && composing === null) return <Nothing />
  const isOpen = statuses.map((status) => columns[status].length > 0 || composing === status)
  return (
    <div className={styles.columns} style={{ gridTemplateColumns: isOpen.map((open) => (open ? 'minmax(var(--column-min), 380px)' : '34px')).join(' ') }}>
      {statuses.map((status, index) => (isOpen[index] === true ? <Column key={status} status={status} /> : <FoldedColumn key={status} status={status} />))}
    </div>
  )
}

/** An empty board says why: nothing planned, or everything hidden. */
function Nothing(): ReactNode {
  const { board, ui } = useSession()
  const scope = useBoard((state) => state.query.scope)
  const hidden = useBoard((state) => state.board.hidden)
  const isNarrowed = useBoard((state) => isFiltering(state.query.filter))
  if (isNarrowed && hidden > 0) {
    return (
      <EmptyState
        title={boardText.allHidden(hidden)}
        actions={
          <Button variant="primary" onClick={() => board.getState().clearFilter()}>
            {boardText.showAll}
          </Button>
        }
      />
    )
  }
  const title = scope === 'year' ? boardText.empty.year : scope === 'unscheduled' ? boardText.empty.unscheduled : boardText.empty.quarter(quarterLabel(scope))
  return (
    <EmptyState
      title={title}
      actions={
        <Button variant="primary" keys="C" onClick={() => ui.getState().open({ kind: 'newGoal', status: 'todo' })}>
          {boardText.addGoal}
        </Button>
      }
    />
  )
}
