import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { By } from '../../../shared/teams/portfolio.ts'
import type { PlanStore } from '../../state/plan-store.ts'
import { useSession, type Session } from '../../state/session.tsx'

export interface TeamsState {
  readonly by: By
  /** Whose goals are looked at; null until somebody chooses. */
  readonly chosen: Readonly<Record<By, string | null>>
  readonly search: string
}

export type TeamsStore = StoreApi<TeamsState>

// lives as long as the plan is open, so that a look at the board and back finds the same team
const stores = new WeakMap<PlanStore, TeamsStore>()

export function teamsStoreOf({ plan }: Pick<Session, 'plan'>): TeamsStore {
  const known = stores.get(plan)
  if (known !== undefined) return known
  const store = createStore<TeamsState>()(() => ({ by: 'team', chosen: { team: null, owner: null }, search: '' }))
  stores.set(plan, store)
  return store
}

export function useTeams<T>(select: (state: TeamsState) => T): T {
  return useStore(teamsStoreOf(useSession()), select)
}
