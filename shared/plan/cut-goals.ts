import { recordIn, type ChangeSet } from '../changes/fold.ts'
import { winnerOf, type FoldedRecord } from '../changes/folded-record.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import type { Steps } from '../changes/steps.ts'
import type { Goal } from '../model/goal.ts'
import { hasKind, type GoalId } from '../model/ids.ts'
import { readAny } from './read-record.ts'

/** How many records are looked at between two pauses. */
const stepSize = 500

/**
 * How many goals may stand below each other, the first one counted. Nobody plans that deep; a file may be made so, and
 * everything that walks down a plan would fail there.
 */
export const maxGoalLevels = 64

/**
 * Two people may each make the other's goal a parent; merged, neither would have a top. In each circle the
 * link that was set last is cut, by stamp and then by id, so every computer cuts the same one. Then the links that
 * lead further down than any plan goes are cut, counted from the top.
 */
export function* findCutGoals(set: ChangeSet): Steps<ReadonlySet<GoalId>> {
  const cut = new Set<GoalId>()
  const levels = new Map<GoalId, number>()
  let done = 0
  for (const folded of valuesOf(set.records)) {
    if (done % stepSize === 0) yield
    done += 1
    // most goals have no parent, and can be part neither of a circle nor of a long way down
    if (!hasKind(folded.id, 'goal') || levels.has(folded.id) || (readAny(folded) as Goal).parent === null) continue // its id says goal
    const path = pathUp(set, folded, levels)
    const circle = path.repeatsAt < 0 ? [] : path.goals.slice(path.repeatsAt)
    const last = circle.toSorted(compareLinks).at(-1)
    if (last !== undefined) cut.add(last.id as GoalId) // the path holds goals only
    countLevels({ down: fromTheTop({ path, circle, last }), above: path.above, cut, levels })
  }
  return cut
}

/** The goals of a path so that each comes after the one it stands below. */
function fromTheTop({ path, circle, last }: { readonly path: Path; readonly circle: readonly FoldedRecord[]; readonly last: FoldedRecord | undefined }): readonly FoldedRecord[] {
  if (last === undefined) return path.goals.toReversed()
  const at = circle.indexOf(last)
  return [...path.goals.slice(0, path.repeatsAt), ...circle.slice(at + 1), ...circle.slice(0, at + 1)].toReversed()
}

/** Gives each goal its level, and cuts the link of one that would be too far down: it begins anew. */
function countLevels({ down, above, cut, levels }: { readonly down: readonly FoldedRecord[]; readonly above: number; readonly cut: Set<GoalId>; readonly levels: Map<GoalId, number> }): void {
  for (const [index, goal] of down.entries()) {
    const id = goal.id as GoalId // the path holds goals only
    const { parent } = readAny(goal) as Goal
    const level = cut.has(id) ? 1 : 1 + (index === 0 ? above : parent === null ? 0 : (levels.get(parent) ?? 0))
    if (level > maxGoalLevels) cut.add(id)
    levels.set(id, level > maxGoalLevels ? 1 : level)
  }
}

interface Path {
  readonly goals: readonly FoldedRecord[]
  /** Where the goal stands in it to which the last one leads back; negative where none does. */
  readonly repeatsAt: number
  /** The level of the goal above the last one; 0 at the top. */
  readonly above: number
}

/** The goals from one upwards, until the top, a goal whose level is known already, or one that the path holds already. */
function pathUp(set: ChangeSet, start: FoldedRecord, levels: ReadonlyMap<GoalId, number>): Path {
  const goals: FoldedRecord[] = []
  const positions = new Map<string, number>()
  let current: FoldedRecord | undefined = start
  while (current !== undefined) {
    const repeatsAt = positions.get(current.id)
    if (repeatsAt !== undefined) return { goals, repeatsAt, above: 0 }
    positions.set(current.id, goals.length)
    goals.push(current)
    const parent: GoalId | null = (readAny(current) as Goal).parent // the walk begins at a goal and follows goal ids
    const above = parent === null ? undefined : levels.get(parent)
    if (parent === null || above !== undefined) return { goals, repeatsAt: -1, above: above ?? 0 }
    current = recordIn(set, parent)
  }
  return { goals, repeatsAt: -1, above: 0 }
}

function compareLinks(a: FoldedRecord, b: FoldedRecord): number {
  const [atA, atB] = [winnerOf(a, 'parent')?.at ?? '', winnerOf(b, 'parent')?.at ?? '']
  if (atA !== atB) return atA < atB ? -1 : 1
  return a.id < b.id ? -1 : 1
}
