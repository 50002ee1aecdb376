import { Camera, FolderOpen } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import type { SnapshotHead } from '../../../shared/snapshot/snapshot-head.ts'
import { scopeInSight } from '../../parts/quarter-in-sight.ts'
import { useBoard, usePlan, useSession, useSnapshots } from '../../state/session.tsx'
import { appText } from '../../text/app.ts'
import { frozenLabel, snapshotText } from '../../text/snapshots.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useToast } from '../../ui/toaster.ts'
import { ComparisonPane } from './ComparisonPane.tsx'
import { SnapshotDialog } from './SnapshotDialog.tsx'
import { SnapshotList } from './SnapshotList.tsx'
import styles from './SnapshotsScreen.module.css'

export interface SnapshotsScreenProps {
  readonly onTake: (what: 'inSight' | 'year') => void
  readonly onOpenFile: () => void
  readonly onSave: (head: SnapshotHead) => void
  readonly onRemove: (head: SnapshotHead) => void
}

/** What was frozen of a plan, and what differs between any two of them, or one and today. Nothing is edited here. */
export function SnapshotsScreen({ onTake, onOpenFile, onSave, onRemove }: SnapshotsScreenProps): ReactNode {
  const heads = useSnapshots((state) => state.heads)
  const failure = useSnapshots((state) => state.failure)
  const { shown, look, close } = useShown()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by keys
    <main className={styles.screen} aria-label={snapshotText.label} tabIndex={-1}>
      <div className={styles.page}>
        <Head onTake={onTake} onOpenFile={onOpenFile} />
        {failure !== null && <p role="alert">{appText.unusable(failure.kind)}</p>}
        {heads.length === 0 && failure === null ? (
          <EmptyState title={snapshotText.none}>{snapshotText.noneHint}</EmptyState>
        ) : (
          <>
            <SnapshotList onLook={look} onSave={onSave} onRemove={onRemove} />
            <ComparisonPane />
          </>
        )}
      </div>
      {shown !== null && <SnapshotDialog snapshot={shown} isPlanHere onClose={close} />}
    </main>
  )
}

function Head({ onTake, onOpenFile }: Pick<SnapshotsScreenProps, 'onTake' | 'onOpenFile'>): ReactNode {
  const session = useSession()
  const plan = usePlan((state) => state.view.plan)
  useBoard((state) => state.query.scope) // what is in sight follows from it, as it does from the plan's year
  const scope = scopeInSight(session)
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        <h1 className={styles.title}>
          {snapshotText.label} <span className={styles.plan}>{plan?.title}</span>
        </h1>
        <p className={styles.hint}>{snapshotText.hint}</p>
      </div>
      <div className={styles.tools} data-print="hide">
        <Button icon={<FolderOpen />} variant="quiet" onClick={onOpenFile}>
          {snapshotText.open}
        </Button>
        {scope !== 'year' && <Button onClick={() => onTake('year')}>{snapshotText.takeYear}</Button>}
        <Button variant="primary" icon={<Camera />} keys="Ctrl+Shift+S" onClick={() => onTake('inSight')}>
          {scope === 'year' ? snapshotText.takeYear : snapshotText.take(frozenLabel(scope))}
        </Button>
      </div>
    </header>
  )
}

/** The snapshot that is looked at; one that can't be read is said. */
function useShown(): { readonly shown: Snapshot | null; readonly look: (head: SnapshotHead) => void; readonly close: () => void } {
  const { snapshots } = useSession()
  const toaster = useToast()
  const [shown, setShown] = useState<Snapshot | null>(null)
  const look = ({ digest }: SnapshotHead): void =>
    void snapshots
      .getState()
      .read(digest)
      .then((kept) => {
        if (kept.ok) setShown(kept.snapshot)
        else toaster.show({ text: snapshotText.notRead, detail: kept.failure === null ? kept.problem : appText.unusable(kept.failure.kind), tone: 'problem' })
      })
  return { shown, look, close: () => setShown(null) }
}
