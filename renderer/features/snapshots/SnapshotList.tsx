import { useEffect, useMemo, type ReactNode } from 'react'
import { countGoals } from '../../../shared/compare/count-goals.ts'
import type { SnapshotHead } from '../../../shared/snapshot/snapshot-head.ts'
import { useRowsHome } from '../../parts/use-rows-home.ts'
import { isOfStart } from '../../state/is-of-start.ts'
import { useBoard, usePlan, useSession, useSnapshots } from '../../state/session.tsx'
import { today } from '../../state/snapshot-store.ts'
import { frozenLabel, snapshotText } from '../../text/snapshots.ts'
import { giveFocusHome } from '../../ui/focus-home.ts'
import type { MenuEntry } from '../../ui/menu-entry.ts'
import { snapshotName, takenWhen } from './snapshot-words.ts'
import { SnapshotRow } from './SnapshotRow.tsx'
import styles from './SnapshotsScreen.module.css'

export interface SnapshotListProps {
  readonly onLook: (head: SnapshotHead) => void
  readonly onSave: (head: SnapshotHead) => void
  readonly onRemove: (head: SnapshotHead) => void
}

/** Today, then what is kept with the newest first; any two of them can be compared. */
export function SnapshotList({ onLook, onSave, onRemove }: SnapshotListProps): ReactNode {
  const { snapshots } = useSession()
  const { ref, onFocus } = useRowsHome<HTMLUListElement>()
  useEffect(() => {
    // the list comes back with what was removed last
    if (document.activeElement?.matches('main') === true) giveFocusHome('arrived')
  }, [])
  const heads = useSnapshots((state) => state.heads)
  const view = usePlan((state) => state.view)
  const counts = useMemo(() => countGoals(view, 'plan'), [view])
  const starts = useBoard((state) => state.times.starts)
  const entriesOf = (head: SnapshotHead): readonly MenuEntry[] => [
    { kind: 'item', id: 'compare', label: snapshotText.withToday, onSelect: () => snapshots.getState().compare([head.digest, today]) },
    { kind: 'item', id: 'look', label: snapshotText.look, onSelect: () => onLook(head) },
    { kind: 'item', id: 'save', label: snapshotText.saveFile, onSelect: () => onSave(head) },
    { kind: 'separator', id: 'line' },
    { kind: 'item', id: 'remove', label: snapshotText.remove, keys: 'Delete', danger: true, onSelect: () => onRemove(head) },
  ]
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the focus is on the buttons in it
    <ul ref={ref} className={styles.list} aria-label={snapshotText.list} data-walk="" onFocus={onFocus}>
      <SnapshotRow picked={today} what={snapshotText.today} when={snapshotText.todayHint} by="" name={snapshotText.today} counts={counts} />
      {heads.map((head) => (
        <SnapshotRow
          key={head.digest}
          picked={head.digest}
          what={frozenLabel(head.scope)}
          when={takenWhen(head)}
          by={isOfStart(head, starts) ? snapshotText.atStart : snapshotText.by(head.by.name)}
          name={snapshotName(head)}
          counts={head.byStatus}
          entries={entriesOf(head)}
          onDelete={() => onRemove(head)}
        />
      ))}
    </ul>
  )
}
