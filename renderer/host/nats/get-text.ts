import type { StoredMsg } from '@nats-io/jetstream'
import { readHead, type SplitText } from './mail-headers.ts'
import type { Session } from './open-session.ts'
import { partsDigest } from './parts-digest.ts'
import { partSubject, type PlanSubjects } from './plan-subjects.ts'

/** Parts of one text that are asked for at a time. */
const atOnce = 8
/** One of several servers may be a moment behind what another has told. */
const behindMs = 200
const mostTries = 10

export interface GetText {
  readonly session: Session
  readonly subjects: PlanSubjects
  readonly name: string
  readonly item: string
}

/**
 * The last text of an item: null where there is none. Of a text in parts, what is there from its beginning, and never parts
 * of two texts: a half one is no JSON, so whoever reads it knows it for half.
 * @throws what `mailReason` makes a reason of
 */
export async function getText(get: GetText): Promise<string | null> {
  const message = await lastMessage(get)
  if (message === null) return null
  const head = readHead(message.header)
  if (head === null || head.split === null) return textOf(message.data)
  return joined({ ...get, id: head.id, split: head.split })
}

/** Waits until the server that answers has what the list has told of. */
async function lastMessage({ session, subjects, name, item }: GetText): Promise<StoredMsg | null> {
  for (let tries = 1; ; tries += 1) {
    const message = await session.manager.direct.getMessage(subjects.stream, { last_by_subj: item })
    const listed = session.items().get(name)
    if (listed === undefined || (message !== null && message.seq >= listed.sequence)) return message
    if (tries === mostTries) {
      void session.refresh() // the list is wrong, then
      return message
    }
    await new Promise((resolve) => setTimeout(resolve, behindMs))
  }
}

async function joined(get: GetText & { readonly id: string; readonly split: SplitText }): Promise<string> {
  const { split } = get
  const found: (Uint8Array | null)[] = Array.from({ length: split.parts }, () => null)
  const rest = found.keys()
  let left = split.bytes
  const readSome = async (): Promise<void> => {
    for (const part of rest) {
      // whoever may write there can't fill this computer's memory with more than the head says
      if (left <= 0) return
      const bytes = await readPart(get, part)
      if (bytes === null || bytes.length === 0) return
      left -= bytes.length
      if (left >= 0) found[part] = bytes
    }
  }
  await Promise.all(Array.from({ length: atOnce }, readSome))
  const missing = found.indexOf(null)
  const bytes = joinedBytes(found.slice(0, missing < 0 ? split.parts : missing))
  if (missing >= 0) return textOf(bytes)
  // one that says it is whole and is not must not look whole
  const isWhole = bytes.length === split.bytes && (await partsDigest(bytes)) === split.digest
  return textOf(isWhole ? bytes : bytes.subarray(0, bytes.length / 2))
}

async function readPart({ session, subjects, item, split, id }: GetText & { readonly id: string; readonly split: SplitText }, part: number): Promise<Uint8Array | null> {
  const message = await session.manager.direct.getMessage(subjects.stream, { last_by_subj: partSubject({ item, slot: split.slot, part }) })
  return message === null || readHead(message.header)?.id !== id ? null : message.data
}

function joinedBytes(parts: readonly (Uint8Array | null)[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((bytes, part) => bytes + (part?.length ?? 0), 0))
  let at = 0
  for (const part of parts) {
    if (part === null) break
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** Nothing is taken away at the beginning: what a text begins with belongs to it. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
