import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RecentFile } from '../../shared/bridge/recent.ts'
import type { ChangeSet } from '../../shared/changes/fold.ts'
import type { PlanFile } from '../../shared/file/read-plan-file.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { PlanEntry } from '../../shared/model/plan-entry.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import type { Preferences } from '../data/preferences.ts'
import type { Computer, StorageFailure } from '../data/storage.ts'
import type { OpenShare } from '../state/share-store.ts'
import type { LastBackup } from './last-backup.ts'
import type { OpenedPlan } from './open-session.ts'

/** What fills the window. */
export type Phase =
  | { readonly kind: 'starting' }
  | { readonly kind: 'start' }
  | { readonly kind: 'plan'; readonly opened: OpenedPlan; readonly isSample: boolean; readonly stop: () => void }
  /** Nothing can be read or written here, or not of this plan; the person is told what is safe. */
  | { readonly kind: 'unusable'; readonly failure: StorageFailure; readonly plan?: PlanId }

export interface AppState {
  readonly phase: Phase
  readonly plans: readonly PlanEntry[]
  /** How many plans the list had lost at the start, and has again. */
  readonly plansPutBack: number
  /** The files used last; none where they can't be opened again. */
  readonly recent: readonly RecentFile[]
  readonly computer: Computer
  readonly preferences: Preferences
  /** Stands over whichever screen: palette, keys, a problem, a file to look through before it is merged. */
  readonly overlay: AppOverlay | null
  /** A newer version of the app has taken over what this window would write to. */
  readonly isOutdated: boolean
}

/** A computer whose clock runs ahead. Its name is what people call it, empty where nobody has said. */
export interface ClockAhead {
  readonly replica: string
  readonly name: string
  readonly byMs: number
}

export type AppOverlay =
  | { readonly kind: 'commands' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'about' }
  /** No last backup could be made of a plan that is to be removed. `newest`: when the newest good one was made, in milliseconds since 1970. */
  | { readonly kind: 'removeAnyway'; readonly plan: PlanId; readonly title: string; readonly why: Exclude<LastBackup, 'made'>; readonly newest: number | null }
  | { readonly kind: 'problem'; readonly title: string; readonly text: string }
  /** `text` is null while the page is still to be pasted. */
  | { readonly kind: 'readPage'; readonly text: string | null; readonly fileName: string | null }
  /** Says what sharing through a folder means, before one is chosen. `leaves`: the share that ends with it. */
  | { readonly kind: 'shareFolder'; readonly leaves: OpenShare | null }
  /** Asks for a server: to share the open plan there, or to join a plan that is shared there. */
  | { readonly kind: 'shareServer'; readonly purpose: 'share' | 'join'; readonly leaves: OpenShare | null }
  /** Says what folding old history away would do. */
  | { readonly kind: 'foldHistory' }
  | { readonly kind: 'leaveShare'; readonly share: OpenShare }
  /** A shared plan that isn't here yet is being read. `from`: the folder's name, or the server's address. */
  | { readonly kind: 'joining'; readonly from: string }
  /** A shared plan that isn't here yet waits for a person's word: clocks in it run far ahead. */
  | { readonly kind: 'joinAhead'; readonly clocks: readonly ClockAhead[] }
  /** A plan that is here already is to be shared in a place where one isn't yet. `called`: its title there; `leaves`: the place whose share that ends. */
  | { readonly kind: 'joinMine'; readonly title: string; readonly called: string; readonly place: string; readonly leaves: string | null }
  /** A snapshot to be read whose plan isn't on this computer. */
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  /**
   * `file` with what is to be merged of it, and `asRead` as it was read. `mine` is null for a plan that isn't on this
   * computer yet; `at` is when it was opened, in milliseconds since 1970.
   */
  | { readonly kind: 'mergeFile'; readonly file: PlanFile; readonly asRead: PlanFile; readonly fileName: string; readonly mine: ChangeSet | null; readonly at: number }

export type AppStore = StoreApi<AppState>

export function createAppStore(preferences: Preferences): AppStore {
  return createStore<AppState>()(() => ({ phase: { kind: 'starting' }, plans: [], plansPutBack: 0, recent: [], computer: { replica: '', name: '' }, preferences, overlay: null, isOutdated: false }))
}
