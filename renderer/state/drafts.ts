import { useCallback } from 'react'
import * as v from 'valibot'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { statuses, type Status } from '../../shared/model/status.ts'
import { createDraftKeep, type DraftKeep } from '../data/draft-keep.ts'

/** A text being typed that is not part of the plan yet, with what else its form holds. */
export interface Draft {
  readonly text: string
  /** Null while nobody has chosen one. */
  readonly date: string | null
  readonly status: Status | null
  /** For a note: whether it speaks of all goals of the output. */
  readonly forAll: boolean
}

export interface DraftsState {
  readonly drafts: Readonly<Record<string, Draft>>
  /** Keeps a draft under its key, or drops it when there is nothing to keep. */
  readonly keep: (key: string, draft: Draft | null) => void
}

export type DraftStore = StoreApi<DraftsState>

const draftSchema = v.object({ text: v.string(), date: v.nullable(v.string()), status: v.nullable(v.picklist(statuses)), forAll: v.boolean() })
const draftsSchema = v.record(v.string(), draftSchema)

/** Drafts outlive the panel they were typed in, and a reload. What was kept in another form is dropped. */
export function createDraftStore(place: DraftKeep): DraftStore {
  const kept = (): Readonly<Record<string, Draft>> | null => {
    const read = v.safeParse(draftsSchema, place.read())
    return read.success ? read.output : null
  }
  return createStore<DraftsState>()((set, get) => ({
    drafts: kept() ?? {},
    keep: (key, draft) => {
      // another window may have kept some since
      const { [key]: _, ...others } = kept() ?? get().drafts
      const drafts = draft === null ? others : { ...others, [key]: draft }
      set({ drafts })
      place.write(drafts)
    },
  }))
}

let ofWindow: DraftStore | undefined

/** The drafts of this window, whichever plan is open in it. */
function draftsOfWindow(): DraftStore {
  ofWindow ??= createDraftStore(createDraftKeep())
  return ofWindow
}

/**
 * The draft under a key, what reads it at the moment (a handler may run before the next drawing), and what
 * changes it. The key names plan and place, since a window may open several plans.
 */
export function useDraft(key: string): readonly [draft: Draft | null, latest: () => Draft | null, keep: (draft: Draft | null) => void] {
  const store = draftsOfWindow()
  const draft = useStore(store, (state) => state.drafts[key] ?? null)
  const latest = useCallback(() => store.getState().drafts[key] ?? null, [store, key])
  const keep = useCallback((next: Draft | null) => store.getState().keep(key, next), [store, key])
  return [draft, latest, keep]
}
