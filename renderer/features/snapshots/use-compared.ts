import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { PlanComparison } from '../../../shared/compare/comparison.ts'
import { compareSnapshots, type ComparedState } from '../../../shared/snapshot/compare-snapshots.ts'
import { usePlan, useSession, useSnapshots } from '../../state/session.tsx'
import { today, type Picked, type ReadKept } from '../../state/snapshot-store.ts'

export type Compared =
  | { readonly kind: 'none' }
  /** One is picked, and wants another. */
  | { readonly kind: 'one' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly picked: Picked; readonly why: Extract<ReadKept, { readonly ok: false }> }
  | { readonly kind: 'compared'; readonly before: Picked; readonly after: Picked; readonly comparison: PlanComparison }

/** The comparison of the two that are picked, the older one before; today is brought up to date as the plan is. */
export function useCompared(): Compared {
  const picked = useSnapshots((state) => state.picked)
  const heads = useSnapshots((state) => state.heads)
  const view = useDeferredValue(usePlan((state) => state.view))
  const read = useRead(picked)
  const [before, after] = useMemo(() => {
    // today is now, and of the list each is older than the one above it
    const ageOf = (each: Picked): number => (each === today ? -1 : heads.findIndex(({ digest }) => digest === each))
    return picked.toSorted((a, b) => ageOf(b) - ageOf(a))
  }, [picked, heads])
  const states = useMemo(() => {
    const stateOf = (each: Picked | undefined): ComparedState | null => {
      if (each === today) return { view, scope: null }
      const kept = each === undefined ? undefined : read.get(each)
      return kept?.ok === true ? kept.snapshot : null
    }
    return { before: stateOf(before), after: stateOf(after) }
  }, [before, after, read, view])
  const comparison = useMemo(() => (states.before === null || states.after === null ? null : compareSnapshots({ before: states.before, after: states.after })), [states])
  if (before === undefined) return { kind: 'none' }
  if (after === undefined) return { kind: 'one' }
  for (const each of [before, after]) {
    const why = read.get(each)
    if (why?.ok === false) return { kind: 'failed', picked: each, why }
  }
  return comparison === null ? { kind: 'reading' } : { kind: 'compared', before, after, comparison }
}

/** The snapshots that are picked, as far as they have been read. */
function useRead(picked: readonly Picked[]): ReadonlyMap<Picked, ReadKept> {
  const { snapshots } = useSession()
  const [read, setRead] = useState<ReadonlyMap<Picked, ReadKept>>(new Map())
  useEffect(() => {
    let isWanted = true
    for (const each of picked) {
      if (each === today) continue
      void snapshots
        .getState()
        .read(each)
        .then((kept) => isWanted && setRead((before) => new Map([...before, [each, kept]])))
    }
    return () => {
      isWanted = false
    }
  }, [picked, snapshots])
  return read
}
