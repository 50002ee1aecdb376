import { useCallback } from 'react'
import { useStore } from 'zustand'
import type { Draft } from './drafts.ts'
import { useSession } from './session.tsx'

/**
 * The draft under a key, what reads it at the moment (a handler may run before the next drawing), and what
 * changes it. The key names plan and place, since a window may open several plans.
 */
export function useDraft(key: string): readonly [draft: Draft | null, latest: () => Draft | null, keep: (draft: Draft | null) => void] {
  const { drafts: store } = useSession()
  const draft = useStore(store, (state) => state.drafts[key] ?? null)
  const latest = useCallback(() => store.getState().drafts[key] ?? null, [store, key])
  const keep = useCallback((next: Draft | null) => store.getState().keep(key, next), [store, key])
  return [draft, latest, keep]
}
