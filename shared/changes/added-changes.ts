import type { RecordId } from '../model/ids.ts'
import type { Change } from './change.ts'
import { changesOfRecord, recordIn, type ChangeSet } from './fold.ts'
import { cellsOf, removeCells } from './folded-record.ts'

/** The changes of a set that were not there before: what a merge brought. */
export function addedChanges({ before, after, touched }: { readonly before: ChangeSet; readonly after: ChangeSet; readonly touched: Iterable<RecordId> }): readonly Change[] {
  return [...touched].flatMap((on) => {
    const record = recordIn(after, on)
    const old = recordIn(before, on)
    const added = record === undefined || old === undefined ? record : removeCells(record, [...cellsOf(old)])
    return added === undefined ? [] : changesOfRecord(added)
  })
}
