import type { ChangeSet } from '../changes/fold.ts'
import type { PlanId } from '../model/ids.ts'
import { parseItemName } from './item-name.ts'
import type { RunSteps } from './mail-reader.ts'
import type { Mailbox, MailFailure, MailItem } from './mailbox.ts'
import { readItemInSteps } from './read-item.ts'
import { readShareItem, shareText } from './share-item.ts'

/** What a mailbox holds, as a colleague finds it who opens a folder or an address. */
export type FoundShare =
  /** `set` is what the fullest plan file in it holds that can be read; null where there is none yet. The exchange gets the rest. */
  | { readonly kind: 'share'; readonly planId: PlanId; readonly title: string; readonly set: ChangeSet | null }
  | { readonly kind: 'empty' }
  /** `half`: there is something, and it can't be read yet. `newer`: a newer version wrote it. `refused`: it is nothing of ours. */
  | { readonly kind: 'unread'; readonly why: 'half' | 'newer' | 'refused' }
  | { readonly kind: 'out'; readonly reason: MailFailure }

export interface ReadShared {
  readonly mailbox: Mailbox
  readonly run: RunSteps
}

/** Tells which plan a mailbox holds, and a first state of it. Nothing is put, and nothing is changed. */
export async function readShared({ mailbox, run }: ReadShared): Promise<FoundShare> {
  const listed = await mailbox.list()
  if (!listed.ok) return { kind: 'out', reason: listed.reason }
  const items = listed.value.filter(({ name }) => parseItemName(name) !== null)
  if (items.length === 0) return { kind: 'empty' }
  const said = await readSaid(mailbox, items)
  if (said.kind === 'out' || (said.kind === 'unread' && said.why === 'newer')) return said
  const planId = said.kind === 'share' ? said.planId : null
  // with no plan file on its way, what it says of itself is all there is
  if (said.kind === 'unread' && !items.some(({ name }) => parseItemName(name)?.kind === 'plan')) return said
  const best = await readBest({ mailbox, run, items, planId })
  if (best.kind === 'plan') return { kind: 'share', planId: best.planId, title: said.kind === 'share' ? said.title : '', set: best.set }
  return best.kind === 'out' || planId === null ? best : { kind: 'share', planId, title: said.kind === 'share' ? said.title : '', set: null }
}

/**
 * Makes a mailbox the place of a plan, where it isn't one already; one that holds another plan, or is of a newer format, is
 * not touched.
 */
export async function beginShare({ mailbox, run, planId, title }: ReadShared & { readonly planId: PlanId; readonly title: string }): Promise<{ readonly kind: 'begun' } | { readonly kind: 'otherPlan'; readonly title: string } | Exclude<FoundShare, { readonly kind: 'share' | 'empty' }>> {
  const found = await readShared({ mailbox, run })
  if (found.kind === 'share') return found.planId === planId ? { kind: 'begun' } : { kind: 'otherPlan', title: found.title }
  if (found.kind !== 'empty') return found
  const put = await mailbox.put('share', shareText({ planId, title }))
  return put.ok ? { kind: 'begun' } : { kind: 'out', reason: put.reason }
}

type Said = { readonly kind: 'share'; readonly planId: PlanId; readonly title: string } | { readonly kind: 'none' } | Extract<FoundShare, { readonly kind: 'unread' | 'out' }>

async function readSaid(mailbox: Mailbox, items: readonly MailItem[]): Promise<Said> {
  if (!items.some(({ name }) => name === 'share')) return { kind: 'none' }
  const got = await mailbox.get('share')
  if (!got.ok) return { kind: 'out', reason: got.reason }
  return got.value === null ? { kind: 'none' } : readShareItem(got.value)
}

type Best = { readonly kind: 'plan'; readonly planId: PlanId; readonly set: ChangeSet } | Extract<FoundShare, { readonly kind: 'unread' | 'out' }>

/** The largest plan file that is whole: it was written last, as a rule, by somebody who knew most. */
async function readBest({ mailbox, run, items, planId }: ReadShared & { readonly items: readonly MailItem[]; readonly planId: PlanId | null }): Promise<Best> {
  const plans = items.filter(({ name }) => parseItemName(name)?.kind === 'plan').toSorted((a, b) => b.bytes - a.bytes)
  let why: 'half' | 'newer' | 'refused' = 'half'
  let out: MailFailure | null = null
  for (const { name } of plans) {
    const got = await mailbox.get(name)
    if (!got.ok) {
      // one that can't be had keeps no other from being read
      if (got.reason !== 'failed' && got.reason !== 'tooLarge') out = got.reason
      continue
    }
    if (got.value === null) continue
    const read = await run(readItemInSteps({ text: got.value, planId }))
    if (read.kind === 'plan') return read
    if (read.kind === 'unread' && (read.why === 'newer' || (read.why === 'refused' && why === 'half'))) why = read.why
  }
  return out === null ? { kind: 'unread', why } : { kind: 'out', reason: out }
}
