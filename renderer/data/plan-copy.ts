import type { CopyStore } from '../../shared/copies/copy-store.ts'
import { commitsOfRows, type CommitRow } from './commit-row.ts'
import { createJournal, type Journal } from './journal.ts'
import type { StoragePlatform } from './platform.ts'
import type { CopyState, SecondCopy } from './storage.ts'

/** The second copy of one plan, as one window adds to it. */
export interface PlanCopy extends SecondCopy {
  readonly folder: string
  readonly copies: CopyStore
  readonly journal: Journal
  /** Adds rows that are in the database; that it fails is a state and no failure of what was written. */
  readonly keep: (rows: readonly CommitRow[]) => Promise<void>
}

interface PlanCopyParts {
  readonly folder: string
  readonly platform: Pick<StoragePlatform, 'copies' | 'slot' | 'pause'>
  /** Whether another window has deleted the database. */
  readonly isRemoved?: () => boolean
}

export function createPlanCopy({ folder, platform, isRemoved = () => false }: PlanCopyParts): PlanCopy {
  const { copies } = platform
  const journal = createJournal({ ...platform, folder })
  const listeners = new Set<() => void>()
  let waiting: readonly CommitRow[] = []
  let state: CopyState = { kind: 'kept' }
  let last: Promise<void> = Promise.resolve()

  const become = (next: CopyState): void => {
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    for (const listener of listeners) listener()
  }
  const write = async (): Promise<void> => {
    const rows = waiting
    if (rows.length === 0) return
    // of a plan that was removed the journal goes first, and is not begun again; one whose database is made anew has it
    if (isRemoved() && !(await journal.isThere())) {
      waiting = []
      return
    }
    const added = await journal.append(rows)
    if (added.ok) {
      waiting = waiting.slice(rows.length)
      return become({ kind: 'kept' })
    }
    if (added.reason !== 'unavailable') return become({ kind: 'behind', reason: added.reason, since: state.kind === 'behind' ? state.since : (rows[0]?.at ?? 0) })
    waiting = [] // there will be no place later on either, and what waits would only grow
    become({ kind: 'none' })
  }
  /** One after the other: rows stand in the journal in the order in which they were written. */
  const inOrder = (): Promise<void> => {
    last = last.then(write)
    return last
  }
  return {
    folder,
    copies,
    journal,
    keep: (rows) => {
      waiting = [...waiting, ...rows]
      return inOrder()
    },
    catchUp: inOrder,
    uncopied: () => commitsOfRows(waiting).filter(({ changes, without = [] }) => changes.length + without.length > 0),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
