import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Steps } from '../../../shared/changes/steps.ts'
import type { PlanComparison } from '../../../shared/compare/comparison.ts'
import { compareSnapshotsInSteps, type ComparedState } from '../../../shared/snapshot/compare-snapshots.ts'
import { useSteps } from '../../parts/use-steps.ts'
import { usePlan, useSession, useSnapshots } from '../../state/session.tsx'
import { today, type Picked, type ReadKept } from '../../state/snapshot-store.ts'

interface TwoCompared {
  readonly before: Picked
  readonly after: Picked
  readonly comparison: PlanComparison
}

export type Compared =
  | { readonly kind: 'none' }
  /** One is picked, and wants another. */
  | { readonly kind: 'one' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly picked: Picked; readonly why: Extract<ReadKept, { readonly ok: false }> }
  | ({ readonly kind: 'compared' } & TwoCompared)

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
  const begin = useCallback((): Steps<TwoCompared | null> => compareTwo({ before, after, stateOf: (each) => stateOf({ each, view, read }) }), [before, after, view, read])
  const done = useSteps(begin)?.result ?? null
  if (before === undefined) return { kind: 'none' }
  if (after === undefined) return { kind: 'one' }
  for (const each of [before, after]) {
    const why = read.get(each)
    if (why?.ok === false) return { kind: 'failed', picked: each, why }
  }
  // while today's plan is being compared anew, what it was a moment ago goes on standing
  return done === null || done.before !== before || done.after !== after ? { kind: 'reading' } : { kind: 'compared', ...done }
}

interface Sides {
  readonly before: Picked | undefined
  readonly after: Picked | undefined
  readonly stateOf: (each: Picked) => ComparedState | null
}

function* compareTwo({ before, after, stateOf: stateFor }: Sides): Steps<TwoCompared | null> {
  if (before === undefined || after === undefined) return null
  const states = { before: stateFor(before), after: stateFor(after) }
  if (states.before === null || states.after === null) return null
  return { before, after, comparison: yield* compareSnapshotsInSteps({ before: states.before, after: states.after }) }
}

function stateOf({ each, view, read }: { readonly each: Picked; readonly view: ComparedState['view']; readonly read: ReadonlyMap<Picked, ReadKept> }): ComparedState | null {
  if (each === today) return { view, scope: null }
  const kept = read.get(each)
  return kept?.ok === true ? kept.snapshot : null
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
        .then((kept) => isWanted && setRead((before) => (before.get(each) === kept ? before : new Map([...before, [each, kept]]))))
    }
    return () => {
      isWanted = false
    }
  }, [picked, snapshots])
  return read
}
