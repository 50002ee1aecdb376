import { isConflictChange } from '../changes/conflict-records.ts'
import { changesOfRecord, uniteChangeSets, type ChangeSet } from '../changes/fold.ts'
import { learn, type Knows } from '../changes/knows.ts'
import { replicaOf } from '../changes/stamp.ts'
import { mayComeInSteps } from '../file/plan-size.ts'
import { recordsBetween, type Between } from './changes-between.ts'
import { parseItemName } from './item-name.ts'
import type { MailReader, RunSteps } from './mail-reader.ts'
import type { MailItem } from './mailbox.ts'
import { notAhead, waits } from './not-ahead.ts'
import { clocksAhead, isCovered, type TakenItem, type WrittenBy } from './read-item.ts'
import type { Rests } from './rests.ts'
import type { SharedPlan } from './share.ts'

/** What became of an item: `gap` and `tooMuch` wait, and at one that is `unreadable` this computer fails; nothing of them is known here. Of `ahead` what doesn't wait for a person's word is. */
export type Taken = 'taken' | 'gap' | 'ahead' | 'tooMuch' | 'unreadable'

export interface Taker {
  /** What was read of an item is taken in, and the item done with; or it is left until it can be. */
  readonly take: (listed: MailItem, item: TakenItem) => Promise<Taken>
  /** How far clocks run ahead, by replica, of what was held back since this was asked for last. */
  readonly heldBack: () => ReadonlyMap<string, number>
}

/**
 * Takes in what others made, unless something between it and what is known is missing, a clock is far off, or the plan would
 * be too large to be read again. What makes this computer go on under another name, again and again, waits in between.
 */
export function createTaker({ plan, reader, run, now, accepted, renames }: { readonly plan: SharedPlan; readonly reader: Pick<MailReader, 'settle' | 'leave'>; readonly run: RunSteps; readonly now: () => number; readonly accepted: ReadonlySet<string>; readonly renames: Rests }): Taker {
  let held = new Map<string, number>()
  /** Up to where everything that doesn't wait was taken in. */
  let passed: Knows = new Map()
  const partly = new WeakSet<TakenItem>()
  const receive = async (set: ChangeSet): Promise<Taken> => {
    const mine = plan.set()
    const both = uniteChangeSets(mine, set).set
    if (both === mine) return 'taken'
    const { replica } = plan.by()
    if (!renames.mayBegin(ownName) && bringsOwn({ before: mine, after: both, replica })) return 'ahead'
    if (!(await run(mayComeInSteps(both)))) return 'tooMuch'
    plan.receive(set)
    if (plan.by().replica !== replica) renames.note(ownName)
    return 'taken'
  }
  /** Takes in what doesn't wait: others' work, and what was written before the clock went wrong. */
  const takePart = async (item: TakenItem): Promise<Taken> => {
    const mine = plan.set()
    const from: Knows = item.kind === 'news' ? item.parcel.from : new Map()
    if (partly.has(item)) return 'ahead'
    if (!isCovered(learn(mine.knows, passed.values()), from)) return 'gap'
    const at = now()
    const part = await receive(notAhead({ set: item.set, from, mine, now: at }))
    if (part !== 'taken') return part
    passed = learn(passed, [...item.set.knows.values()].filter((stamp) => waits({ stamp, mine, now: at })))
    partly.add(item)
    return 'ahead'
  }
  const takeIn = async (listed: MailItem, item: TakenItem): Promise<Taken> => {
    const { knows } = plan.set()
    const ahead = clocksAhead({ set: item.set, by: writtenBy(listed, item), known: knows, now: now(), accepted })
    for (const { replica, byMs } of ahead) held.set(replica, Math.max(byMs, held.get(replica) ?? 0))
    if (ahead.length > 0) return takePart(item)
    if (item.kind === 'news' && !isCovered(knows, item.parcel.from)) return 'gap'
    return receive(item.set)
  }
  /** Whatever is wrong with an item, or with how this app deals with it: it keeps no other from coming in, and nothing from going out. */
  const tried = async (listed: MailItem, item: TakenItem): Promise<Taken> => {
    try {
      return await takeIn(listed, item)
    } catch {
      return 'unreadable'
    }
  }
  return {
    take: async (listed, item) => {
      const taken = await tried(listed, item)
      if (taken === 'taken') reader.settle(listed, 'read')
      // of those that wait for nothing there may be any number, as large as they may be
      else reader.leave(listed, taken, taken === 'unreadable' || taken === 'tooMuch' ? null : item)
      return taken
    },
    heldBack: () => {
      const all = held
      held = new Map()
      return all
    },
  }
}

/** Who wrote an item, and when by their clock; null where that can't be told, as of a copy that a program made. */
function writtenBy({ name }: MailItem, item: TakenItem): WrittenBy | null {
  if (item.kind === 'news') return { replica: item.parcel.by.replica, at: item.parcel.at }
  const parsed = parseItemName(name)
  return parsed?.kind === 'plan' ? { replica: parsed.replica, at: item.at } : null
}

const ownName = 'own name'

/** Whether anything came in under this computer's name. */
function bringsOwn({ replica, ...between }: Between & { readonly replica: string }): boolean {
  for (const { record, added } of recordsBetween(between)) {
    if (changesOfRecord({ id: record.id, winners: added, losers: [] }).some((change) => replicaOf(change.at) === replica && !isConflictChange(change))) return true
  }
  return false
}
