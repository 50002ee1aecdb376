import { productRelease } from '../../../shared/bridge/product.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { createShare } from '../../../shared/share/create-share.ts'
import type { StoragePlatform } from '../../data/platform.ts'
import type { Library, ShareRecords } from '../../data/storage.ts'
import type { Host } from '../../host/host.ts'
import type { ServerAccess, SharedFolders } from '../../host/share-places.ts'
import { stepsDone } from '../../state/run-steps.ts'
import type { Session } from '../../state/session.tsx'
import { followShare, type FollowShareParts } from './follow-share.ts'
import type { SharePauses } from './run-share.ts'
import { createSignedIn } from './signed-in.ts'
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
  /** How to forget the folder or the server through which a plan is shared. */
  readonly placeOf: (plan: PlanId) => Promise<() => Promise<void>>
}

/** A folder is synchronised by programs that wait for quiet, a server tells at once. */
const usualPauses: Readonly<Record<'folder' | 'server', SharePauses>> = {
  folder: { afterEditMs: 1_000, pollMs: 30_000, endMs: 5_000 },
  server: { afterEditMs: 100, pollMs: 30_000, endMs: 5_000 },
}

export interface SharingParts {
  readonly library: Library
  readonly host: Pick<Host, 'folders' | 'servers'>
  readonly locks: Pick<LockManager, 'request'>
  readonly openChannel: StoragePlatform['openChannel']
  readonly onWake: (listener: () => void) => () => void
  readonly pauses?: typeof usualPauses
}

export function createSharing({ library, host: { folders, servers }, locks, openChannel, onWake, pauses = usualPauses }: SharingParts): Sharing {
  const places = createSharePlaces({ folders, servers, signedIn: createSignedIn({ openChannel }), now: Date.now })
  const parts: FollowShareParts = {
    records: library.shares,
    locks,
    openChannel,
    openMailbox: places.openMailbox,
    allow: places.allow,
    startShare: (share) => createShare({ ...share, now: Date.now, app: productRelease, run: stepsDone }),
    onWake,
    pausesOf: ({ kind }) => pauses[kind],
    now: Date.now,
  }
  const placeOf: Sharing['placeOf'] = async (plan) => {
    const kept = await library.shares.of(plan)
    const record = kept.ok ? kept.value : null
    return record === null ? () => Promise.resolve() : () => places.forget(record).catch(() => undefined) // what is left of it opens nothing any more
  }
  return { records: library.shares, folders, servers, places, locks, follow: (session) => followShare(parts, session), placeOf }
}
