import { isBookkeeping, type RecordId } from '../model/ids.ts'
import { isSameValue } from './canonical.ts'
import { recordIn, type ChangeSet } from './fold.ts'
import { cellsMissingIn, cellsOf, type Cell, type FoldedRecord } from './folded-record.ts'
import { isKnown, type Knows } from './knows.ts'

/**
 * Two edits, each made without knowing of the other; which of them counts is decided already, by stamp.
 * As a rule both set `field`. Where one side deleted a record that the other was working on, `field` is
 * `deleted`, and the side that didn't delete shows its latest edit, of whichever field.
 */
export interface Conflict {
  readonly on: RecordId
  readonly field: string
  readonly mine: Cell
  readonly theirs: Cell
  /** The record that was worked on, where it isn't the deleted one itself but stands below it (`buried.ts`). */
  readonly below?: RecordId | undefined
}

/** The conflicts about one record between what two computers hold, before they are merged. */
export function findConflicts({ mine, theirs, on }: { readonly mine: ChangeSet; readonly theirs: ChangeSet; readonly on: RecordId }): readonly Conflict[] {
  // a computer's name is written by that computer, or by people who mean the same; a conflict is looked at or not
  if (isBookkeeping(on)) return []
  const twins = clashOverStamps({ on, mine: recordIn(mine, on), theirs: recordIn(theirs, on) })
  const myNews = unknownTo(theirs.knows, recordIn(mine, on))
  const theirNews = unknownTo(mine.knows, recordIn(theirs, on))
  const clashes = theirNews.flatMap((their) => {
    const my = myNews.find((cell) => cell.field === their.field)
    return my === undefined || isSameValue(my.value, their.value) ? [] : [{ on, field: their.field, mine: my, theirs: their }]
  })
  return [...twins, ...clashes, ...(clashes.some(({ field }) => field === 'deleted') ? [] : clashOverDeletion({ on, myNews, theirNews }))]
}

/** What counts in a record and is news to the other side. */
export function unknownTo(knows: Knows, record: FoldedRecord | undefined): readonly Cell[] {
  return record?.winners.filter((cell) => !isKnown({ knows, stamp: cell.at })) ?? []
}

/**
 * Other values under the same stamps: a copied profile, whose two computers write under one name, so that what
 * is known can't tell who knew what. Both stay; each pair is told once, by the side that lacks the other's.
 */
function clashOverStamps({ on, mine, theirs }: { readonly on: RecordId; readonly mine: FoldedRecord | undefined; readonly theirs: FoldedRecord | undefined }): readonly Conflict[] {
  if (mine === undefined || theirs === undefined || mine === theirs) return []
  return cellsMissingIn(mine.winners, theirs.winners).flatMap((their) => {
    const under = [...cellsOf(mine)].filter((my) => my.field === their.field && my.at === their.at)
    const [my] = under
    return my === undefined || under.some((cell) => isSameValue(cell.value, their.value)) ? [] : [{ on, field: their.field, mine: my, theirs: their }]
  })
}

function clashOverDeletion({ on, myNews, theirNews }: { readonly on: RecordId; readonly myNews: readonly Cell[]; readonly theirNews: readonly Cell[] }): readonly Conflict[] {
  const [mine, theirs] = [myNews.find(isDeletion) ?? latestOf(myNews), theirNews.find(isDeletion) ?? latestOf(theirNews)]
  if (mine === undefined || theirs === undefined || isDeletion(mine) === isDeletion(theirs)) return []
  return [{ on, field: 'deleted', mine, theirs }]
}

export function isDeletion(cell: Cell): boolean {
  return cell.field === 'deleted' && cell.value === true
}

export function latestOf(cells: readonly Cell[]): Cell | undefined {
  return cells.reduce<Cell | undefined>((latest, cell) => (latest === undefined || latest.at < cell.at ? cell : latest), undefined)
}
