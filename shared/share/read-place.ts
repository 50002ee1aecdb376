import type { PlanId } from '../model/ids.ts'
import type { MailReader } from './mail-reader.ts'
import type { MailItem } from './mailbox.ts'
import { readShareItem } from './share-item.ts'

/** How often a share item that can't be read is looked at before it is written anew. */
const patience = 3

/** Whether a mailbox is the place of a plan, as far as its share item says; `missing` where nothing does. */
export async function readPlace({ reader, planId, item }: { readonly reader: MailReader; readonly planId: PlanId; readonly item: MailItem | undefined }): Promise<'ours' | 'missing' | 'others'> {
  if (item === undefined) return 'missing'
  if (!reader.isFresh(item)) return 'ours'
  const found = await reader.readOther(item, async (text) => {
    const read = readShareItem(text)
    return read.kind === 'unread' ? read.why : read.planId === planId ? { value: read } : 'otherPlan'
  })
  if (found !== null) {
    reader.settle(item, 'read')
    return 'ours'
  }
  const why = reader.why(item.name)
  if (why === 'otherPlan' || why === 'newer') return 'others'
  return reader.tries(item) < patience ? 'ours' : 'missing'
}
