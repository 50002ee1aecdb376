import { useMemo } from 'react'
import { portfoliosOf, type Portfolio } from '../../../shared/teams/portfolio.ts'
import { useBoard, usePlan } from '../../state/session.tsx'
import { useTeams } from './teams-store.ts'

export interface Portfolios {
  readonly all: readonly Portfolio[]
  /** Those that the search leaves. */
  readonly listed: readonly Portfolio[]
  readonly chosen: Portfolio | null
}

/** Who has which goals of the quarter that is looked at, and whose are shown. */
export function usePortfolios(): Portfolios {
  const view = usePlan((state) => state.view)
  const scope = useBoard((state) => state.query.scope)
  const programs = useBoard((state) => state.query.filter.programs)
  const { by, chosen, search } = useTeams((state) => state)
  const all = useMemo(() => portfoliosOf(view, { by, scope, programs }), [view, by, scope, programs])
  const words = search.trim().toLowerCase()
  const listed = words === '' ? all : all.filter(({ name }) => name.toLowerCase().includes(words))
  return { all, listed, chosen: listed.find(({ name }) => name === chosen[by]) ?? listed[0] ?? null }
}
