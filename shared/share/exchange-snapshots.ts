import type { PlanId } from '../model/ids.ts'
import { readSnapshotInSteps } from '../snapshot/read-snapshot.ts'
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

/** Keeps the snapshots that others have taken, each checked by its own digest; what was removed here doesn't come back. */
export async function readSnapshots({ snapshots, planId, run, reader, items }: Omit<ExchangeSnapshots, 'mailbox'>): Promise<void> {
  if (items.size === 0) return
  const known = await snapshots.known()
  for (const [key, item] of items) {
    if (known.has(`${prefix}${key}`) || !reader.isFresh(item)) continue
    const text = await reader.readOther(item, async (content) => {
      const read = await run(readSnapshotInSteps(content))
      if (!read.ok) return 'half'
      if (read.snapshot.planId !== planId) return 'otherPlan'
      return read.snapshot.digest === `${prefix}${key}` ? { value: content } : 'refused'
    })
    if (text === null) continue
    await snapshots.keep(text.value)
    reader.settle(item, 'read')
  }
}

/** Puts the snapshots that are kept here and don't lie there, or not whole. */
export async function putSnapshots({ mailbox, snapshots, reader, items, again }: Pick<ExchangeSnapshots, 'mailbox' | 'snapshots' | 'reader' | 'items'> & { readonly again: Rests }): Promise<MailFailure | null> {
  for (const digest of await snapshots.here()) {
    const key = digest.slice(prefix.length)
    const item = items.get(key)
    if (item !== undefined && reader.why(item.name) === undefined) continue
    const name = formatItemName({ kind: 'snapshot', key })
    const text = again.mayBegin(name) ? await snapshots.text(digest) : null
    if (text === null) continue
    const put = await mailbox.put(name, text)
    if (!put.ok) return put.reason
    again.note(name)
  }
  return null
}
