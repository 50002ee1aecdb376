import { AckPolicy, DeliverPolicy, type JetStreamManager } from '@nats-io/jetstream'
import { createInbox, type Msg, nanos, type NatsConnection } from '@nats-io/nats-core'
import { nanoid } from 'nanoid'
import type { MailItem } from '../../../shared/share/mailbox.ts'
import { parseItemName } from '../../../shared/share/item-name.ts'
import { readDelivery, readHeartbeat } from './delivery.ts'
import { type Head, readHead } from './mail-headers.ts'
import { lostParts } from './lost-parts.ts'
import { itemOf, type PlanSubjects } from './plan-subjects.ts'

/** An item as the server last told of it; what the mailbox knows of it beside the list. */
export interface Listed {
  readonly item: MailItem
  readonly sequence: number
  readonly head: Head | null
}

/** What lies on the server, as it stood when this list was begun and as it changed since. Only a whole one is handed out. */
export interface LiveList {
  readonly items: ReadonlyMap<string, Listed>
  /** Whether there is more of computers than is listed: then nobody can say that all of theirs is here. */
  readonly isCut: () => boolean
  /** What was put here is in the list before the server tells of it. */
  readonly note: (listed: Listed) => void
  readonly stop: () => void
}

/** More than any plan has, of what computers put and of all else: whoever may write there can't fill this computer's memory with names. */
const mostItems = 20_000
const heartbeatMs = 5000
/** Three heartbeats late, or a computer that slept: either way nobody knows what was missed. */
const silentMs = 16_000
/** How long the server keeps a consumer that nobody listens to. */
const forgottenMs = 30_000
/** How long the list may take to arrive. */
const patienceMs = 30_000

/**
 * Asks for the head of the last message of each subject, and of each that comes, without the texts. Whenever anything is
 * in doubt (a gap, silence), `doubted` is called once and the list is to be made anew: it is never mended.
 */
export async function createLiveList(parts: {
  readonly connection: NatsConnection
  readonly manager: JetStreamManager
  readonly subjects: PlanSubjects
  readonly changed: () => void
  readonly doubted: () => void
}): Promise<LiveList> {
  const { connection, manager, subjects } = parts
  const items = new Map<string, Listed>()
  const whole = Promise.withResolvers<boolean>()
  const inbox = createInbox()
  let handed = 0
  let heardAt = Date.now()
  let isWhole = false
  let isOver = false
  let isCut = false
  /** How many are listed that no computer put as its own. */
  let others = 0

  const stop = (): void => {
    isOver = true
    clearInterval(watch)
    clearTimeout(late)
    subscription.unsubscribe()
    whole.resolve(false)
  }
  const doubt = (): void => {
    if (isOver) return
    stop()
    parts.doubted()
  }
  const note = (listed: Listed): void => {
    const { name } = listed.item
    const before = items.get(name)
    if (before !== undefined) {
      if (before.sequence <= listed.sequence) items.set(name, listed)
      return
    }
    const isOther = isOfNoComputer(name)
    if ((isOther ? others : items.size - others) >= mostItems) {
      isCut ||= !isOther
      return
    }
    if (isOther) others += 1
    items.set(name, listed)
  }
  const hear = (message: Msg): void => {
    heardAt = Date.now()
    const beat = readHeartbeat(message)
    if (beat !== null) return beat === handed ? undefined : doubt()
    const delivery = readDelivery(message)
    if (delivery === null) return
    handed += 1
    if (delivery.handed !== handed) return doubt()
    const listed = readListed({ message, subjects })
    if (listed !== null) note(listed)
    if (!isWhole && delivery.pending === 0) whole.resolve(true)
    if (isWhole && listed !== null) parts.changed()
  }
  const subscription = connection.subscribe(inbox, { callback: (error, message) => (error === null ? hear(message) : doubt()) })
  const watch = setInterval(() => Date.now() - heardAt > silentMs && doubt(), heartbeatMs)
  const late = setTimeout(doubt, patienceMs)
  try {
    const { num_pending } = await manager.consumers.add(subjects.stream, {
      name: `qd_${nanoid().replaceAll('-', '_')}`,
      deliver_subject: inbox,
      deliver_policy: DeliverPolicy.LastPerSubject,
      ack_policy: AckPolicy.None,
      filter_subject: subjects.items,
      headers_only: true,
      idle_heartbeat: nanos(heartbeatMs),
      inactive_threshold: nanos(forgottenMs),
      max_deliver: 1,
      mem_storage: true,
      num_replicas: 1,
    })
    if (num_pending === 0 && handed === 0) whole.resolve(true)
    if ((await whole.promise) && !isOver) {
      // what is listed by now, and not what takes its place meanwhile
      for (const lost of await lostParts({ manager, subjects, items: [...items.values()] })) if (items.get(lost.item.name) === lost) items.delete(lost.item.name)
      isWhole = !isOver
    }
  } catch (error) {
    stop()
    throw error
  }
  clearTimeout(late)
  if (!isWhole) throw new Error('the list did not come whole')
  return { items, isCut: () => isCut, note, stop }
}

function readListed({ message, subjects }: { readonly message: Msg; readonly subjects: PlanSubjects }): Listed | null {
  const name = itemOf(subjects, message.subject)
  const delivery = readDelivery(message)
  if (name === null || delivery === null) return null
  const head = readHead(message.headers)
  const size = Number(message.headers?.get('Nats-Msg-Size') ?? '')
  const bytes = head?.split?.bytes ?? (Number.isSafeInteger(size) ? size : 0)
  return { item: { name, version: versionOf({ sequence: delivery.sequence, id: head?.id ?? delivery.time }), bytes }, sequence: delivery.sequence, head }
}

/** Snapshots, and what lies there beside the items: what computers put counts for itself. */
function isOfNoComputer(name: string): boolean {
  const kind = parseItemName(name)?.kind
  return kind !== 'plan' && kind !== 'news'
}

/** A server that was emptied or put back to an earlier day counts numbers anew, so a number alone says nothing. */
export function versionOf({ sequence, id }: { readonly sequence: number; readonly id: string }): string {
  return `${sequence}-${id}`
}
