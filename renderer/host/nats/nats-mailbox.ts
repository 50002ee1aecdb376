import { createTurns } from '../../../shared/changes/turns.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import type { Mailbox, Mailed, MailFailure, Presence } from '../../../shared/share/mailbox.ts'
import type { ServerAddress } from '../../../shared/share/server/server-address.ts'
import type { ServerCredentials } from '../../../shared/share/server/server-credentials.ts'
import { getText } from './get-text.ts'
import { keepOpen, type Pauses, usualPauses } from './keep-open.ts'
import { mailReason } from './mail-reason.ts'
import { createNatsPresence } from './nats-presence.ts'
import { openSession, type Session } from './open-session.ts'
import { itemSubject, planSubjects } from './plan-subjects.ts'
import { putText } from './put-text.ts'

export interface NatsMailbox extends Mailbox {
  readonly presence: Presence
  /** Tries to reach the server at once: a person asked for it, or changed the credentials on the server. */
  readonly retry: () => void
}

type PageEvent = 'online' | 'pagehide'
/** Listens to the page; returns how to stop. */
type OnPage = (event: PageEvent, listener: () => void) => () => void

/** An edit goes out as a parcel of its own as soon as the plan is larger; what is there is told, not asked for. */
const wholeUpTo = 16 * 1024

/** A plan's mailbox on a NATS server with JetStream, reached through its WebSocket. */
export function createNatsMailbox(parts: {
  readonly address: Pick<ServerAddress, 'url'>
  readonly credentials: ServerCredentials
  readonly plan: PlanId
  readonly pauses?: Pauses
  readonly onPage?: OnPage
}): NatsMailbox {
  const subjects = planSubjects(parts.plan)
  const listeners = new Set<() => void>()
  const presence = createNatsPresence({ subject: subjects.here })
  const inTurn = createTurns()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const open = async (): Promise<Session> => {
    const session = await openSession({ url: parts.address.url, credentials: parts.credentials, subjects, changed })
    presence.enter(session.connection)
    void session.ended.then(presence.leave)
    return session
  }
  const onPage = parts.onPage ?? onThisPage
  const kept = keepOpen({ open, changed, pauses: parts.pauses ?? usualPauses, onOnline: (listener) => onPage('online', listener) })
  const stopHiding = onPage('pagehide', presence.hide)

  const asked = async <T>(ask: (session: Session) => Promise<Mailed<T>>): Promise<Mailed<T>> => {
    const session = await kept.session()
    return session.ok ? ask(session.value).catch((error: unknown) => fail(mailReason(error))) : session
  }
  return {
    wholeUpTo,
    list: () => asked((session) => Promise.resolve(session.isCut() ? fail('full') : { ok: true, value: [...session.items().values()].map(({ item }) => item) })),
    async get(name) {
      const item = itemSubject(subjects, name)
      if (item === null) return { ok: true, value: null }
      return asked(async (session) => ({ ok: true, value: await getText({ session, subjects, name, item }) }))
    },
    async put(name, text, known) {
      const item = itemSubject(subjects, name)
      if (item === null) return fail('failed')
      return asked(async (session) => {
        const put = await inTurn(() => {
          // the server tells of what others put as soon as it has it
          const there = session.items().get(name)
          const isOther = known !== undefined && there !== undefined && there.item.version !== known?.version
          return isOther ? Promise.resolve('changed' as const) : putText({ session, subjects, name, item, text })
        }, name)
        return typeof put === 'string' ? fail(put) : { ok: true, value: put }
      })
    },
    watch(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    status: kept.status,
    presence,
    retry: kept.retry,
    async close() {
      listeners.clear()
      stopHiding()
      presence.close()
      await kept.close()
    },
  }
}

function fail(reason: MailFailure): { readonly ok: false; readonly reason: MailFailure } {
  return { ok: false, reason }
}

/** A page hears of it when its computer has a network again, and when it goes itself. */
function onThisPage(event: PageEvent, listener: () => void): () => void {
  globalThis.addEventListener(event, listener)
  return () => globalThis.removeEventListener(event, listener)
}
