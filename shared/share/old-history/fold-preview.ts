import type { Change } from '../../changes/change.ts'
import { isKnown, type Knows } from '../../changes/knows.ts'
import type { Steps } from '../../changes/steps.ts'
import { addMonths, type Day } from '../../model/date.ts'
import { knownWithout } from './behind.ts'
import { computersCounted, type KnownHead } from './computers-counted.ts'
import { historyToFoldInSteps, type FoldHistory } from './fold-history.ts'
import { momentOf } from './folded-before.ts'

/** A computer that takes part, with what it lacks of what is known here: see `behind.ts`. */
export interface FoldMember extends Omit<KnownHead, 'knows'> {
  readonly behind: readonly string[]
}

export interface PreviewFold extends Pick<FoldHistory, 'set' | 'merges'> {
  /** Only what was overwritten before this day goes. */
  readonly day: Day
  /** This computer. */
  readonly self: string
  /** Who takes part in the share; nobody where the plan isn't shared. */
  readonly members: readonly FoldMember[]
  /** The computers of which a person said that they are gone for good. */
  readonly gone: ReadonlySet<string>
}

/** What folding history away would do as things stand. */
export interface FoldPreview {
  readonly day: Day
  /** What would go. */
  readonly changes: readonly Change[]
  /** The computers that are asked, those heard of longest ago first. */
  readonly asked: readonly AskedComputer[]
}

export interface AskedComputer {
  readonly replica: string
  readonly name: string
  /** When it was last heard of, in milliseconds since 1970. */
  readonly seen: number
  /** How much stays since it hasn't seen it; null where it has never told what it has: then all stays. */
  readonly keeps: number | null
}

/** So many months of history stay whole. */
const monthsKept = 6

/** @param today by this computer's calendar */
export function dayToFoldBefore(today: Day): Day {
  return addMonths({ day: today, months: -monthsKept })
}

export function* foldPreviewInSteps({ set, merges, day, self, members, gone }: PreviewFold): Steps<FoldPreview> {
  const before = momentOf(day)
  const heads = members.map(({ replica, name, at, behind }) => ({ replica, name, at, knows: knownWithout({ knows: set.knows, behind }) }))
  const counted = computersCounted({ set, self, heads, before, gone })
  const known = counted.flatMap(({ knows }) => (knows === null ? [] : [knows]))
  const possible = yield* historyToFoldInSteps({ set, before, known: [], merges })
  const changes = known.length < counted.length ? [] : yield* historyToFoldInSteps({ set, before, known, merges })
  const keeps = (knows: Knows): number => possible.reduce((count, { at: stamp }) => (isKnown({ knows, stamp }) ? count : count + 1), 0)
  return { day, changes, asked: counted.map(({ knows, ...computer }) => ({ ...computer, keeps: knows === null ? null : keeps(knows) })) }
}
