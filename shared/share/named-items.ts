import { parseItemName, type ItemName } from './item-name.ts'
import { planLevel } from './levels.ts'
import type { MailItem } from './mailbox.ts'

/** An item of a share, with what its name says. */
export interface NamedItem {
  readonly item: MailItem
  readonly name: ItemName
}

/** The items of one replica by level, that of the plan file included. */
export type ReplicaItems = ReadonlyMap<number, MailItem>

/** What is ours of all that lies in a mailbox. */
export function namedItems(listed: readonly MailItem[]): readonly NamedItem[] {
  return listed.flatMap((item): readonly NamedItem[] => {
    const name = parseItemName(item.name)
    return name === null ? [] : [{ item, name }]
  })
}

/** Each replica's items by level. */
export function itemsByReplica(items: readonly NamedItem[]): ReadonlyMap<string, ReplicaItems> {
  const all = new Map<string, Map<number, MailItem>>()
  for (const { item, name } of items) {
    if (name.kind !== 'plan' && name.kind !== 'news') continue
    const own = all.get(name.replica) ?? new Map<number, MailItem>()
    all.set(name.replica, own.set(name.kind === 'plan' ? planLevel : name.level, item))
  }
  return all
}

/** The snapshots, by the digits of their digests. */
export function snapshotItems(items: readonly NamedItem[]): ReadonlyMap<string, MailItem> {
  return new Map(items.flatMap(({ item, name }) => (name.kind === 'snapshot' ? [[name.key, item] as const] : [])))
}
