import type { MailboxStatus, Mailed, MailFailure } from '../../../shared/share/mailbox.ts'
import { mailReason } from './mail-reason.ts'

/** How long to wait between attempts to connect. */
export interface Pauses {
  readonly first: number
  readonly most: number
  /** The longest after a sign-in was refused: rights come back without anybody here doing anything. */
  readonly refused: number
}

export const usualPauses: Pauses = { first: 500, most: 30_000, refused: 10 * 60_000 }

interface Session {
  readonly ended: Promise<void>
  readonly close: () => Promise<void>
}

/** Keeps one session with a server open for as long as it is wanted. */
export interface Kept<S extends Session> {
  /** The session; while there is none, and no attempt was made just now, tries to get one first. */
  readonly session: () => Promise<Mailed<S>>
  readonly current: () => S | null
  readonly status: () => MailboxStatus
  /** Tries at once, whatever it was that failed before. */
  readonly retry: () => void
  readonly close: () => Promise<void>
}

/** After this long a session was no flicker, and the next loss begins with a short pause again. */
const settledMs = 5000

/** The first pause after a sign-in was refused; each further one is twice as long. */
const refusedMs = 60_000

/**
 * Tries again without end, ever more seldom and never in step with other computers; at once when the network is back.
 * @param parts.changed told when it can be reached and when it no longer can, not of attempts in between
 */
export function keepOpen<S extends Session>(parts: {
  readonly open: () => Promise<S>
  readonly changed: () => void
  readonly pauses: Pauses
  /** Tells when the network is back; returns how to stop. */
  readonly onOnline: (listener: () => void) => () => void
}): Kept<S> {
  const { pauses, changed } = parts
  let current: S | null = null
  let attempt: Promise<void> | null = null
  let status: MailboxStatus = { kind: 'connecting' }
  let failures = 0
  let endedAt = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  const become = (next: MailboxStatus): void => {
    const isNews = next.kind !== status.kind || (next.kind === 'out' && status.kind === 'out' && next.reason !== status.reason)
    status = next
    if (isNews && !isClosed) changed()
  }
  const failed = (reason: MailFailure): void => {
    failures += 1
    endedAt = Date.now()
    const pause = reason === 'refused' ? Math.min(pauses.refused, refusedMs * 2 ** Math.min(failures - 1, 20)) : Math.min(pauses.most, pauses.first * 2 ** Math.min(failures, 20))
    clearTimeout(timer)
    if (!isClosed) timer = setTimeout(() => void begin(), pause * (0.5 + Math.random()))
    become({ kind: 'out', reason })
  }
  const follow = (session: S): void => {
    const since = Date.now()
    current = session
    become({ kind: 'reachable' })
    void session.ended.then(() => {
      current = null
      if (Date.now() - since > settledMs) failures = 0
      failed('unreachable')
    })
  }
  const connect = async (): Promise<void> => {
    try {
      const session = await parts.open()
      if (isClosed) await session.close()
      else follow(session)
    } catch (error) {
      failed(mailReason(error))
    }
  }
  const begin = (): Promise<void> => {
    if (isClosed || current !== null) return Promise.resolve()
    clearTimeout(timer)
    attempt ??= connect().finally(() => {
      attempt = null
    })
    return attempt
  }
  const retry = (): void => {
    failures = 0
    void begin()
  }
  const stopListening = parts.onOnline(retry)
  void begin()

  return {
    async session() {
      const isDue = attempt !== null || (!isRefused(status) && Date.now() - endedAt > pauses.first)
      if (current === null && isDue) await begin()
      return current === null ? { ok: false, reason: status.kind === 'out' ? status.reason : 'unreachable' } : { ok: true, value: current }
    },
    current: () => current,
    status: () => status,
    retry,
    async close() {
      isClosed = true
      clearTimeout(timer)
      stopListening()
      await attempt
      await current?.close()
    },
  }
}

function isRefused(status: MailboxStatus): boolean {
  return status.kind === 'out' && status.reason === 'refused'
}
