import { createContext, useContext, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { MakeId } from '../../shared/model/ids.ts'
import type { BackupState, BackupStore } from './backup-store.ts'
import type { BoardState, BoardStore } from './board-store.ts'
import type { DraftStore } from './drafts.ts'
import type { OthersState, OthersStore } from './others-store.ts'
import type { PlanState } from './plan-state.ts'
import type { PlanStore } from './plan-store.ts'
import type { ShareStore, ShareStoreState } from './share-store.ts'
import type { SnapshotState, SnapshotStore } from './snapshot-store.ts'
import type { UiState, UiStore } from './ui-store.ts'

/** One open plan with all that a window keeps about it. */
export interface Session {
  readonly plan: PlanStore
  readonly board: BoardStore
  readonly ui: UiStore
  readonly snapshots: SnapshotStore
  readonly backups: BackupStore
  readonly share: ShareStore
  /** What others changed and nobody has looked at here. */
  readonly others: OthersStore
  /** What is being typed in this window, in whichever plan. */
  readonly drafts: DraftStore
  readonly makeId: MakeId
  /** Today by this computer's calendar, `2018-12-06`. */
  readonly today: () => string
}

const SessionContext = createContext<Session | null>(null)

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }): ReactNode {
  return <SessionContext value={session}>{children}</SessionContext>
}

/** The stores themselves, for handlers that act; components that show something select from a state below. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession is used outside of an open plan')
  return session
}

export function usePlan<T>(select: (state: PlanState) => T): T {
  return useStore(useSession().plan, select)
}

export function useBoard<T>(select: (state: BoardState) => T): T {
  return useStore(useSession().board, select)
}

export function useSnapshots<T>(select: (state: SnapshotState) => T): T {
  return useStore(useSession().snapshots, select)
}

export function useBackups<T>(select: (state: BackupState) => T): T {
  return useStore(useSession().backups, select)
}

export function useShare<T>(select: (state: ShareStoreState) => T): T {
  return useStore(useSession().share, select)
}

export function useOthers<T>(select: (state: OthersState) => T): T {
  return useStore(useSession().others, select)
}

export function useUi<T>(select: (state: UiState) => T): T {
  return useStore(useSession().ui, select)
}
