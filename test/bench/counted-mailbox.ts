import { byteLength } from '../../shared/share/byte-length.ts'
import type { Mailbox, MailItem } from '../../shared/share/mailbox.ts'

/** What lies between computers, in memory: a listing costs as little as one of a folder. */
export type CountedPlace = Map<string, { readonly text: string; readonly item: MailItem }>

export interface Traffic {
  got: number
  put: number
}

export function lay(place: CountedPlace, name: string, text: string): MailItem {
  const item = { name, version: String(versions += 1), bytes: byteLength(text) }
  place.set(name, { text, item })
  return item
}

let versions = 0

/** A mailbox that counts the bytes that go through it. */
export function createCountedMailbox(place: CountedPlace, traffic: Traffic): Mailbox {
  return {
    wholeUpTo: 0,
    list: async () => ({ ok: true, value: [...place.values()].map(({ item }) => item) }),
    get: async (name) => {
      const found = place.get(name)
      traffic.got += found?.item.bytes ?? 0
      return { ok: true, value: found?.text ?? null }
    },
    put: async (name, text) => {
      const item = lay(place, name, text)
      traffic.put += item.bytes
      return { ok: true, value: item }
    },
    watch: () => () => {},
    status: () => ({ kind: 'reachable' }),
    close: async () => {},
  }
}
