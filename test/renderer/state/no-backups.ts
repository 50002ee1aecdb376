import { createPlanBackups } from '../../../renderer/data/plan-backups.ts'
import { createBackupStore, type BackupStore } from '../../../renderer/state/backup-store.ts'
import { emptyChangeSet } from '../../../shared/changes/fold.ts'
import { emptyView } from '../../../shared/plan/plan-view.ts'
import { createMemoryCopies } from '../../shared/copies/memory-copies.ts'

/** The backups of a plan that has none, for sessions in which they don't matter. */
export function noBackups(): BackupStore {
  const view = emptyView(emptyChangeSet())
  return createBackupStore({ backups: createPlanBackups({ copies: createMemoryCopies(), id: 'plan:t' }), plan: () => ({ view, by: { replica: 'aaaaaaaaaa', name: '' } }), app: 'Quarterdeck', now: () => 0 })
}
