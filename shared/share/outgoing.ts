import { isConflictChange } from '../changes/conflict-records.ts'
import { changesOfRecord, emptyChangeSet, type ChangeSet } from '../changes/fold.ts'
import { replicaOf, type Stamp } from '../changes/stamp.ts'
import { hasGrown, recordsBetween } from './changes-between.ts'
import { chooseLevelInSteps, endOf, levelName, writeLevelInSteps, type WriteLevel } from './levels.ts'
import type { RunSteps } from './mail-reader.ts'
import type { Mailbox, MailFailure } from './mailbox.ts'
import { afterPut, ownSizes, type OwnItems } from './own-items.ts'

/**
 * How many changes of this computer aren't in the mailbox yet.
 * @param unless what is not counted as long as it isn't known what is in the mailbox
 */
export function countWaiting({ own, set, unless = emptyChangeSet() }: { readonly own: OwnItems; readonly set: ChangeSet; readonly unless?: ChangeSet }): number {
  const stamps = new Set<Stamp>()
  for (const { record, added } of recordsBetween({ before: own.ends === null ? unless : endOf(own.ends, 0), after: set })) {
    for (const change of changesOfRecord({ id: record.id, winners: added, losers: [] })) if (replicaOf(change.at) === own.replica && !isConflictChange(change)) stamps.add(change.at)
  }
  return stamps.size
}

/** Whether the mailbox lacks something of what is known here, whoever made it. */
export function lacksAny({ own, set }: { readonly own: OwnItems; readonly set: ChangeSet }): boolean {
  return own.ends === null || own.lost >= 0 || hasGrown({ before: endOf(own.ends, 0), after: set })
}

export interface PutNews extends Omit<WriteLevel, 'readWhole' | 'sizes'> {
  readonly mailbox: Mailbox
  readonly run: RunSteps
  readonly own: OwnItems
  readonly limits: readonly number[]
}

/** What was put, as far as it came. */
export interface HavingPut {
  readonly own: OwnItems
  readonly failure: MailFailure | null
}

/**
 * Puts what the mailbox lacks: the lowest level that has room for it, then those below it as empty, and the head last,
 * since it says of the others what they are. What breaks off between two of them leaves items that say nothing wrong.
 */
export async function putNews({ mailbox, run, own: before, limits, ...write }: PutNews): Promise<HavingPut> {
  let own = before
  const written = (): WriteLevel => ({ ...write, readWhole: own.readWhole, sizes: ownSizes(own) })
  const chosen = await run(chooseLevelInSteps({ write: written(), ends: own.ends, lost: own.lost, wholeUpTo: mailbox.wholeUpTo, limits }))
  if (chosen === null) return { own, failure: null }
  for (let level = chosen.level; level >= 0; level -= 1) {
    if (level < chosen.level && level > 0 && !own.items.has(level)) continue
    const text = level === chosen.level ? chosen.text : await run(writeLevelInSteps(written(), level, write.set))
    const put = await mailbox.put(levelName(own.replica, level), text, own.lie.get(level) ?? null)
    if (!put.ok) return { own: { ...own, lost: Math.max(own.lost, level) }, failure: put.reason }
    own = afterPut({ own, level, item: put.value, set: write.set })
  }
  return { own: { ...own, lost: -1 }, failure: null }
}
