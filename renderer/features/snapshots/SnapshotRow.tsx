import { Check, Ellipsis } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { statuses } from '../../../shared/model/status.ts'
import type { CountsByStatus } from '../../../shared/plan/plan-counts.ts'
import { walkRows } from '../../parts/walk-rows.ts'
import { useSession, useSnapshots } from '../../state/session.tsx'
import type { Picked } from '../../state/snapshot-store.ts'
import { snapshotText } from '../../text/snapshots.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuEntry } from '../../ui/menu-entry.ts'
import { StatusCounts } from './StatusCounts.tsx'
import styles from './SnapshotRow.module.css'

export interface SnapshotRowProps {
  readonly picked: Picked
  readonly what: string
  readonly when: string
  readonly by: string
  readonly name: string
  readonly counts: CountsByStatus
  readonly entries?: readonly MenuEntry[] | undefined
  readonly onDelete?: (() => void) | undefined
}

/** One state to compare: a press picks it, arrows walk, Delete removes. */
export function SnapshotRow({ picked, what, when, by, name, counts, entries, onDelete }: SnapshotRowProps): ReactNode {
  const { snapshots } = useSession()
  const isPicked = useSnapshots((state) => state.picked.includes(picked))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Delete' && onDelete !== undefined) {
      event.preventDefault()
      event.stopPropagation()
      onDelete()
    } else walkRows(event)
  }
  return (
    <li className={styles.row}>
      <button type="button" aria-pressed={isPicked} data-opens="" data-snapshot={picked} className={styles.pick} onClick={() => snapshots.getState().pick(picked)} onKeyDown={onKeyDown}>
        <span className={styles.box} aria-hidden="true">
          {isPicked && <Check />}
        </span>
        <b className={styles.what}>{what}</b> <span className={styles.when}>{when}</span> <span className={styles.by}>{by}</span>{' '}
        <span className={styles.goals}>{snapshotText.goals(statuses.reduce((sum, status) => sum + counts[status], 0))}</span> <StatusCounts counts={counts} />
      </button>
      {entries !== undefined && <Menu entries={entries} align="end" trigger={<IconButton label={snapshotText.more(name)} icon={<Ellipsis />} className={styles.more} data-print="hide" />} />}
    </li>
  )
}
