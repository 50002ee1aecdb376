import { isRecordId, type PlanId, type RecordId } from '../../shared/model/ids.ts'
import { isObject } from '../../shared/file/json-value.ts'
import type { DraftStorage } from './draft-keep.ts'

/** Up to when somebody has looked at what came from others, in milliseconds since 1970 by this computer's clock. */
export interface Looked {
  /** At all of it. */
  readonly until: number
  /** At what came of single records after that. */
  readonly records: ReadonlyMap<RecordId, number>
}

/** Where that is kept: it is no part of the plan, and what is lost of it is shown once more. */
export interface LookedKeep {
  readonly read: () => Looked
  /** Adds to what is kept; another window may have added meanwhile. Gives all of it. */
  readonly add: (looked: Looked) => Looked
  /** Told when another window has added. */
  readonly subscribe: (listener: (looked: Looked) => void) => () => void
}

export const nothingLookedAt: Looked = { until: 0, records: new Map() }

/** So many records are kept one by one; of more the oldest are shown once more. */
const mostRecords = 5_000

export function createLookedKeep(plan: PlanId, storage: DraftStorage = () => localStorage): LookedKeep {
  const place = `quarterdeck.looked ${plan}`
  const read = (): Looked => {
    try {
      return parseLooked(JSON.parse(storage().getItem(place) ?? 'null'))
    } catch {
      return nothingLookedAt
    }
  }
  return {
    read,
    add: (more) => {
      const looked = uniteLooked(read(), more)
      try {
        storage().setItem(place, JSON.stringify({ until: looked.until, records: Object.fromEntries(looked.records) }))
      } catch {
        // then it holds for this window only
      }
      return looked
    },
    subscribe: (listener) => {
      const onStorage = ({ key }: StorageEvent): void => {
        if (key === place) listener(read())
      }
      window.addEventListener('storage', onStorage)
      return () => window.removeEventListener('storage', onStorage)
    },
  }
}

/** The later of both for each record; what the later `until` covers is no longer kept one by one. */
export function uniteLooked(a: Looked, b: Looked): Looked {
  const until = Math.max(a.until, b.until)
  const records = new Map(a.records)
  for (const [id, at] of b.records) records.set(id, Math.max(at, records.get(id) ?? 0))
  return { until, records: new Map([...records].filter(([, at]) => at > until).toSorted(([, one], [, other]) => one - other).slice(-mostRecords)) }
}

function parseLooked(kept: unknown): Looked {
  if (!isObject(kept)) return nothingLookedAt
  const { until, records } = kept
  const times = isObject(records) ? Object.entries(records).flatMap(([id, at]) => (isRecordId(id) && isTime(at) ? [[id, at] as const] : [])) : []
  return { until: isTime(until) ? until : 0, records: new Map(times) }
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
