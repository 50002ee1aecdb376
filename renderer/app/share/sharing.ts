import { productRelease } from '../../../shared/bridge/product.ts'
import { createShare } from '../../../shared/share/create-share.ts'
import { openChannel } from '../../data/platform.ts'
import type { ShareRecords } from '../../data/share-records.ts'
import type { Library } from '../../data/storage.ts'
import type { Host } from '../../host/host.ts'
import type { ServerAccess, SharedFolders } from '../../host/share-places.ts'
import { stepsDone } from '../../state/run-steps.ts'
import type { Session } from '../../state/session.tsx'
import { followShare } from './follow-share.ts'
import { createSharePlaces, type SharePlaces } from './share-places.ts'

/** What sharing plans stands on in this window. */
export interface Sharing {
  readonly records: ShareRecords
  readonly folders: SharedFolders
  readonly servers: ServerAccess
  readonly places: SharePlaces
  readonly locks: Pick<LockManager, 'request'>
  /** Connects an open plan with its share; gives how to end that. */
  readonly follow: (session: Session) => () => void
}

/** A folder is synchronised by programs that wait for quiet, a server tells at once. */
const pauses = {
  folder: { afterEditMs: 1_000, pollMs: 30_000, endMs: 5_000 },
  server: { afterEditMs: 100, pollMs: 30_000, endMs: 5_000 },
} as const

export function createSharing({ library, host }: { readonly library: Library; readonly host: Host }): Sharing {
  const { folders, servers } = host
  const places = createSharePlaces({ folders, servers, now: Date.now })
  const { locks } = navigator
  const parts = {
    records: library.shares,
    locks,
    openChannel,
    openMailbox: places.openMailbox,
    allow: places.allow,
    startShare: (plan, mailbox) => createShare({ plan, mailbox, now: Date.now, app: productRelease, run: stepsDone }),
    onWake,
    pausesOf: ({ kind }) => pauses[kind],
    now: Date.now,
  } satisfies Parameters<typeof followShare>[0]
  return { records: library.shares, folders, servers, places, locks, follow: (session) => followShare(parts, session) }
}

/** Tells when a person looks at the window again, or the computer has a network again. */
function onWake(listener: () => void): () => void {
  const listening = new AbortController()
  const { signal } = listening
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && listener(), { signal })
  for (const event of ['pageshow', 'focus', 'online']) window.addEventListener(event, listener, { signal })
  return () => listening.abort()
}
