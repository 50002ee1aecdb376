import { byteLength } from '../../../shared/file/byte-length.ts'
import { parseItemName, strayName } from '../../../shared/share/item-name.ts'
import type { Mailbox, MailItem } from '../../../shared/share/mailbox.ts'

/** What lies between computers, in memory: as many mailboxes as there are computers look into one of these. */
export interface MemoryPlace {
  readonly texts: Map<string, { readonly text: string; readonly version: string; readonly bytes: number }>
  readonly listeners: Set<() => void>
  versions: number
}

export function createMemoryPlace(): MemoryPlace {
  return { texts: new Map(), listeners: new Set(), versions: 0 }
}

/** Lays a text into the place, as a program that synchronises folders does: under any name. What is none of ours is more input. */
export function lay(place: MemoryPlace, foreign: string, text: string): MailItem {
  place.versions += 1
  const name = parseItemName(foreign) === null ? strayName(foreign) : foreign
  const lies = { version: String(place.versions), bytes: byteLength(text) }
  place.texts.set(name, { text, ...lies })
  return { name, ...lies }
}

/** What went through a mailbox: bytes, and how often. */
export interface Traffic {
  put: number
  got: number
  puts: number
  gets: number
}

export function noTraffic(): Traffic {
  return { put: 0, got: 0, puts: 0, gets: 0 }
}

export interface MemoryMailboxOptions {
  readonly wholeUpTo?: number
  /** Counted with every byte that goes through. */
  readonly traffic?: Traffic
}

/** A mailbox in memory, which never fails. */
export function createMemoryMailbox(place: MemoryPlace, { wholeUpTo = 0, traffic }: MemoryMailboxOptions = {}): Mailbox {
  return {
    wholeUpTo,
    list: async () => ({ ok: true, value: [...place.texts].map(([name, { version, bytes }]) => ({ name, version, bytes })) }),
    get: async (name) => {
      const found = place.texts.get(name)
      if (traffic !== undefined && found !== undefined) {
        traffic.got += found.bytes
        traffic.gets += 1
      }
      return { ok: true, value: found?.text ?? null }
    },
    put: async (name, text, known) => {
      if (parseItemName(name) === null) return { ok: false, reason: 'failed' }
      const there = place.texts.get(name)
      if (known !== undefined && there !== undefined && there.version !== known?.version) return { ok: false, reason: 'changed' }
      const item = lay(place, name, text)
      if (traffic !== undefined) {
        traffic.put += item.bytes
        traffic.puts += 1
      }
      for (const listener of place.listeners) listener()
      return { ok: true, value: item }
    },
    watch: (listener) => {
      place.listeners.add(listener)
      return () => place.listeners.delete(listener)
    },
    status: () => ({ kind: 'reachable' }),
    close: async () => {},
  }
}
