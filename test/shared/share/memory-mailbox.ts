import { byteLength } from '../../../shared/share/byte-length.ts'
import { parseItemName, strayName } from '../../../shared/share/item-name.ts'
import type { Mailbox } from '../../../shared/share/mailbox.ts'

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
export function lay(place: MemoryPlace, name: string, text: string): void {
  place.versions += 1
  place.texts.set(parseItemName(name) === null ? strayName(name) : name, { text, version: String(place.versions), bytes: byteLength(text) })
}

export interface MemoryMailboxOptions {
  readonly wholeUpTo?: number
  /** Counted with every byte that goes through. */
  readonly traffic?: { put: number; got: number; puts: number; gets: number }
}

/** A mailbox in memory, which never fails. */
export function createMemoryMailbox(place: MemoryPlace, { wholeUpTo = 0, traffic }: MemoryMailboxOptions = {}): Mailbox {
  return {
    wholeUpTo,
    list: async () => ({ ok: true, value: [...place.texts].map(([name, { version, bytes }]) => ({ name, version, bytes })) }),
    get: async (name) => {
      const text = place.texts.get(name)?.text ?? null
      if (traffic !== undefined && text !== null) {
        traffic.got += byteLength(text)
        traffic.gets += 1
      }
      return { ok: true, value: text }
    },
    put: async (name, text) => {
      if (parseItemName(name) === null) return { ok: false, reason: 'failed' }
      lay(place, name, text)
      const bytes = byteLength(text)
      if (traffic !== undefined) {
        traffic.put += bytes
        traffic.puts += 1
      }
      const version = String(place.versions)
      for (const listener of place.listeners) listener()
      return { ok: true, value: { name, version, bytes } }
    },
    watch: (listener) => {
      place.listeners.add(listener)
      return () => place.listeners.delete(listener)
    },
    status: () => ({ kind: 'reachable' }),
    close: async () => {},
  }
}
