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
 * Two people may each make the other's goal a parent; merged, neither would have a top. In each circle the
 * link that was set last is cut, by stamp and then by id, so every computer cuts the same one.
 */
export function* findCutGoals(set: ChangeSet): Steps<ReadonlySet<GoalId>> {
  const cut = new Set<GoalId>()
  const settled = new Set<GoalId>()
  let done = 0
  for (const folded of valuesOf(set.records)) {
    if (done % stepSize === 0) yield
    done += 1
    // most goals have no parent, and can't be part of a circle
    if (!hasKind(folded.id, 'goal') || settled.has(folded.id) || (readAny(folded) as Goal).parent === null) continue // its id says goal
    const path = pathUp(set, folded, settled)
    const circle = path.repeatsAt < 0 ? [] : path.goals.slice(path.repeatsAt)
    const last = circle.toSorted(compareLinks).at(-1)
    if (last !== undefined) cut.add(last.id as GoalId) // the path holds goals only
    for (const goal of path.goals) settled.add(goal.id as GoalId)
  }
  return cut
}

/** The goals from one upwards, until the top, a goal already settled, or one that the path holds already. */
function pathUp(set: ChangeSet, start: FoldedRecord, settled: ReadonlySet<GoalId>): { readonly goals: readonly FoldedRecord[]; readonly repeatsAt: number } {
  const goals: FoldedRecord[] = []
  const positions = new Map<string, number>()
  let current: FoldedRecord | undefined = start
  while (current !== undefined) {
    const repeatsAt = positions.get(current.id)
    if (repeatsAt !== undefined) return { goals, repeatsAt }
    positions.set(current.id, goals.length)
    goals.push(current)
    const parent: GoalId | null = (readAny(current) as Goal).parent // the walk begins at a goal and follows goal ids
    if (parent === null || settled.has(parent)) break
    current = recordIn(set, parent)
  }
  return { goals, repeatsAt: -1 }
}

function compareLinks(a: FoldedRecord, b: FoldedRecord): number {
  const [atA, atB] = [winnerOf(a, 'parent')?.at ?? '', winnerOf(b, 'parent')?.at ?? '']
  if (atA !== atB) return atA < atB ? -1 : 1
  return a.id < b.id ? -1 : 1
}
