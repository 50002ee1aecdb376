import { emptyChangeSet, uniteChangeSets, type ChangeSet } from '../changes/fold.ts'
import { isKnown } from '../changes/knows.ts'
import type { Steps } from '../changes/steps.ts'
import { writePlanInSteps } from '../file/write-plan-file.ts'
import type { FileAuthor } from '../file/plan-file.ts'
import type { PlanId } from '../model/ids.ts'
import { byteLength } from '../file/byte-length.ts'
import { changesBetween, hasGrown } from './changes-between.ts'
import { contentMarkInSteps } from './content-mark.ts'
import { formatItemName, newsLevels } from './item-name.ts'
import { writeParcelInSteps, type Parcel } from './parcel.ts'
import { isCovered, type TakenItem } from './read-item.ts'

/** The level at which everything is written whole: the plan file, above those of the news. */
export const planLevel = newsLevels

/** Up to how many bytes the news of a level may have, the lowest first: one that has more is folded into the next, as in a log-structured merge tree. */
export const levelLimits: readonly number[] = [16 * 1024, 128 * 1024, 1024 * 1024]

/**
 * What a replica's own items cover, each level up to where: the plan file from the very beginning, each other from where
 * the one above it ends. The first is that of level 0, the last that of the plan file.
 */
export type Ends = readonly ChangeSet[]

/** The name of the item of a level. */
export function levelName(replica: string, level: number): string {
  return formatItemName(level === planLevel ? { kind: 'plan', replica } : { kind: 'news', replica, level })
}

/** Under which name a parcel states the size of a level. */
export function sizeKey(level: number): string {
  return level === planLevel ? 'plan' : String(level)
}

/**
 * What own items cover, told from the items themselves, as after a start. Null where they don't fit together: then
 * everything is to be written again.
 * @param items by level; one that isn't there covers nothing of its own
 */
export function endsOf(items: ReadonlyMap<number, TakenItem>): Ends | null {
  const plan = items.get(planLevel)
  if (plan?.kind !== 'plan') return null
  const ends: ChangeSet[] = [plan.set]
  let end = plan.set
  for (let level = planLevel - 1; level >= 0; level -= 1) {
    const item = items.get(level)
    if (item !== undefined && (item.kind !== 'news' || !isCovered(end.knows, item.parcel.from))) return null
    end = item === undefined ? end : uniteChangeSets(end, item.set).set
    ends.unshift(end)
  }
  return ends
}

/** Up to where a level reaches. */
export function endOf(ends: Ends, level: number): ChangeSet {
  return ends[level] ?? emptyChangeSet()
}

/** The ends after a level was written up to somewhere. */
export function withEnd(ends: Ends, level: number, set: ChangeSet): Ends {
  return ends.with(level, set)
}

export interface WriteLevel {
  readonly planId: PlanId
  readonly by: FileAuthor
  readonly at: string
  readonly app: string
  readonly readWhole: boolean
  readonly holds: Parcel['holds']
  readonly set: ChangeSet
  /** The bytes of own items that lie there, by `sizeKey`. */
  readonly sizes: ReadonlyMap<string, number>
}

/** The text of a level that reaches up to a set. @param before where it begins; nobody asks for the plan file's */
export function* writeLevelInSteps({ planId, by, at, app, readWhole, holds, set, sizes }: WriteLevel, level: number, before: ChangeSet): Steps<string> {
  if (level === planLevel) return yield* writePlanInSteps({ set, by, at, app })
  const changes = yield* changesBetween({ before, after: set })
  const above = new Map([...sizes].filter(([key]) => key === sizeKey(planLevel) || Number(key) > level))
  return yield* writeParcelInSteps({ planId, by, at, level, from: before.knows, to: set.knows, mark: yield* contentMarkInSteps(set), sizes: above, readWhole, holds, changes })
}

/** About what a parcel takes to say of one writer what is known: that is no news, and folding makes it no less. */
const stampBytes = 43

export interface ChooseLevel {
  readonly write: WriteLevel
  readonly ends: Ends | null
  /** The highest level whose item isn't there as it was put; -1 where all are. */
  readonly lost: number
  /** Up to how many bytes the plan is written whole for each change. */
  readonly wholeUpTo: number
  readonly limits: readonly number[]
}

/** What is to be written first, before the levels below it are written as empty: the lowest level that has room for the news. */
export interface ChosenLevel {
  readonly level: number
  readonly text: string
}

/** Null where nothing is to be written: all that is known is there. */
export function* chooseLevelInSteps({ write, ends, lost, wholeUpTo, limits }: ChooseLevel): Steps<ChosenLevel | null> {
  const planBytes = write.sizes.get(sizeKey(planLevel))
  const whole = function* (): Steps<ChosenLevel> {
    return { level: planLevel, text: yield* writeLevelInSteps(write, planLevel, emptyChangeSet()) }
  }
  if (ends === null || planBytes === undefined || isBehind(ends, write.set)) return yield* whole()
  if (lost < 0 && !hasGrown({ before: endOf(ends, 0), after: write.set })) return null
  if (planBytes <= wholeUpTo) return yield* whole()
  for (let level = Math.max(lost, 0); level < planLevel; level += 1) {
    const text = yield* writeLevelInSteps(write, level, endOf(ends, level + 1))
    const said = (endOf(ends, level + 1).knows.size + write.set.knows.size) * stampBytes
    if (byteLength(text) - said <= (limits[level] ?? 0)) return { level, text }
  }
  return yield* whole()
}

/** Whether something was put that isn't known any more: then intervals would say what isn't so. */
function isBehind(ends: Ends, set: ChangeSet): boolean {
  return ends.some(({ knows }) => [...knows.values()].some((stamp) => !isKnown({ knows: set.knows, stamp })))
}
