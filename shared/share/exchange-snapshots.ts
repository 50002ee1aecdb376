import type { PlanId } from '../model/ids.ts'
import { readSnapshotInSteps } from '../snapshot/read-snapshot.ts'
import { byteLength } from './byte-length.ts'
import { formatItemName } from './item-name.ts'
import type { MailReader, RunSteps } from './mail-reader.ts'
import type { Mailbox, MailFailure, MailItem } from './mailbox.ts'
import type { Rests } from './rests.ts'
import type { SharedSnapshots } from './share.ts'

const prefix = 'sha256:'

export interface ExchangeSnapshots {
  readonly mailbox: Mailbox
  readonly snapshots: SharedSnapshots
  readonly planId: PlanId
  readonly run: RunSteps
  readonly reader: MailReader
  /** Those that lie there, by the digits of their digests. */
  readonly items: ReadonlyMap<string, MailItem>
}

/** How often one that isn't whole is read before who has it puts it again: it may be on its way. */
const patience = 3

/**
 * Keeps the snapshots that others have taken, each checked by its own digest; what was removed here doesn't come back. Of
 * those that are here the size tells at first whether they lie there whole; one that is another since is read again.
 */
export async function readSnapshots({ snapshots, planId, run, reader, items }: Omit<ExchangeSnapshots, 'mailbox'>): Promise<void> {
  const fresh = [...items].filter(([, item]) => reader.isFresh(item))
  if (fresh.length === 0) return
  const known = await snapshots.known()
  const here = new Set(await snapshots.here())
  for (const [key, item] of fresh) {
    const digest = `${prefix}${key}`
    if (known.has(digest) && !here.has(digest)) continue
    if (here.has(digest) && !reader.isKnown(item.name) && byteLength((await snapshots.text(digest)) ?? '') === item.bytes) {
      reader.settle(item, 'passed')
      continue
    }
    const text = await reader.readOther(item, async (content) => {
      const read = await run(readSnapshotInSteps(content))
      if (!read.ok) return 'half'
      if (read.snapshot.planId !== planId) return 'otherPlan'
      return read.snapshot.digest === digest ? { value: content } : 'refused'
    })
    if (text === null) continue
    if (!here.has(digest)) await snapshots.keep(text.value)
    reader.settle(item, 'read')
  }
}

/** Puts the snapshots that are kept here and don't lie there, or not whole. */
export async function putSnapshots({ mailbox, snapshots, reader, items, again }: Pick<ExchangeSnapshots, 'mailbox' | 'snapshots' | 'reader' | 'items'> & { readonly again: Rests }): Promise<MailFailure | null> {
  for (const digest of await snapshots.here()) {
    const key = digest.slice(prefix.length)
    const item = items.get(key)
    if (item !== undefined && !isBroken(item, reader)) continue
    const name = formatItemName({ kind: 'snapshot', key })
    const text = again.mayBegin(name) ? await snapshots.text(digest) : null
    if (text === null) continue
    const put = await mailbox.put(name, text)
    if (!put.ok) return put.reason
    again.note(name)
    reader.settle(put.value, 'read')
  }
  return null
}

/** What can't be read now says nothing of what it holds. */
function isBroken(item: MailItem, reader: MailReader): boolean {
  const why = reader.why(item.name)
  return why !== undefined && why !== 'unreadable' && reader.tries(item) >= patience
}
