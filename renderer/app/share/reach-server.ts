import type { PlanId } from '../../../shared/model/ids.ts'
import { formatServerAddress, parseServerAddress, type ServerAddress } from '../../../shared/share/server/server-address.ts'
import { isCredsText, type ServerCredentials } from '../../../shared/share/server/server-credentials.ts'
import type { SharePlace } from '../../data/share-record.ts'
import { atMost } from '../../host/at-most.ts'
import { shareActionText } from '../../text/share-actions.ts'
import type { ReachedMailbox, SharePlaces } from './share-places.ts'

/** What a person says of a server. */
export interface ServerEntry {
  /** As it was typed or pasted. */
  readonly address: string
  /** Empty where there is none, as with a token or the text of a credentials file. */
  readonly user: string
  /** The password, the token, or the text of a credentials file; empty where the server asks for none. */
  readonly secret: string
  /** Whether it shall be known again after all windows were closed. */
  readonly isRemembered: boolean
}

interface ReachServer {
  readonly places: Pick<SharePlaces, 'openServer'>
  readonly entry: ServerEntry
  /** Which plan is meant, given the one the address names; or why none is, in a sentence. */
  readonly planOf: (named: PlanId | null) => PlanId | { readonly why: string }
}

/** A server that answers and lets one in. Whoever asked closes its mailbox. */
type Reached =
  | { readonly ok: true; readonly plan: PlanId; readonly address: ServerAddress; readonly place: Extract<SharePlace, { readonly kind: 'server' }>; readonly credentials: ServerCredentials; readonly mailbox: ReachedMailbox }
  | { readonly ok: false; readonly why: string }

/** A server that is there answers sooner. */
const answerMs = 15_000

/** Tries a server before anything is kept of it: who mistyped a password is told at once. */
export async function reachServer({ places, entry, planOf }: ReachServer): Promise<Reached> {
  const parsed = parseServerAddress(entry.address)
  if (!parsed.ok) return { ok: false, why: shareActionText.address[parsed.fault] }
  const { address, credentials: pasted } = parsed.value
  const plan = planOf(address.plan)
  if (typeof plan !== 'string') return { ok: false, why: plan.why }
  const credentials = credentialsOf(entry) ?? pasted ?? { kind: 'none' }
  const opened = await places.openServer({ address, credentials, plan })
  if (!opened.ok) return { ok: false, why: shareActionText.server[opened.reason] }
  const mailbox = opened.value
  const listed = await atMost({ work: mailbox.list(), ms: answerMs, late: { ok: false, reason: 'unreachable' } as const })
  if (!listed.ok) {
    await mailbox.close()
    return { ok: false, why: shareActionText.server[listed.reason] }
  }
  const place = { kind: 'server', address: formatServerAddress({ url: address.url, plan }), signsIn: credentials.kind !== 'none' } as const
  return { ok: true, plan, address, place, credentials, mailbox }
}

function credentialsOf({ user, secret }: Pick<ServerEntry, 'user' | 'secret'>): ServerCredentials | null {
  if (isCredsText(secret.trim())) return { kind: 'creds', text: secret.trim() }
  if (user.trim() !== '') return { kind: 'password', user: user.trim(), password: secret }
  return secret === '' ? null : { kind: 'token', token: secret }
}
