import { Plus } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import type { Status } from '../../../shared/model/status.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { useBoard, useSession, useUi } from '../../state/session.tsx'
import { boardText } from '../../text/board.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { CardList } from './CardList.tsx'
import styles from './Column.module.css'
import { NewGoal } from './NewGoal.tsx'
import { useColumnDrop } from './use-column-drop.ts'

/** The goals of one status. */
export function Column({ status }: { readonly status: Status }): ReactNode {
  const { ui } = useSession()
  const goals = useBoard((state) => state.board.columns[status])
  const isComposing = useUi((state) => state.overlay?.kind === 'newGoal' && state.overlay.status === status)
  const column = useRef<HTMLElement>(null)
  const isOver = useColumnDrop({ column, status })
  return (
    <section ref={column} className={styles.column} aria-label={boardText.column(statusLabel[status], goals.length)} data-status={status} data-over={isOver || undefined}>
      <header className={styles.head}>
        <StatusIcon status={status} />
        <h2 className={styles.name}>{statusLabel[status]}</h2>
        <span className={styles.count}>{goals.length}</span>
        <IconButton className={styles.add} size="small" label={boardText.addTo(statusLabel[status])} keys="C" icon={<Plus />} onClick={() => ui.getState().open({ kind: 'newGoal', status })} />
      </header>
      <CardList goals={goals}>{isComposing && <NewGoal status={status} />}</CardList>
    </section>
  )
}
