import { emptyChangeSet, type ChangeSet } from '../changes/fold.ts'
import { isSameKnows } from '../changes/knows.ts'
import { alignInSteps } from './align.ts'
import { contentMark, isMarkOf } from './content-mark.ts'
import { keepAside } from './keep-aside.ts'
import { endOf, endsOf, planLevel, sizeKey, withEnd, type Ends } from './levels.ts'
import type { MailReader, RunSteps } from './mail-reader.ts'
import type { Mailbox, MailItem } from './mailbox.ts'
import type { ReplicaItems } from './named-items.ts'
import type { TakenItem } from './read-item.ts'
import type { PlanMemory } from './seen-plan.ts'
import type { SharedPlan } from './share.ts'
import type { Taker } from './taker.ts'

/** What a replica has put, as far as it knows, and what is to be put again. */
export interface OwnItems {
  readonly replica: string
  /** Whether this replica came to be from a copied profile. */
  readonly readWhole: boolean
  /** What the items cover; null as long as they have not been read, or don't fit together. */
  readonly ends: Ends | null
  /** The items as they were when they were put or read, by level. */
  readonly items: ReadonlyMap<number, MailItem>
  /** The same as they lie there, as it was listed or put last: one that is another by now is not put over. */
  readonly lie: ReplicaItems
  /** The highest level whose item isn't there as it was put; -1 where all are. */
  readonly lost: number
  /** Nothing may be put: what lies under this replica's name can't be read yet, or only by a newer version, or waits for a person. */
  readonly isBlocked: boolean
}

export function noOwnItems({ replica, readWhole }: Pick<OwnItems, 'replica' | 'readWhole'>): OwnItems {
  return { replica, readWhole, ends: null, items: new Map(), lie: new Map(), lost: -1, isBlocked: false }
}

/** The bytes of own items as parcels state them. */
export function ownSizes({ items }: OwnItems): ReadonlyMap<string, number> {
  return new Map([...items].map(([level, { bytes }]) => [sizeKey(level), bytes]))
}

/** The own items after one was put: up to where its level reaches now, and so do those that don't exist below it. */
export function afterPut({ own, level, item, set }: { readonly own: OwnItems; readonly level: number; readonly item: MailItem; readonly set: ChangeSet }): OwnItems {
  const items = new Map([...own.items, [level, item] as const])
  let ends = own.ends ?? Array.from({ length: planLevel + 1 }, emptyChangeSet)
  for (let each = level; each >= 0 && (each === level || !items.has(each)); each -= 1) ends = withEnd(ends, each, set)
  return { ...own, items, ends, lie: new Map([...own.lie, [level, item] as const]) }
}

export interface LookAfter {
  readonly own: OwnItems
  readonly items: ReplicaItems
  /** The names of all that lies in the mailbox. */
  readonly names: ReadonlySet<string>
  readonly mailbox: Mailbox
  readonly plan: SharedPlan
  readonly reader: MailReader
  readonly taker: Taker
  readonly run: RunSteps
  readonly memory: PlanMemory
}

/** How often what can't be read under one's own name is tried before it is written over. */
const patience = 3

/**
 * Looks after the own items: what isn't as it was put was put by somebody else under the same name, or is an old one that came
 * back. It is taken in like anything else, and then put again; what a person made of it by hand is kept aside before.
 */
export async function lookAfter({ own, items, names, mailbox, plan, reader, taker, run, memory }: LookAfter): Promise<OwnItems> {
  const isAsPut = (level: number, item: MailItem): boolean => own.items.get(level)?.version === item.version
  const read = new Map<number, TakenItem>()
  const kept = new Map<number, MailItem>()
  const lost: number[] = []
  let isBlocked = false
  for (let level = planLevel; level >= 0; level -= 1) {
    const item = items.get(level)
    if (item === undefined) {
      if (level === planLevel || level === 0 || own.items.has(level)) lost.push(level)
      continue
    }
    if (own.ends !== null && isAsPut(level, item)) {
      kept.set(level, item)
      continue
    }
    // of a computer that was copied stamps don't tell what was written
    const recalled = own.ends === null && level === planLevel && !own.readWhole ? await memory.recall(item) : null
    if (recalled !== null) {
      read.set(level, { kind: 'plan', planId: plan.id, set: recalled, at: '' })
      kept.set(level, item)
      continue
    }
    // until it is known for what was put, or put again, it is looked at each time
    kept.set(level, { ...item, version: '' })
    const found = await reader.read(item)
    const taken = found === null ? null : await taker.take(item, found)
    if (found === null || taken === 'unreadable' || taken === 'tooMuch') {
      const why = reader.why(item.name)
      if (reader.failure() !== null || why === 'newer' || why === 'otherPlan' || reader.tries(item) < patience || !(await keepAside({ mailbox, replica: own.replica, item, why, names }))) isBlocked = true
      lost.push(level)
      continue
    }
    if (taken === 'ahead' || (taken === 'gap' && reader.tries(item) < patience)) isBlocked = true
    read.set(level, found)
    if (level === planLevel && found.kind === 'plan' && taken === 'taken') await memory.note(item, found.set)
    if (own.ends !== null && !isSame(own.ends, level, found)) lost.push(level)
    else kept.set(level, item)
  }
  const readWhole = own.readWhole || [...read.values()].some((item) => item.kind === 'news' && item.parcel.by.replica === own.replica && item.parcel.readWhole)
  const ends = own.ends ?? (isBlocked ? null : await aligned(endsOf(read), plan.set(), run))
  // what an earlier look missed and could not put is known from that look alone: it is no longer among the items
  return { ...own, readWhole, ends, items: kept, lie: items, lost: Math.max(own.lost, ...lost), isBlocked }
}

/** What was read back, made of what is here. */
async function aligned(ends: Ends | null, set: ChangeSet, run: RunSteps): Promise<Ends | null> {
  if (ends === null) return null
  const all: ChangeSet[] = []
  for (const end of ends) all.push(await run(alignInSteps(end, set)))
  return all
}

/** Whether an item says what the one that was put said, as when it was only touched. */
function isSame(ends: Ends, level: number, item: TakenItem): boolean {
  const end = endOf(ends, level)
  if (level === planLevel) return item.kind === 'plan' && isMarkOf(contentMark(item.set), end)
  return item.kind === 'news' && item.parcel.level === level && isMarkOf(item.parcel.mark, end) && isSameKnows(item.parcel.to, end.knows) && isSameKnows(item.parcel.from, endOf(ends, level + 1).knows)
}
