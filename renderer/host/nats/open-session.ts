import { jetstream, type JetStreamClient, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream'
import { type Authenticator, AuthorizationError, type ConnectionOptions, credsAuthenticator, type NatsConnection, wsconnect } from '@nats-io/nats-core'
import type { ServerCredentials } from '../../../shared/share/server/server-credentials.ts'
import { createLiveList, type Listed, type LiveList } from './live-list.ts'
import { mailReason } from './mail-reason.ts'
import { openStream } from './open-stream.ts'
import type { PlanSubjects } from './plan-subjects.ts'

/** One connection to the server, from the moment the list is there to its end. Nothing of it is carried over to the next. */
export interface Session {
  readonly connection: NatsConnection
  readonly stream: JetStreamClient
  readonly manager: JetStreamManager
  readonly items: () => ReadonlyMap<string, Listed>
  /** Whether there is more than is listed. */
  readonly isCut: () => boolean
  readonly note: (listed: Listed) => void
  /** The most bytes that one message may have, its head included. */
  readonly mostBytes: () => number
  /** Something doesn't fit: makes the stream where it is gone, and the list anew. Ends the session where that fails. */
  readonly refresh: () => Promise<void>
  /** Takes what lies under a subject out of the stream, where this computer may; else it stays, and does no harm. */
  readonly discard: (subject: string) => Promise<void>
  readonly ended: Promise<void>
  readonly close: () => Promise<void>
}

/** How long the server may take to answer; a text on a slow line is on its way as long. */
const answerMs = 15_000
/** A line that is dead without a word is found out in about three of these. */
const pingMs = 20_000
/** A consumer isn't told what somebody takes out of the stream, so now and then the list is asked for anew. */
const renewMs = 5 * 60_000
/** What is in doubt again and again isn't asked for without a pause. */
const pauseMs = 1000

/** @throws what `mailReason` makes a reason of */
export async function openSession(parts: {
  readonly url: string
  readonly credentials: ServerCredentials
  readonly subjects: PlanSubjects
  readonly changed: () => void
}): Promise<Session> {
  const { subjects, changed } = parts
  const connection = await wsconnect({
    ...login(parts.credentials),
    servers: parts.url,
    // a connection that broke is replaced by another, never mended; and no server sends us to one nobody allowed
    reconnect: false,
    ignoreClusterUpdates: true,
    timeout: answerMs,
    pingInterval: pingMs,
    maxPingOut: 2,
    noAsyncTraces: true,
  })
  let list: LiveList | null = null
  let limit: number | null = null
  let refreshing: Promise<void> | null = null
  let mayDiscard = true

  const end = (): Promise<void> => connection.close().catch(() => {})
  const build = async (): Promise<void> => {
    limit = await openStream(manager, subjects)
    const next = await createLiveList({ connection, manager, subjects, changed, doubted: () => void refresh() })
    list?.stop()
    list = next
  }
  const renew = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    await build().then(changed, end)
  }
  const refresh = (): Promise<void> => {
    if (list === null) return Promise.resolve() // still being made: whoever makes it is told
    refreshing ??= renew().finally(() => {
      refreshing = null
    })
    return refreshing
  }
  const renewal = setInterval(() => void refresh(), renewMs)
  const ended = connection.closed().then(() => {
    clearInterval(renewal)
    list?.stop()
  })
  const manager = await jetstreamManager(connection, { checkAPI: false, timeout: answerMs })
  try {
    await build()
  } catch (error) {
    await end()
    throw error
  }
  return {
    connection,
    stream: jetstream(connection, { timeout: answerMs }),
    manager,
    items: () => list?.items ?? new Map(),
    isCut: () => list?.isCut() ?? false,
    note: (listed) => list?.note(listed),
    mostBytes: () => Math.min(connection.info?.max_payload ?? 0, limit ?? Infinity),
    refresh,
    async discard(filter) {
      if (!mayDiscard) return
      await manager.streams.purge(subjects.stream, { filter }).catch((error: unknown) => {
        if (mailReason(error) === 'refused') mayDiscard = false
      })
    },
    ended,
    close: end,
  }
}

function login(credentials: ServerCredentials): Pick<ConnectionOptions, 'user' | 'pass' | 'token' | 'authenticator'> {
  switch (credentials.kind) {
    case 'none':
      return {}
    case 'password':
      return { user: credentials.user, pass: credentials.password }
    case 'token':
      return { token: credentials.token }
    case 'creds':
      return { authenticator: credsOf(credentials.text) }
    default:
      return credentials satisfies never
  }
}

/** A file that isn't one is found out here: within the library it would be a silence until time is up. */
function credsOf(text: string): Authenticator {
  const authenticator = credsAuthenticator(new TextEncoder().encode(text.replaceAll('\r\n', '\n')))
  try {
    authenticator('nonce')
  } catch (cause) {
    throw new AuthorizationError('these are no credentials', { cause })
  }
  return authenticator
}
