import { useRef, type ReactNode } from 'react'
import type { Status } from '../../../shared/model/status.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { useSession } from '../../state/session.tsx'
import { boardText } from '../../text/board.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './Column.module.css'
import { useColumnDrop } from './use-column-drop.ts'

/** A column without goals: a strip that says so, takes a drop, and begins a goal when pressed. */
export function FoldedColumn({ status }: { readonly status: Status }): ReactNode {
  const { ui } = useSession()
  const strip = useRef<HTMLButtonElement>(null)
  const isOver = useColumnDrop({ column: strip, status })
  return (
    <button
      ref={strip}
      type="button"
      className={styles.folded}
      data-status={status}
      data-over={isOver || undefined}
      onClick={() => ui.getState().open({ kind: 'newGoal', status })}
    >
      <StatusIcon status={status} />
      <span>{statusLabel[status]}</span>
      <span>0</span>
      <VisuallyHidden>{boardText.emptyColumn(statusLabel[status])}</VisuallyHidden>
    </button>
  )
}
