import { recordIn } from '../changes/fold.ts'
import { winnerOf, type FoldedRecord } from '../changes/folded-record.ts'
import type { Steps } from '../changes/steps.ts'
import { hasKind, kindOf, type GoalId, type RecordId } from '../model/ids.ts'
import { isKnownKind } from '../model/records.ts'
import type { Quarter } from '../model/year.ts'
import { lineageOf, quarterOfGoal } from '../plan/goal-place.ts'
import { isLive, parentOf, recordOf, type PlanView } from '../plan/plan-view.ts'
import type { SnapshotScope } from './snapshot.ts'

/** What of a plan is frozen, and which goals stay outside. */
export interface FrozenRecords {
  /** Sorted by id. */
  readonly records: readonly FoldedRecord[]
  /** Sorted by id. */
  readonly elsewhere: readonly (readonly [GoalId, Quarter | null])[]
}

/**
 * The records of a scope: for a quarter its goals with all that stands above them, and the notes on them; for the
 * year everything that is there, with what a newer version made.
 */
export function* frozenRecordsInSteps(view: PlanView, scope: SnapshotScope): Steps<FrozenRecords> {
  const live: FoldedRecord[] = []
  for (const shard of view.set.records.shards) {
    yield
    for (const folded of shard.values()) if (isPart(folded.id) && isLive(view, folded.id) && !isDeletedUnknown(view, folded.id)) live.push(folded)
  }
  const goals = live.map(({ id }) => id).filter((id) => hasKind(id, 'goal'))
  const ids = scope === 'year' ? new Set(live.map(({ id }) => id)) : idsOfQuarter({ view, live, goals, quarter: scope })
  yield
  const outside = goals.filter((id) => !ids.has(id))
  return {
    records: [...ids].toSorted(compareText).flatMap((id) => recordIn(view.set, id) ?? []),
    elsewhere: outside.toSorted(compareText).map((id) => [id, quarterOfGoal(view, id)]),
  }
}

function idsOfQuarter({ view, live, goals, quarter }: { readonly view: PlanView; readonly live: readonly FoldedRecord[]; readonly goals: readonly GoalId[]; readonly quarter: Quarter }): ReadonlySet<RecordId> {
  const ids = new Set<RecordId>()
  const addLine = (id: RecordId): void => {
    // what stands above a record that is in is in already
    for (let current: RecordId | null = id; current !== null && !ids.has(current); ) {
      ids.add(current)
      const folded = recordIn(view.set, current)
      current = folded === undefined ? null : parentOf(view, folded)
    }
  }
  for (const id of goals) {
    if (quarterOfGoal(view, id) !== quarter) continue
    addLine(id)
    for (const { output } of lineageOf(view, id)) if (output !== null && isLive(view, output)) addLine(output)
  }
  for (const folded of live) {
    const note = hasKind(folded.id, 'note') ? recordOf(view, folded.id) : null
    if (note === null) continue
    const about = parentOf(view, folded)
    if (hasKind(about, 'goal') ? ids.has(about) : note.quarter === quarter) addLine(folded.id)
  }
  return ids
}

/** Computers, conflicts and the plan's own record, which has a place of its own, are none of the records. */
function isPart(id: RecordId): boolean {
  return hasKind(id, 'program') || hasKind(id, 'outcome') || hasKind(id, 'output') || hasKind(id, 'goal') || hasKind(id, 'note') || !isKnownKind(kindOf(id))
}

function isDeletedUnknown(view: PlanView, id: RecordId): boolean {
  return !isKnownKind(kindOf(id)) && winnerOf(recordIn(view.set, id), 'deleted')?.value === true
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : 1
}

