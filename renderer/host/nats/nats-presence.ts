import type { NatsConnection } from '@nats-io/nats-core'
import type { Presence, Present } from '../../../shared/share/mailbox.ts'
import { type PresenceMessage, readPresence, writeHere } from './presence-message.ts'

export interface NatsPresence extends Presence {
  /** A connection is there: says that this computer has the plan open, and asks who else has. */
  readonly enter: (connection: NatsConnection) => void
  /** It is gone: from now on nobody can tell. */
  readonly leave: () => void
  /** The page goes, perhaps for good: the others needn't wait until it was silent for long. If it stays it says so with the next beat. */
  readonly hide: () => void
  readonly close: () => void
}

/** How often each computer says that it is there. */
export const beatMs = 10_000
/** A browser lets a tab in the background speak once a minute; whoever is silent for longer is gone. */
const goneAfterMs = 75_000
/** On a question everybody answers, but not at once. */
const answerWithinMs = 400
/** What many say at once is told as one: whoever may write there can't keep this computer busy. */
const gatherMs = 200
/** More than that have no plan open; whoever may write there can't fill this computer's memory. */
const mostPresent = 500

/** Who has the plan open, told from one to the others and kept nowhere. @param subject of this plan alone */
export function createNatsPresence({ subject }: { readonly subject: string }): NatsPresence {
  const seen = new Map<string, Present & { readonly at: number }>()
  const listeners = new Set<() => void>()
  let others: readonly Present[] = []
  let self: Present | null = null
  let connection: NatsConnection | null = null
  let answer: ReturnType<typeof setTimeout> | undefined
  let gathering: ReturnType<typeof setTimeout> | undefined

  const say = (text: string): void => {
    if (connection?.isClosed() === false) connection.publish(subject, text)
  }
  const sayHere = (): void => {
    if (self !== null) say(writeHere(self))
  }
  const settle = (): void => {
    clearTimeout(gathering)
    gathering = undefined
    const next = [...seen.values()].filter((each) => each.replica !== self?.replica).map(({ replica, name }) => ({ replica, name })).toSorted((a, b) => (a.replica < b.replica ? -1 : 1))
    if (JSON.stringify(next) === JSON.stringify(others)) return
    others = next
    for (const listener of listeners) listener()
  }
  const take = (message: PresenceMessage): void => {
    if (message.kind === 'who') {
      answer ??= setTimeout(() => {
        answer = undefined
        sayHere()
      }, Math.random() * answerWithinMs)
    } else if (message.kind === 'gone') seen.delete(message.replica)
    else if (seen.has(message.replica) || seen.size < mostPresent) seen.set(message.replica, { replica: message.replica, name: message.name, at: Date.now() })
    gathering ??= setTimeout(settle, gatherMs)
  }
  const forgetSilent = (): void => {
    const silent = [...seen.values()].filter(({ at }) => Date.now() - at > goneAfterMs)
    for (const { replica } of silent) seen.delete(replica)
    settle()
  }
  const sayGone = (): void => {
    if (self !== null) say(JSON.stringify({ kind: 'gone', replica: self.replica } satisfies PresenceMessage))
  }
  const beat = setInterval(() => {
    sayHere()
    forgetSilent()
  }, beatMs)
  const forgetAll = (): void => {
    connection = null
    seen.clear()
    settle()
  }

  return {
    announce(next) {
      if (next?.replica !== self?.replica) sayGone()
      self = next
      sayHere()
      settle()
    },
    others: () => others,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    enter(opened) {
      connection = opened
      opened.subscribe(subject, {
        callback: (error, { data }) => {
          const message = error === null ? readPresence(data) : null
          if (message !== null && connection === opened) take(message)
        },
      })
      say(JSON.stringify({ kind: 'who' } satisfies PresenceMessage))
      sayHere()
    },
    leave: forgetAll,
    hide: sayGone,
    close() {
      sayGone()
      clearInterval(beat)
      clearTimeout(answer)
      listeners.clear()
      forgetAll()
    },
  }
}
