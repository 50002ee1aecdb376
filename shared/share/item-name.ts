import { isReplicaId } from '../changes/stamp.ts'
import { derivedKey } from '../model/derived-key.ts'

/**
 * The names of what a share keeps in its mailbox. `plan/<replica>` is everything a replica knows, as a plan file;
 * `news/<replica>/<level>` is what came since, in parcels; `snapshot/<key>` is a snapshot; `share` says which plan it is.
 * `stray/<key>` is more input of which nobody knows whose it is, as the copies that folders make of conflicting writes.
 */
export type ItemName =
  | { readonly kind: 'share' }
  | { readonly kind: 'plan'; readonly replica: string }
  | { readonly kind: 'news'; readonly replica: string; readonly level: number }
  | { readonly kind: 'snapshot'; readonly key: string }
  | { readonly kind: 'stray'; readonly key: string }

/** How many levels of news a replica keeps beside its plan: see `levels.ts`. */
export const newsLevels = 3

const keyPattern = /^[0-9a-z]{10,64}$/

export function formatItemName(name: ItemName): string {
  switch (name.kind) {
    case 'share':
      return 'share'
    case 'plan':
      return `plan/${name.replica}`
    case 'news':
      return `news/${name.replica}/${name.level}`
    case 'snapshot':
    case 'stray':
      return `${name.kind}/${name.key}`
    default:
      return name satisfies never
  }
}

/** The name of an item of a mailbox; null where it is none of ours. */
export function parseItemName(text: string): ItemName | null {
  if (text === 'share') return { kind: 'share' }
  const [kind, first = '', level, ...more] = text.split('/')
  if (more.length > 0) return null
  if (kind === 'news') return isReplicaId(first) && isLevel(level) ? { kind, replica: first, level: Number(level) } : null
  if (level !== undefined) return null
  if (kind === 'plan') return isReplicaId(first) ? { kind, replica: first } : null
  return (kind === 'snapshot' || kind === 'stray') && keyPattern.test(first) ? { kind, key: first } : null
}

/** The name for more input that lies under a name of somebody else's making. */
export function strayName(foreign: string): string {
  return formatItemName({ kind: 'stray', key: derivedKey([foreign]) })
}

/** The name for what a person wrote into an item of this replica's own, before that is put anew: the same for the same text. */
export function asideName(options: { readonly replica: string; readonly text: string }): string {
  return formatItemName({ kind: 'stray', key: `${options.replica}${derivedKey([options.text])}` })
}

function isLevel(text: string | undefined): text is string {
  return text !== undefined && /^\d$/.test(text) && Number(text) < newsLevels
}
