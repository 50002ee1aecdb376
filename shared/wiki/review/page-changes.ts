import { isSameValue } from '../../changes/canonical.ts'
import type { Change, Edit, Fields, Value } from '../../changes/change.ts'
import { foldChanges, recordIn, type ChangeSet } from '../../changes/fold.ts'
import { cellsOf, type Cell, type FoldedRecord } from '../../changes/folded-record.ts'
import type { Stamp } from '../../changes/stamp.ts'
import type { RecordId } from '../../model/ids.ts'
import { splitField } from '../../model/record-spec.ts'
import { isPageStamp, laterStamp, pageStamp } from '../page/page-stamp.ts'

/** A copy of a goals page, and the plan it is read into. */
export interface PageCopy {
  /** What the page says: `planEdits(plan, …).page`. */
  readonly edits: readonly Edit[]
  /** `pageKey(plan)`: copies that say the same have the same. */
  readonly key: string
  /** `pageDate(page)`, in milliseconds since 1970. */
  readonly date: number
  /** How much later than the rest a note was written, where its id says nothing of its place among those of one day. */
  readonly sequence?: ReadonlyMap<RecordId, number> | undefined
  /** The plan, or an empty set where there is none yet. */
  readonly mine: ChangeSet
}

/**
 * What a copy of a page brings into a plan, to be merged like a file: of what it says only what the copies read
 * before didn't say. The same copy again brings nothing; into an empty plan it brings the same on every computer.
 */
export function pageChangeSet({ edits, key, date, sequence, mine }: PageCopy): ChangeSet {
  const at = pageStamp({ key, date, knows: mine.knows })
  return foldChanges(
    edits.flatMap(({ on, set }): readonly Change[] => {
      const said = saidBefore({ record: recordIn(mine, on), at })
      const news = Object.entries(withWithdrawn({ set, said })).filter(([field, value]) => !isSaid({ said, field, value }))
      return news.length === 0 ? [] : [{ at: laterStamp(at, sequence?.get(on) ?? 0), on, set: Object.fromEntries(news) }]
    }),
  )
}

/** What the page said of a record when it was read last, or with the copy that has this stamp: the cell of each field. */
export function saidBefore({ record, at }: { readonly record: FoldedRecord | undefined; readonly at: Stamp }): ReadonlyMap<string, Cell> {
  const said = new Map<string, Cell>()
  for (const cell of record === undefined ? [] : cellsOf(record)) {
    if (!isPageStamp(cell.at) || cell.at > at) continue
    const other = said.get(cell.field)
    if (other === undefined || other.at < cell.at) said.set(cell.field, cell)
  }
  return said
}

/** A page has no words for taking a team off a goal: the member is merely no longer there. */
function withWithdrawn({ set, said }: { readonly set: Fields; readonly said: ReadonlyMap<string, Cell> }): Fields {
  const withdrawn = [...said.values()].filter(({ field, value }) => value === true && splitField(field).member !== undefined && !Object.hasOwn(set, field))
  return withdrawn.length === 0 ? set : { ...set, ...Object.fromEntries(withdrawn.map(({ field }) => [field, false])) }
}

function isSaid({ said, field, value }: { readonly said: ReadonlyMap<string, Cell>; readonly field: string; readonly value: Value }): boolean {
  const cell = said.get(field)
  return cell !== undefined && isSameValue(cell.value, value)
}
