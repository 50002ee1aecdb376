import * as v from 'valibot'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { statuses, type Status } from '../../shared/model/status.ts'
import type { DraftKeep } from '../data/draft-keep.ts'

/** What stands in a form. */
interface Filled {
  readonly text: string
  /** Null while nobody has chosen one. */
  readonly date: string | null
  readonly status: Status | null
}

/** A text being typed that is not part of the plan yet, with what else its form holds. */
export interface Draft extends Filled {
  /** For a note: whether it speaks of all goals of the output. */
  readonly forAll: boolean
  /** What the plan said there when the typing began; absent where something new is written, or an older version kept it. */
  readonly begun?: Filled | undefined
}

export interface DraftsState {
  readonly drafts: Readonly<Record<string, Draft>>
  /** Keeps a draft under its key, or drops it when there is nothing to keep. */
  readonly keep: (key: string, draft: Draft | null) => void
  /** Takes over what another window has left: of two drafts of one field this window's stays, and the other waits where it is. */
  readonly takeFrom: (left: DraftKeep) => void
}

export type DraftStore = StoreApi<DraftsState>

const filled = { text: v.string(), date: v.nullable(v.string()), status: v.nullable(v.picklist(statuses)) }
const draftSchema = v.object({ ...filled, forAll: v.boolean(), begun: v.optional(v.object(filled)) })
const draftsSchema = v.record(v.string(), v.unknown())

/** The drafts of a window. They outlive the panel they were typed in, and a reload; one that was kept in another form is dropped. */
export function createDraftStore(place: DraftKeep): DraftStore {
  return createStore<DraftsState>()((set, get) => ({
    drafts: draftsIn(place),
    keep: (key, draft) => {
      const { [key]: _, ...others } = get().drafts
      const drafts = draft === null ? others : { ...others, [key]: draft }
      set({ drafts })
      place.write(drafts)
    },
    takeFrom: (left) => {
      const own = get().drafts
      const theirs = Object.entries(draftsIn(left))
      const taken = theirs.filter(([key]) => !(key in own))
      const drafts = { ...own, ...Object.fromEntries(taken) }
      if (taken.length === 0 || !place.write(drafts)) return
      set({ drafts })
      left.write(Object.fromEntries(theirs.filter(([key]) => key in own)))
    },
  }))
}

function draftsIn(place: DraftKeep): Readonly<Record<string, Draft>> {
  const kept = v.safeParse(draftsSchema, place.read())
  return kept.success ? Object.fromEntries(Object.entries(kept.output).filter(isDraftEntry)) : {}
}

function isDraftEntry(entry: [string, unknown]): entry is [string, Draft] {
  return v.is(draftSchema, entry[1])
}
