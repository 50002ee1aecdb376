import * as v from 'valibot'
import { outReasons, unreadReasons, type ShareState } from '../../../shared/share/share-state.ts'

/** What the windows of a shared plan tell each other: one of them runs the exchange. */
export type ShareMessage =
  /** How it stands, from the window that runs it. */
  | { readonly kind: 'state'; readonly state: ShareState }
  /** A window asks how it stands. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'look' }
  | { readonly kind: 'accept'; readonly replica: string }

const standing = v.variant('kind', [
  v.strictObject({ kind: v.literal('starting') }),
  v.strictObject({ kind: v.literal('upToDate'), at: v.number() }),
  v.strictObject({ kind: v.literal('waiting'), waiting: v.number() }),
  v.strictObject({ kind: v.literal('out'), reason: v.picklist(outReasons), since: v.number(), waiting: v.number() }),
])

const heldBack = v.strictObject({ replica: v.string(), name: v.string(), byMs: v.number(), isSet: v.boolean() })

const state = v.strictObject({
  standing,
  members: v.array(v.strictObject({ replica: v.string(), name: v.string(), at: v.nullable(v.number()), behind: v.array(v.string()), lags: v.boolean() })),
  present: v.nullable(v.array(v.strictObject({ replica: v.string(), name: v.string() }))),
  heldBack: v.array(heldBack),
  heldAt: v.array(heldBack),
  unread: v.array(v.strictObject({ item: v.string(), why: v.picklist(unreadReasons) })),
})

const message = v.variant('kind', [
  v.strictObject({ kind: v.literal('state'), state }),
  v.strictObject({ kind: v.literal('ask') }),
  v.strictObject({ kind: v.literal('look') }),
  v.strictObject({ kind: v.literal('accept'), replica: v.string() }),
])

/** Reads what came from another window, which may be of another version; null where it is none of these. */
export function parseShareMessage(received: unknown): ShareMessage | null {
  const parsed = v.safeParse(message, received)
  return parsed.success ? parsed.output : null
}
