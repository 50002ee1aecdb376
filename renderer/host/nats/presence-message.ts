import * as v from 'valibot'
import { isReplicaId } from '../../../shared/changes/stamp.ts'
import type { Present } from '../../../shared/share/mailbox.ts'

/** What computers that have a plan open tell each other. `who`: somebody came, and asks who is there. */
export type PresenceMessage =
  | { readonly kind: 'here'; readonly replica: string; readonly name: string }
  | { readonly kind: 'gone'; readonly replica: string }
  | { readonly kind: 'who' }

const longest = 2048
const longestName = 200
const replica = v.pipe(v.string(), v.check(isReplicaId))
const name = v.pipe(v.string(), v.maxLength(longestName))
const schema = v.variant('kind', [v.object({ kind: v.literal('here'), replica, name }), v.object({ kind: v.literal('gone'), replica }), v.object({ kind: v.literal('who') })])

export function writeHere({ replica: key, name: called }: Present): string {
  return JSON.stringify({ kind: 'here', replica: key, name: called.slice(0, longestName).toWellFormed() } satisfies PresenceMessage)
}

/** Null where it is nothing that one of us says: anybody may write there. */
export function readPresence(bytes: Uint8Array): PresenceMessage | null {
  if (bytes.length > longest) return null
  try {
    const parsed = v.safeParse(schema, JSON.parse(new TextDecoder().decode(bytes)))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
