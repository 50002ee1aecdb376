import { isSameValue } from '../changes/canonical.ts'
import type { Edit, Value } from '../changes/change.ts'
import { recordIn, uniteChangeSets, type ChangeSet } from '../changes/fold.ts'
import { winnerOf, type FoldedRecord } from '../changes/folded-record.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import type { Steps } from '../changes/steps.ts'
import { unsetOf } from '../changes/undo.ts'
import { isBookkeeping } from '../model/ids.ts'

/** How many records are compared between two pauses. */
const stepSize = 500

/**
 * What makes a plan read as it read at another time: edits of the plan with all that the other state holds. Records
 * made since are deleted; nothing is taken out of the history. What is known of computers, and which edits of two sides
 * have been looked at, stays as it is.
 * @param past the plan as it was, or as a copy of it has it
 */
export function* restoreInSteps({ now, past }: { readonly now: ChangeSet; readonly past: ChangeSet }): Steps<readonly Edit[]> {
  const { set } = uniteChangeSets(now, past)
  yield
  const edits: Edit[] = []
  let seen = 0
  for (const record of valuesOf(set.records)) {
    seen += 1
    if (seen % stepSize === 0) yield
    const fields = isBookkeeping(record.id) ? [] : fieldsToSet(record, recordIn(past, record.id))
    if (fields.length > 0) edits.push({ on: record.id, set: Object.fromEntries(fields) })
  }
  return edits
}

function fieldsToSet(record: FoldedRecord, past: FoldedRecord | undefined): readonly (readonly [string, Value])[] {
  // what it says beside that does no harm, and is there again when the restoring is undone
  if (past === undefined) return saidBy(record, 'deleted') === true ? [] : [['deleted', true]]
  return record.winners.flatMap(({ field }) => {
    const before = saidBy(past, field)
    return isSameValue(saidBy(record, field), before) ? [] : [[field, before] as const]
  })
}

function saidBy(record: FoldedRecord, field: string): Value {
  return winnerOf(record, field)?.value ?? unsetOf(field)
}
