import type { PlanId } from '../../../shared/model/ids.ts'
import { createFolderMailbox } from '../../../shared/share/folder/folder-mailbox.ts'
import type { Mailbox, Mailed } from '../../../shared/share/mailbox.ts'
import { parseServerAddress, type ServerAddress } from '../../../shared/share/server/server-address.ts'
import { formatCredentials, parseCredentials, type ServerCredentials } from '../../../shared/share/server/server-credentials.ts'
import type { SharePlace } from '../../data/share-record.ts'
import type { ServerAccess, SharedFolders } from '../../host/share-places.ts'
import type { SignedIn } from './signed-in.ts'

/** What lies between computers, as one window reaches it. */
export interface ReachedMailbox extends Mailbox {
  /** Tries at once to reach what could not be reached; absent where every look does that. */
  readonly retry?: () => void
}

/** How the places are reached in which plans are shared. */
export interface SharePlaces {
  readonly openMailbox: (share: { readonly plan: PlanId; readonly place: SharePlace }) => Promise<Mailed<ReachedMailbox>>
  readonly openFolder: (token: string) => Promise<Mailed<ReachedMailbox>>
  /** Reaches a server that isn't a plan's yet. */
  readonly openServer: (server: { readonly address: ServerAddress; readonly credentials: ServerCredentials; readonly plan: PlanId }) => Promise<Mailed<ReachedMailbox>>
  /** Asks for what a browser or the desktop wants a person's word for; false where they said no. Call from a press of a key or button. */
  readonly allow: (place: SharePlace) => Promise<boolean>
  /** Keeps what a plan's server is shown; where it shall not be remembered, or no place is good enough for it, until the last window is closed. */
  readonly keepCredentials: (kept: { readonly plan: PlanId; readonly address: Pick<ServerAddress, 'url'>; readonly credentials: ServerCredentials; readonly isRemembered: boolean }) => Promise<void>
  /** Forgets which folder it was, and what its server was shown. */
  readonly forget: (share: { readonly plan: PlanId; readonly place: SharePlace }) => Promise<void>
}

interface SharePlacesParts {
  readonly folders: SharedFolders
  readonly servers: ServerAccess
  readonly signedIn: SignedIn
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export function createSharePlaces({ folders, servers, signedIn, now }: SharePlacesParts): SharePlaces {
  const credentialsOf = async ({ plan, url }: { readonly plan: PlanId; readonly url: string }): Promise<ServerCredentials | null> => {
    // with the server they are for, so that no other is shown them
    const kept = (await servers.secret(plan)) ?? (await signedIn.of(plan))
    return kept === null ? null : parseCredentials(kept, { url })
  }
  const openServer: SharePlaces['openServer'] = async ({ address, credentials, plan }) => {
    if (!(await servers.allow(address.url))) return { ok: false, reason: 'asks' }
    // who shares no plan through a server needn't load what speaks with one
    const { createNatsMailbox } = await import('../../host/nats/nats-mailbox.ts')
    return { ok: true, value: createNatsMailbox({ address, credentials, plan }) }
  }
  const openFolder: SharePlaces['openFolder'] = async (token) => {
    const files = await folders.open(token)
    return files === null ? { ok: false, reason: 'unreachable' } : { ok: true, value: createFolderMailbox({ files, now }) }
  }
  return {
    openServer,
    openFolder,
    openMailbox: async ({ plan, place }) => {
      if (place.kind === 'folder') return openFolder(place.token)
      const parsed = parseServerAddress(place.address)
      if (!parsed.ok) return { ok: false, reason: 'failed' }
      const credentials = place.signsIn ? await credentialsOf({ plan, url: parsed.value.address.url }) : ({ kind: 'none' } as const)
      return credentials === null ? { ok: false, reason: 'signIn' } : openServer({ address: parsed.value.address, credentials, plan })
    },
    allow: async (place) => {
      if (place.kind === 'folder') return folders.allow(place.token)
      const parsed = parseServerAddress(place.address)
      return parsed.ok && servers.allow(parsed.value.address.url)
    },
    keepCredentials: async ({ plan, address: { url }, credentials, isRemembered }) => {
      const secret = formatCredentials({ url, credentials })
      const isKept = await servers.keepSecret(plan, isRemembered ? secret : null)
      signedIn.set(plan, isRemembered && isKept ? null : secret)
    },
    forget: async ({ plan, place }) => {
      if (place.kind === 'folder') return folders.forget(place.token)
      signedIn.set(plan, null)
      await servers.keepSecret(plan, null)
    },
  }
}
