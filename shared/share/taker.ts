import { isConflictChange } from '../changes/conflict-records.ts'
import { changesOfRecord, uniteChangeSets } from '../changes/fold.ts'
import { replicaOf } from '../changes/stamp.ts'
import { mayComeInSteps } from '../file/plan-size.ts'
import { recordsBetween, type Between } from './changes-between.ts'
import type { MailReader, RunSteps } from './mail-reader.ts'
import type { MailItem } from './mailbox.ts'
import { clocksAhead, isCovered, type TakenItem } from './read-item.ts'
import type { Rests } from './rests.ts'
import type { SharedPlan } from './share.ts'

/** What became of an item: `gap`, `ahead` and `tooMuch` wait, at one that is `unreadable` this computer fails; nothing of them is known here. */
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
  const takeIn = async (item: TakenItem): Promise<Taken> => {
    const mine = plan.set()
    const { set } = item
    const ahead = clocksAhead({ set, known: mine.knows, now: now(), accepted })
    for (const { replica, byMs } of ahead) held.set(replica, Math.max(byMs, held.get(replica) ?? 0))
    if (ahead.length > 0) return 'ahead'
    if (item.kind === 'news' && !isCovered(mine.knows, item.parcel.from)) return 'gap'
    const both = uniteChangeSets(mine, set).set
    if (both === mine) return 'taken'
    const { replica } = plan.by()
    if (!renames.mayBegin(ownName) && bringsOwn({ before: mine, after: both, replica })) return 'ahead'
    if (!(await run(mayComeInSteps(both)))) return 'tooMuch'
    plan.receive(set)
    if (plan.by().replica !== replica) renames.note(ownName)
    return 'taken'
  }
  /** Whatever is wrong with an item, or with how this app deals with it: it keeps no other from coming in, and nothing from going out. */
  const tried = async (item: TakenItem): Promise<Taken> => {
    try {
      return await takeIn(item)
    } catch {
      return 'unreadable'
    }
  }
  return {
    take: async (listed, item) => {
      const taken = await tried(item)
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

const ownName = 'own name'

/** Whether anything came in under this computer's name. */
function bringsOwn({ replica, ...between }: Between & { readonly replica: string }): boolean {
  for (const { record, added } of recordsBetween(between)) {
    if (changesOfRecord({ id: record.id, winners: added, losers: [] }).some((change) => replicaOf(change.at) === replica && !isConflictChange(change))) return true
  }
  return false
}
