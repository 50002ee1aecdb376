import { useStore } from 'zustand'
import type { By } from '../../../shared/teams/portfolio.ts'
import { useSession } from '../../state/session.tsx'
import { storeOfPlan } from '../../state/store-of-plan.ts'

export interface TeamsState {
  readonly by: By
  /** Whose goals are looked at; null until somebody chooses. */
  readonly chosen: Readonly<Record<By, string | null>>
  readonly search: string
}

export const teamsStoreOf = storeOfPlan<TeamsState>({ by: 'team', chosen: { team: null, owner: null }, search: '' })

export function useTeams<T>(select: (state: TeamsState) => T): T {
  return useStore(teamsStoreOf(useSession()), select)
}
