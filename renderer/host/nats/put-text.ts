import { JetStreamApiCodes, JetStreamApiError } from '@nats-io/jetstream'
import type { MsgHdrs } from '@nats-io/nats-core'
import { nanoid } from 'nanoid'
import type { MailFailure, MailItem } from '../../../shared/share/mailbox.ts'
import { type Listed, versionOf } from './live-list.ts'
import { type SplitText, writeHead } from './mail-headers.ts'
import type { Session } from './open-session.ts'
import { partsDigest } from './parts-digest.ts'
import { partSubject, type PlanSubjects, type Slot, slots } from './plan-subjects.ts'

/** What our own headers and those the server adds may take of a message. */
const headRoom = 512
/** Messages of one text that wait for the server's word at a time. */
const atOnce = 4

export interface PutText {
  readonly session: Session
  readonly subjects: PlanSubjects
  readonly name: string
  /** Where the item lies. */
  readonly item: string
  readonly text: string
}

/**
 * Puts a text in one message, or, where it is over the server's limit, in several and then a head that names them. The
 * server says that it has it before its disk does: nothing counts on that but that the list has it for now.
 * @throws what `mailReason` makes a reason of
 */
export async function putText(put: PutText): Promise<MailItem | MailFailure> {
  const bytes = new TextEncoder().encode(put.text)
  const room = put.session.mostBytes() - headRoom
  if (room < headRoom) return 'tooLarge'
  const before = put.session.items().get(put.name)
  const id = nanoid()
  const split = bytes.length <= room ? null : await putParts({ ...put, bytes, room, id, slot: otherSlot(before) })
  const sequence = await publish(put, put.item, split === null ? bytes : new Uint8Array(), writeHead({ id, split }))
  const item: MailItem = { name: put.name, version: versionOf({ sequence, id }), bytes: bytes.length }
  put.session.note({ item, sequence, head: { id, split } })
  const left = before?.head?.split?.slot
  if (left !== undefined && left !== split?.slot) void put.session.discard(partSubject({ item: put.item, slot: left, part: '>' }))
  return item
}

interface Parts extends PutText {
  readonly bytes: Uint8Array
  readonly room: number
  readonly id: string
  readonly slot: Slot
}

async function putParts(put: Parts): Promise<SplitText> {
  const { bytes, room, slot, id } = put
  const parts = Math.ceil(bytes.length / room)
  const rest = Array.from({ length: parts }, (_, part) => part).values()
  const putSome = async (): Promise<void> => {
    for (const part of rest) {
      await publish(put, partSubject({ item: put.item, slot, part }), bytes.subarray(part * room, (part + 1) * room), writeHead({ id, split: null }))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, putSome))
  return { slot, parts, bytes: bytes.length, digest: await partsDigest(bytes) }
}

/** @returns the number of the message in the plan's own stream */
async function publish(put: PutText, subject: string, bytes: Uint8Array, headers: MsgHdrs): Promise<number> {
  const send = async (): Promise<number> => {
    const { seq } = await put.session.stream.publish(subject, bytes, { headers, expect: { streamName: put.subjects.stream } })
    return seq
  }
  try {
    return await send()
  } catch (error) {
    if (!isWithoutStream(error)) throw error
    await put.session.refresh() // somebody removed the stream
    return send()
  }
}

/** Nobody answers a message that belongs in no stream. */
function isWithoutStream(error: unknown): boolean {
  return error instanceof Error && (error.name === 'JetStreamNotEnabled' || (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound))
}

function otherSlot(before: Listed | undefined): Slot {
  return before?.head?.split?.slot === slots[0] ? slots[1] : slots[0]
}
