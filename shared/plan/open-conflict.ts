import { cellsNamed } from '../changes/cells-named.ts'
import { recordsAbove } from '../changes/buried.ts'
import { isDeletion } from '../changes/conflict.ts'
import { recordIn } from '../changes/fold.ts'
import { winnerOf, type Cell, type FoldedRecord } from '../changes/folded-record.ts'
import type { ConflictRecord } from '../model/conflict.ts'
import type { ConflictId, RecordId } from '../model/ids.ts'
import { isLive, recordOf, type PlanView } from './plan-view.ts'

/** Of the two edits of a conflict the one that was made first, or the other. */
export type ConflictSide = 'earlier' | 'later'

/** A conflict that nobody has kept or flipped yet. */
export interface OpenConflict {
  readonly id: ConflictId
  readonly on: RecordId
  /** The field it is about; `deleted` where one side deleted what the other worked on. */
  readonly field: string
  readonly earlier: Cell
  readonly later: Cell
  /** The record that was worked on, where one side deleted what stands above it. */
  readonly below?: RecordId | undefined
  /**
   * What nobody decides by itself: what the same two actions wrote besides, as the new place of a card that got a status,
   * and earlier work on what one side deleted.
   */
  readonly along: readonly OpenConflict[]
}

/** The conflicts of one record that wait, those that are decided as one joined. @param ids all conflicts about that record */
export function openConflictsOf(view: PlanView, ids: readonly ConflictId[]): readonly OpenConflict[] {
  return joinDeletions(joinPlaces(ids.flatMap((id) => openConflict(view, id))))
}

/** Whether one side deleted what the other worked on. */
export function isOverDeletion({ earlier, later, below }: Pick<OpenConflict, 'earlier' | 'later' | 'below'>): boolean {
  return earlier.field !== later.field || below !== undefined
}

function openConflict(view: PlanView, id: ConflictId): readonly OpenConflict[] {
  const record = recordOf(view, id)
  if (record === null || record.reviewed || record.record === null) return []
  const about = recordIn(view.set, record.record)
  const below = record.below === null ? undefined : recordIn(view.set, record.below)
  const open = about === undefined || (record.below !== null && (below === undefined || !isBuried(view, below.id, about.id))) ? null : conflictOf({ record, id, about, below })
  return open !== null && (open.field === 'deleted' || isLive(view, open.on)) ? [open] : []
}

/** Whether a record is out of sight since another one, above it, is deleted: it may have been moved away or deleted itself since, or the other be back. */
function isBuried(view: PlanView, id: RecordId, above: RecordId): boolean {
  const isDeleted = (each: RecordId): boolean => winnerOf(recordIn(view.set, each), 'deleted')?.value === true
  return isDeleted(above) && !isDeleted(id) && recordsAbove(view.set, id).includes(above)
}

interface Made {
  readonly about: FoldedRecord
  readonly below: FoldedRecord | undefined
  readonly open: OpenConflict | null
}

const made = new WeakMap<ConflictRecord, Made>()

/** The same conflict for as long as nothing was written to it and to what it is about: an edit elsewhere costs nothing. */
function conflictOf({ record, id, about, below }: Omit<Made, 'open'> & { readonly record: ConflictRecord; readonly id: ConflictId }): OpenConflict | null {
  const present = made.get(record)
  if (present?.about === about && present.below === below) return present.open
  const cells = cellsOfConflict(record, about, below)
  const field = cells === null || (below === undefined && cells.earlier.field === cells.later.field) ? cells?.earlier.field : 'deleted'
  const open = cells === null || field === undefined ? null : { id, on: about.id, field, ...cells, ...(below === undefined ? {} : { below: below.id }), along: [] }
  made.set(record, { about, below, open })
  return open
}

/** Who moves a card into another column writes its status and its place: that is one thing to decide, not two. */
function joinPlaces(own: readonly OpenConflict[]): readonly OpenConflict[] {
  const places = own.filter(isPlace)
  if (places.length === 0) return own
  const joined = new Set<OpenConflict>()
  const leads = own.map((each) => {
    if (isPlace(each) || each.field === 'deleted') return each
    const along = places.filter((place) => !joined.has(place) && place.earlier.at === each.earlier.at && place.later.at === each.later.at)
    for (const place of along) joined.add(place)
    return along.length === 0 ? each : { ...each, along }
  })
  return leads.filter((each) => !joined.has(each))
}

/** A record comes back or stays deleted as a whole, however often it was worked on: the last work on it stands for all. */
function joinDeletions(own: readonly OpenConflict[]): readonly OpenConflict[] {
  const over = own.filter(isOverDeletion)
  if (over.length < 2) return own
  const byDeletion = Map.groupBy(over, (each) => deletionAndWork(each).deletion.at)
  const leads = [...byDeletion.values()].flatMap((all) => {
    const [lead, ...along] = all.toSorted((a, b) => (deletionAndWork(a).work.at < deletionAndWork(b).work.at ? 1 : -1))
    return lead === undefined ? [] : [along.length === 0 ? lead : { ...lead, along: [...lead.along, ...along] }]
  })
  return [...own.filter((each) => !isOverDeletion(each)), ...leads]
}

/** Of a deletion and the work of another the two, whichever was first. */
export function deletionAndWork({ earlier, later }: Pick<OpenConflict, 'earlier' | 'later'>): { readonly deletion: Cell; readonly work: Cell } {
  return isDeletion(earlier) ? { deletion: earlier, work: later } : { deletion: later, work: earlier }
}

function isPlace({ field }: OpenConflict): boolean {
  return field === 'order'
}

/** The two cells by their names; null where one isn't there (any more): a merge that brought it was taken back. */
function cellsOfConflict({ earlier, later }: ConflictRecord, about: FoldedRecord, below: FoldedRecord | undefined): { readonly earlier: Cell; readonly later: Cell } | null {
  const named = (name: string): readonly Cell[] => [about, below].map((record) => (record === undefined ? [] : cellsNamed(record, name))).find(({ length }) => length > 0) ?? []
  const [first] = named(earlier)
  const last = named(later).at(-1)
  return first === undefined || last === undefined || first === last ? null : { earlier: first, later: last }
}
