import { uniteChangeSets, type ChangeSet } from '../changes/fold.ts'
import { learn, type Knows } from '../changes/knows.ts'
import { parseItemName } from './item-name.ts'
import type { MailReader } from './mail-reader.ts'
import type { MailItem } from './mailbox.ts'
import { notAhead, waits } from './not-ahead.ts'
import { clocksAhead, isCovered, type TakenItem, type WrittenBy } from './read-item.ts'
import type { SharedPlan } from './share.ts'

/** What became of an item: with `gap` nothing of it is known here, with `ahead` what doesn't wait for a person's word. */
export type Taken = 'taken' | 'gap' | 'ahead'

export interface Taker {
  /** What was read of an item is taken in, and the item done with; or it is left until it can be. */
  readonly take: (listed: MailItem, item: TakenItem) => Taken
  /** How far clocks run ahead, by replica, of what was held back since this was asked for last. */
  readonly heldBack: () => ReadonlyMap<string, number>
}

/** Takes in what others made, unless something between it and what is known is missing, or a clock is far off. */
export function createTaker({ plan, reader, now, accepted }: { readonly plan: SharedPlan; readonly reader: Pick<MailReader, 'settle' | 'leave'>; readonly now: () => number; readonly accepted: ReadonlySet<string> }): Taker {
  let held = new Map<string, number>()
  /** Up to where everything that doesn't wait was taken in. */
  let passed: Knows = new Map()
  const partly = new WeakSet<TakenItem>()
  const receive = (set: ChangeSet): void => {
    const mine = plan.set()
    if (uniteChangeSets(mine, set).set !== mine) plan.receive(set)
  }
  /** Takes in what doesn't wait: others' work, and what was written before the clock went wrong. */
  const takePart = (item: TakenItem): Taken => {
    const mine = plan.set()
    const from: Knows = item.kind === 'news' ? item.parcel.from : new Map()
    if (partly.has(item)) return 'ahead'
    if (!isCovered(learn(mine.knows, passed.values()), from)) return 'gap'
    const at = now()
    receive(notAhead({ set: item.set, from, mine, now: at }))
    passed = learn(passed, [...item.set.knows.values()].filter((stamp) => waits({ stamp, mine, now: at })))
    partly.add(item)
    return 'ahead'
  }
  const takeIn = (listed: MailItem, item: TakenItem): Taken => {
    const { knows } = plan.set()
    const ahead = clocksAhead({ set: item.set, by: writtenBy(listed, item), known: knows, now: now(), accepted })
    for (const { replica, byMs } of ahead) held.set(replica, Math.max(byMs, held.get(replica) ?? 0))
    if (ahead.length > 0) return takePart(item)
    if (item.kind === 'news' && !isCovered(knows, item.parcel.from)) return 'gap'
    receive(item.set)
    return 'taken'
  }
  return {
    take: (listed, item) => {
      const taken = takeIn(listed, item)
      if (taken === 'taken') reader.settle(listed, 'read')
      else reader.leave(listed, taken, item)
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
