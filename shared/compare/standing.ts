import { recordIn } from '../changes/fold.ts'
import { winnerOf, type FoldedRecord } from '../changes/folded-record.ts'
import { hasKind, type OutcomeId, type OutputId, type RecordId } from '../model/ids.ts'
import type { Quarter } from '../model/year.ts'
import { parentOf, type PlanView } from '../plan/plan-view.ts'
import { readAny } from '../plan/read-record.ts'

/** Where a record stands in the tree of a plan. */
export interface Standing {
  /** Null for the top itself. */
  readonly folded: FoldedRecord | null
  /** Neither it nor anything above it is deleted. */
  readonly isThere: boolean
  readonly outcome: OutcomeId | null
  readonly output: OutputId | null
  /** The quarter a goal is planned for, or the one a note speaks of. */
  readonly quarter: Quarter | null
}

/** What is above the top. */
const top: Standing = { folded: null, isThere: true, outcome: null, output: null, quarter: null }

/**
 * Says of the records of a view where they stand. What is above is worked out once and kept, so that asking
 * for ten thousand costs little more than reading them.
 */
export function createStandings(view: PlanView): (folded: FoldedRecord) => Standing {
  const known = new Map<RecordId, Standing>()
  return (folded) => {
    const line: FoldedRecord[] = []
    let above = top
    for (let current = folded; ; ) {
      const stated = firstStated(view, current)
      const kept = stated === null ? undefined : known.get(stated)
      const parent = kept === undefined ? recordAbove({ view, folded: current, stated }) : undefined
      if (kept !== undefined) above = kept
      if (parent === undefined) break
      line.push(parent)
      current = parent
    }
    // from the top down and not call by call: a line of goals may be longer than calls nest
    for (let index = line.length - 1; index >= 0; index -= 1) {
      const record = line[index] ?? folded
      above = standingBelow(record, above)
      known.set(record.id, above)
    }
    return standingBelow(folded, above)
  }
}

/** What stands above a record if that is there, which it is but for odd merges. */
function firstStated({ cutGoals }: PlanView, folded: FoldedRecord): RecordId | null {
  const record = readAny(folded)
  if (record === null) return null
  if ('waitingOn' in record) return record.parent === null || cutGoals.has(record.id) ? record.output : record.parent
  return 'about' in record ? record.about : 'outcome' in record ? record.outcome : 'program' in record ? record.program : null
}

function recordAbove({ view, folded, stated }: { readonly view: PlanView; readonly folded: FoldedRecord; readonly stated: RecordId | null }): FoldedRecord | undefined {
  if (stated === null) return undefined
  const there = recordIn(view.set, stated)
  const other = there === undefined ? parentOf(view, folded) : null
  return other === null ? there : recordIn(view.set, other)
}

function standingBelow(folded: FoldedRecord, above: Standing): Standing {
  const { id } = folded
  const record = readAny(folded)
  const isDeleted = record === null ? winnerOf(folded, 'deleted')?.value === true : record.deleted
  const isThere = above.isThere && !isDeleted
  const { outcome, output } = above
  if (hasKind(id, 'outcome')) return { folded, isThere, outcome: id, output, quarter: null }
  if (hasKind(id, 'output')) return { folded, isThere, outcome, output: id, quarter: null }
  const own = record !== null && 'quarter' in record ? record.quarter : null
  // a sub-goal goes with its parent; a note speaks of its goal's quarter, and about an output of the one it names
  const isBelowGoal = above.folded !== null && hasKind(above.folded.id, 'goal')
  return { folded, isThere, outcome, output, quarter: isBelowGoal && (own === null || !hasKind(id, 'goal')) ? above.quarter : own }
}
