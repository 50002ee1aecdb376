import { formatItemName, parseItemName, strayName } from '../item-name.ts'

/** The folders in a shared folder; whatever else lies in it is nobody's business. */
export const innerFolders = ['replicas', 'recent', 'snapshots'] as const

/** Where it stands which plan is shared in a folder. */
export const sharePath = 'plan.json'

const snapshotEnding = '.snapshot.json'
const ending = '.json'
/** Between whose file it was and what it held. */
const byHand = '-by-hand-'
/** What file systems take as one name, in bytes; ours are far shorter. */
const longestName = 255

/** Where the item with this name lies; null for a name that is none, and for strays, which lie where somebody put them, unless they were kept aside. */
export function pathOfItem(name: string): string | null {
  const item = parseItemName(name)
  switch (item?.kind) {
    case 'share':
      return sharePath
    case 'plan':
      return `replicas/${item.replica}${ending}`
    case 'news':
      return `recent/${item.replica}-${item.level}${ending}`
    case 'snapshot':
      return `snapshots/${item.key}${snapshotEnding}`
    case 'stray': {
      const [, replica, content] = /^(.{10})(.{10})$/.exec(item.key) ?? []
      return replica === undefined || content === undefined ? null : `replicas/${replica}${byHand}${content}${ending}`
    }
    default:
      return null
  }
}

/**
 * What lies at a path; null where it is nothing of a share. Any file of JSON beside ours in `replicas/` and `recent/` is
 * a stray, under whatever name: programs that synchronise folders each have their own for a copy of what clashed.
 */
export function itemAtPath(path: string): string | null {
  if (path === sharePath) return 'share'
  const [folder, file = '', ...more] = path.split('/')
  if (more.length > 0 || !isPlainName(file)) return null
  if (folder === 'snapshots') return file.endsWith(snapshotEnding) ? exact({ kind: 'snapshot', key: file.slice(0, -snapshotEnding.length) }) : null
  if ((folder !== 'replicas' && folder !== 'recent') || !file.toLowerCase().endsWith(ending)) return null
  return (file.endsWith(ending) ? ownAt(folder, file.slice(0, -ending.length)) : null) ?? strayName(path)
}

/** Whether something of a share may be written at this path. */
export function isOwnPath(path: string): boolean {
  const item = itemAtPath(path)
  return item !== null && pathOfItem(item) === path
}

function ownAt(folder: 'replicas' | 'recent', stem: string): string | null {
  const [whose = '', content, ...more] = stem.split(byHand)
  if (folder === 'replicas' && content?.length === 10 && whose.length === 10 && more.length === 0) return exact({ kind: 'stray', key: `${whose}${content}` })
  if (folder === 'replicas') return exact({ kind: 'plan', replica: stem })
  const [, replica, level] = /^([^-]*)-(\d)$/.exec(stem) ?? []
  return replica === undefined ? null : exact({ kind: 'news', replica, level: Number(level) })
}

/** The name of an item, where it is one. */
function exact(item: Parameters<typeof formatItemName>[0]): string | null {
  const name = formatItemName(item)
  return parseItemName(name) === null ? null : name
}

/** One name within a folder, of a file that is meant to be seen: what is still being written begins with a dot or a tilde. */
function isPlainName(name: string): boolean {
  return name.length > 0 && name.length <= longestName && !/^[.~]|[\\/\p{Cc}]/u.test(name)
}
