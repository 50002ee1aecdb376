import type { ReactNode } from 'react'
import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import { headOf } from '../../../shared/snapshot/snapshot-head.ts'
import { frozenLabel, snapshotText } from '../../text/snapshots.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SnapshotContents } from './SnapshotContents.tsx'
import { takenWhen } from './snapshot-words.ts'
import { StatusCounts } from './StatusCounts.tsx'

export interface SnapshotDialogProps {
  readonly snapshot: Snapshot
  /** Its plan is on this computer; where it isn't, that is said. */
  readonly isPlanHere: boolean
  readonly onClose: () => void
}

/** What a snapshot holds, to be read. */
export function SnapshotDialog({ snapshot, isPlanHere, onClose }: SnapshotDialogProps): ReactNode {
  const words = snapshotText.contentsOf({ when: takenWhen(snapshot), by: snapshot.by.name })
  return (
    <Dialog
      open
      size="large"
      onOpenChange={(open) => !open && onClose()}
      title={snapshotText.contents(frozenLabel(snapshot.scope), snapshot.view.plan?.title ?? '')}
      description={isPlanHere ? words : `${words} ${snapshotText.planNotHere}`}
      top={<StatusCounts counts={headOf(snapshot).byStatus} />}
      footer={
        <Button variant="primary" onClick={onClose}>
          {snapshotText.close}
        </Button>
      }
    >
      <SnapshotContents snapshot={snapshot} />
    </Dialog>
  )
}
