import { uniteChangeSets, type ChangeSet } from '../changes/fold.ts'
import { clocksAhead, isCovered, type TakenItem } from './read-item.ts'
import type { SharedPlan } from './share.ts'

/** What became of an item: `gap` and `ahead` wait, and nothing of them is known here. */
export type Taken = 'taken' | 'gap' | 'ahead'

export interface Taker {
  readonly take: (item: TakenItem) => Taken
  /** How far clocks run ahead, by replica, of what was held back since this was asked for last. */
  readonly heldBack: () => ReadonlyMap<string, number>
}

/** Takes in what others made, unless something between it and what is known is missing, or a clock is far off. */
export function createTaker({ plan, now, accepted }: { readonly plan: SharedPlan; readonly now: () => number; readonly accepted: ReadonlySet<string> }): Taker {
  let held = new Map<string, number>()
  return {
    take: (item) => {
      const mine = plan.set()
      const set: ChangeSet = item.set
      const ahead = clocksAhead({ set, known: mine.knows, now: now(), accepted })
      for (const { replica, byMs } of ahead) held.set(replica, Math.max(byMs, held.get(replica) ?? 0))
      if (ahead.length > 0) return 'ahead'
      if (item.kind === 'news' && !isCovered(mine.knows, item.parcel.from)) return 'gap'
      if (uniteChangeSets(mine, set).set !== mine) plan.receive(set)
      return 'taken'
    },
    heldBack: () => {
      const all = held
      held = new Map()
      return all
    },
  }
}
