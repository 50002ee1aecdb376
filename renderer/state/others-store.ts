import { createStore, type StoreApi } from 'zustand/vanilla'
import { recordIn } from '../../shared/changes/fold.ts'
import type { Stamp } from '../../shared/changes/stamp.ts'
import type { RecordId } from '../../shared/model/ids.ts'
import { isToldOf, othersChange, type OthersChange } from '../../shared/plan/others-change.ts'
import { uniteLooked, type Looked, type LookedKeep } from '../data/looked.ts'
import type { PlanStorage, Received } from '../data/storage.ts'
import type { PlanStore } from './plan-store.ts'

/** What others changed and nobody has looked at yet on this computer. */
export interface OthersState {
  readonly changes: ReadonlyMap<RecordId, OthersChange>
  /** What somebody is looking at, or has a moment ago: it stays where it is until they leave. */
  readonly lately: ReadonlyMap<RecordId, OthersChange>
  /** Whether anything was ever received, so that there is a list to speak of. */
  readonly hasReceived: boolean
  /** Reads what came since one last looked. */
  readonly load: () => Promise<void>
  readonly look: (records: Iterable<RecordId>) => void
  readonly lookAtAll: () => void
  /** Lets go of what was looked at lately; of some records, or of all. */
  readonly leave: (records?: Iterable<RecordId>) => void
  /** Another window of this computer has looked. */
  readonly lookedElsewhere: (looked: Looked) => void
  /** The plan came here a moment ago, and what comes until `arrived` is how it came and no news. */
  readonly arrived: () => void
}

export type OthersStore = StoreApi<OthersState>

export interface OthersStoreParts {
  readonly plan: PlanStore
  readonly storage: Pick<PlanStorage, 'receivedSince'>
  readonly looked: Pick<LookedKeep, 'read' | 'add'>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** For each record what came of it, by stamp, and when it came. */
type Came = Map<RecordId, Map<Stamp, number>>

export function createOthersStore({ plan, storage, looked: keep, now }: OthersStoreParts): OthersStore {
  const came: Came = new Map()
  let isArriving = plan.getState().view.plan === null
  // where the clock was set back, rather shown once more than never
  let looked = clamped(keep.read(), now())
  return createStore<OthersState>()((set, get) => {
    const lookedUntil = (on: RecordId): number => Math.max(looked.until, looked.records.get(on) ?? 0)
    const changeOf = (on: RecordId): OthersChange | null => {
      const record = recordIn(plan.getState().view.set, on)
      const stamps = came.get(on)
      if (record === undefined || stamps === undefined) return null
      const unseen = new Set([...stamps].filter(([, at]) => at > lookedUntil(on)).map(([stamp]) => stamp))
      return unseen.size === 0 ? null : othersChange({ record, unseen, own: plan.getState().computer.replica })
    }
    /** Works out anew what stands of some records; the same state where nothing of it differs. */
    const update = (records: Iterable<RecordId>): void => {
      const { changes } = get()
      const news = [...records].map((on) => [on, changeOf(on)] as const).filter(([on, change]) => !isSameChange(changes.get(on) ?? null, change))
      if (news.length === 0) return
      const next = new Map(changes)
      for (const [on, change] of news) {
        if (change === null) next.delete(on)
        else next.set(on, change)
      }
      set({ changes: next })
    }
    /** @param isNow what comes now nobody has looked at, whatever the clock says */
    const add = (received: readonly Received[], isNow: boolean): ReadonlySet<RecordId> => {
      const touched = new Set<RecordId>()
      for (const { at, changes } of received) {
        for (const { on, at: stamp } of changes) {
          if (!isToldOf(on)) continue
          const stamps = came.get(on) ?? new Map<Stamp, number>()
          came.set(on, stamps)
          stamps.set(stamp, isNow ? Math.max(at, lookedUntil(on) + 1) : at)
          touched.add(on)
        }
      }
      return touched
    }
    const lookUntil = (next: Partial<Looked>): void => {
      looked = uniteLooked(looked, keep.add({ until: looked.until, records: new Map(), ...next }))
    }
    plan.subscribe((state, before) => {
      const { lastReceived: received } = state
      if (received !== null && received !== before.lastReceived) {
        if (isArriving) return lookUntil({ until: Math.max(looked.until, received.at) })
        const touched = add([received], true)
        if (!get().hasReceived) set({ hasReceived: true })
        return update(touched)
      }
      if (state.last === before.last) return undefined
      return update([...state.last.touched.keys()].filter((on) => came.has(on)))
    })
    return {
      changes: new Map(),
      lately: new Map(),
      hasReceived: false,
      load: async () => {
        if (isArriving) return
        const received = await storage.receivedSince(looked.until)
        if (!received.ok) return
        update(add(received.value, false))
        set({ hasReceived: get().hasReceived || looked.until > 0 || received.value.length > 0 })
      },
      look: (records) => {
        const { changes, lately } = get()
        const seen = [...records].flatMap((on) => changes.get(on) ?? [])
        if (seen.length === 0) return
        lookUntil({ records: new Map(seen.map(({ on }) => [on, lastOf(came.get(on))])) })
        set({ changes: without(changes, seen), lately: new Map([...lately, ...seen.map((change) => [change.on, change] as const)]) })
      },
      lookAtAll: () => {
        const { changes, lately } = get()
        const until = Math.max(looked.until, ...[...changes.keys()].map((on) => lastOf(came.get(on))))
        lookUntil({ until })
        set({ changes: new Map(), lately: new Map([...lately, ...changes]) })
      },
      leave: (records) => {
        const { lately } = get()
        if (lately.size > 0) set({ lately: records === undefined ? new Map() : without(lately, [...records].flatMap((on) => lately.get(on) ?? [])) })
      },
      lookedElsewhere: (elsewhere) => {
        looked = uniteLooked(looked, elsewhere)
        update(get().changes.keys())
      },
      arrived: () => {
        isArriving = false
      },
    }
  })
}

function clamped({ until, records }: Looked, now: number): Looked {
  return { until: Math.min(until, now), records: new Map([...records].map(([on, at]) => [on, Math.min(at, now)])) }
}

function lastOf(stamps: ReadonlyMap<Stamp, number> | undefined): number {
  return Math.max(0, ...(stamps?.values() ?? []))
}

function without(changes: ReadonlyMap<RecordId, OthersChange>, gone: readonly OthersChange[]): ReadonlyMap<RecordId, OthersChange> {
  const left = new Map(changes)
  for (const { on } of gone) left.delete(on)
  return left
}

function isSameChange(a: OthersChange | null, b: OthersChange | null): boolean {
  if (a === null || b === null) return a === b
  return a.at === b.at && a.kind === b.kind && a.steps.length === b.steps.length && a.steps.every((step, index) => step.at === b.steps[index]?.at)
}
