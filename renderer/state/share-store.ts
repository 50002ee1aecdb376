import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ShareState } from '../../shared/share/share-state.ts'

/** Where the open plan is shared, in words of its own: the folder's name, or the server's address without user and secret. */
export type OpenShare = { readonly kind: 'folder'; readonly name: string } | { readonly kind: 'server'; readonly address: string }

/** What is asked of the exchange, in whichever window it runs. */
export interface ShareRequests {
  /** Looks at once. */
  readonly retry: () => void
  /** Takes in what is held back of a computer whose clock runs far ahead. */
  readonly accept: (replica: string) => void
  /** Asks for what a browser wants a person's word for; call from a press of a key or button. */
  readonly allowAgain: () => void
  /** Hands out what was done a moment ago, before a window closes; resolves when that is done, or after a second or two. */
  readonly handOut: () => Promise<void>
}

export interface ShareStoreState extends ShareRequests {
  /** Null where the plan isn't shared, or as long as that isn't known yet. */
  readonly share: OpenShare | null
  /** How its exchange stands, run by this window or another one of this computer. */
  readonly state: ShareState
  /** A window that is about to close waits for it. */
  readonly isHandingOut: boolean
}

/** The share of an open plan, as its screens see it; `renderer/app/share/` keeps it in step. */
export type ShareStore = StoreApi<ShareStoreState>

/** Nothing is known yet of the exchange. */
export const notLooked: ShareState = { standing: { kind: 'starting' }, members: [], present: null, heldBack: [], heldAt: [], unread: [] }

export function createShareStore(): ShareStore {
  const nothing = (): void => undefined
  return createStore<ShareStoreState>()(() => ({ share: null, state: notLooked, isHandingOut: false, retry: nothing, accept: nothing, allowAgain: nothing, handOut: () => Promise.resolve() }))
}
