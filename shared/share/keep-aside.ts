import { asideName } from './item-name.ts'
import type { Mailbox, MailItem } from './mailbox.ts'
import type { Unread } from './share-state.ts'

export interface KeepAside {
  readonly mailbox: Mailbox
  readonly replica: string
  /** An item of this replica's own that can't be read, and is about to be put anew. */
  readonly item: MailItem
  readonly why: Unread['why'] | undefined
  /** The names of all that lies there. */
  readonly names: ReadonlySet<string>
}

/**
 * Keeps what a person wrote into an own item, under a name beside it, each text once: putting the item anew would lose it.
 * What ends in the middle was cut off on its way, and is kept nowhere.
 * @returns whether the item may be put anew
 */
export async function keepAside({ mailbox, replica, item, why, names }: KeepAside): Promise<boolean> {
  const got = await mailbox.get(item.name)
  // what could not be read at all, time and again, isn't worth waiting for: nobody wrote it
  if (!got.ok) return why === 'unreadable' || got.reason === 'tooLarge'
  const text = got.value ?? ''
  if (why !== 'byHand' && !text.trimEnd().endsWith('}')) return true
  const name = asideName({ replica, text })
  return names.has(name) || (await mailbox.put(name, text)).ok
}
