import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchCopy } from '../../../renderer/app/watch-copy.ts'
import { createPlanBackups } from '../../../renderer/data/plan-backups.ts'
import type { Mended } from '../../../renderer/data/storage.ts'
import { createBackupStore } from '../../../renderer/state/backup-store.ts'
import { emptyChangeSet } from '../../../shared/changes/fold.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { createMemoryCopies } from '../../shared/copies/memory-copies.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('[S73] what the proof of the log has mended is told once: read and put away, it does not come back', async () => {
  const found: Mended = { commits: 1, isWhole: true, keptAside: false }
  let mended: Mended | null = null
  const backups = createBackupStore({ backups: createPlanBackups({ copies: createMemoryCopies(), id: 'plan:t' }), plan: () => ({ view: createView(emptyChangeSet()), by: { replica: 'aaaaaaaaaa', name: '' } }), app: 'Quarterdeck', now: () => 0 })
  const stop = watchCopy({
    backups,
    storage: {
      copy: { state: () => ({ kind: 'kept' }), subscribe: () => () => undefined, catchUp: () => Promise.resolve(), uncopied: () => [] },
      mended: () => mended,
      proveLog: () => {
        mended = found
        return Promise.resolve({ ok: true, value: found })
      },
    },
  })
  await vi.advanceTimersByTimeAsync(16_000)
  expect(backups.getState().mended).toBe(found)
  backups.setState({ mended: null })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(backups.getState().mended).toBeNull()
  stop()
})
