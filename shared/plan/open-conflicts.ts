import { isSameValue } from '../changes/canonical.ts'
import { parseCellName, type CellName } from '../changes/cell-name.ts'
import type { Edit, Value } from '../changes/change.ts'
import { recordIn } from '../changes/fold.ts'
import { cellsOf, winnerOf, type Cell, type FoldedRecord } from '../changes/folded-record.ts'
import { unsetOf } from '../changes/undo.ts'
import type { ConflictRecord } from '../model/conflict.ts'
import { hasKind, type ConflictId, type GoalId, type RecordId } from '../model/ids.ts'
import { conflictsByRecord, conflictUpdate, type ConflictsByRecord } from './conflict-update.ts'
import { isLive, recordOf, type PlanView } from './plan-view.ts'
import { comparePlaces, placesIn } from './record-places.ts'

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
  /**
   * What nobody decides by itself: what the same two actions wrote besides, as the new place of a card that got a status,
   * and earlier work on what one side deleted.
   */
  readonly along: readonly OpenConflict[]
}

/** The conflicts of a view, and those of them that wait. */
interface Found {
  readonly ids: ConflictsByRecord
  readonly byRecord: ReadonlyMap<RecordId, readonly OpenConflict[]>
  readonly open: readonly OpenConflict[]
}

const known = new WeakMap<PlanView, Found>()
// kept up from the view that was asked about last, so that an edit costs the same with one conflict and with ten thousand
let last: WeakRef<PlanView> | undefined

/** The conflicts that wait to be looked at, in an order of no meaning: whoever counts them needs none. The same list where they are the same. */
export function openConflicts(view: PlanView): readonly OpenConflict[] {
  const present = known.get(view)
  if (present !== undefined) return present.open
  const found = follow(view) ?? findAll(view)
  known.set(view, found)
  last = new WeakRef(view)
  return found.open
}

function findAll(view: PlanView): Found {
  const ids = conflictsByRecord(view)
  return foundIn(ids, new Map([...ids].map(([on, own]) => [on, openOf(view, own)])))
}

/** What is found by looking again only at what differs from the last view; null where everything is to be looked at. */
function follow(view: PlanView): Found | null {
  const before = last?.deref()
  const found = before === undefined ? undefined : known.get(before)
  const update = before === undefined || found === undefined ? null : conflictUpdate({ before, view, ids: found.ids })
  if (update === null || found === undefined) return null
  if (update.touched.size === 0) return found
  const byRecord = new Map(found.byRecord)
  for (const on of update.touched) byRecord.set(on, openOf(view, update.ids.get(on) ?? []))
  return foundIn(update.ids, byRecord)
}

function foundIn(ids: ConflictsByRecord, byRecord: Found['byRecord']): Found {
  return { ids, byRecord, open: [...byRecord.values()].flat() }
}

function openOf(view: PlanView, ids: readonly ConflictId[]): readonly OpenConflict[] {
  return joinDeletions(joinPlaces(ids.flatMap((id) => openConflict(view, id))))
}

const inOrder = new WeakMap<PlanView, readonly OpenConflict[]>()

/** The conflicts that wait to be looked at, in the order of the plan. */
export function openConflictsInOrder(view: PlanView): readonly OpenConflict[] {
  const present = inOrder.get(view)
  if (present !== undefined) return present
  const places = placesIn(view)
  const sorted = openConflicts(view).toSorted((a, b) => comparePlaces(places, a.on, b.on) || (a.id < b.id ? -1 : 1))
  inOrder.set(view, sorted)
  return sorted
}

const counted = new WeakMap<readonly OpenConflict[], ReadonlyMap<GoalId, number>>()

/** How many conflicts wait for each goal, those of its notes included. */
export function openConflictsByGoal(view: PlanView): ReadonlyMap<GoalId, number> {
  const open = openConflicts(view)
  const present = counted.get(open)
  if (present !== undefined) return present
  const counts = new Map<GoalId, number>()
  for (const { on } of open) {
    const goal = hasKind(on, 'note') ? (recordOf(view, on)?.about ?? null) : on
    if (hasKind(goal, 'goal')) counts.set(goal, (counts.get(goal) ?? 0) + 1)
  }
  counted.set(open, counts)
  return counts
}

/** Whether one side deleted what the other worked on. */
export function isOverDeletion({ earlier, later }: Pick<OpenConflict, 'earlier' | 'later'>): boolean {
  return earlier.field !== later.field
}

/** Which of the two counts, also where it was written anew, as undo does; null where something else was written since. */
export function countingSide(view: PlanView, { on, field, earlier, later }: OpenConflict): ConflictSide | null {
  const winner = winnerOf(recordIn(view.set, on), field)
  const isWinner = (cell: Cell): boolean => winner?.field === cell.field && isSameValue(winner.value ?? unsetOf(field), cell.value ?? unsetOf(field))
  if (field === 'deleted' && earlier.field !== later.field) {
    // the side that worked on counts as long as the record is there
    const isDeleted = winner?.value === true
    return isDeleted === (earlier.field === 'deleted') ? 'earlier' : 'later'
  }
  return isWinner(later) ? 'later' : isWinner(earlier) ? 'earlier' : null
}

/** Keeps what counts: the conflict has been looked at. */
export function keepConflict({ id, along }: OpenConflict): readonly Edit[] {
  return [{ on: id, set: { reviewed: true } }, ...along.flatMap(keepConflict)]
}

/** Lets one side count, by a new change where it doesn't count already. */
export function settleConflict({ view, conflict, side }: { readonly view: PlanView; readonly conflict: OpenConflict; readonly side: ConflictSide }): readonly Edit[] {
  // what goes along is let count by the same change; of one field the conflict says what counts
  const own = [conflict, ...conflict.along.filter(({ field }) => field !== conflict.field)]
  const set = Object.fromEntries(own.filter((each) => countingSide(view, each) !== side).map((each) => [each.field, valueOfSide(each, side)]))
  return [...(Object.keys(set).length === 0 ? [] : [{ on: conflict.on, set }]), ...keepConflict(conflict)]
}

function valueOfSide({ field, ...cells }: OpenConflict, side: ConflictSide): Value {
  const cell = cells[side]
  const value = cell.field === field ? cell.value : false // deletion against work: the work stands where nothing is deleted
  return value ?? unsetOf(field)
}

/** The marks that an edit settles the conflicts it decides by itself: who writes a field anew has seen what it said. */
export function settledBy(view: PlanView, edits: readonly Edit[]): readonly Edit[] {
  const open = openConflicts(view)
  if (open.length === 0) return []
  // looked up and not looked for: all conflicts that wait may be kept by one action
  const byRecord = Map.groupBy(edits, ({ on }) => on)
  const isWritten = ({ on, field, id }: OpenConflict): boolean => !byRecord.has(id) && (byRecord.get(on)?.some(({ set }) => Object.hasOwn(set, field)) ?? false)
  return open.filter(isWritten).flatMap(keepConflict)
}

function openConflict(view: PlanView, id: ConflictId): readonly OpenConflict[] {
  const record = recordOf(view, id)
  if (record === null || record.reviewed || record.record === null) return []
  const about = recordIn(view.set, record.record)
  const open = about === undefined ? null : conflictOf({ record, id, about })
  return open !== null && (open.field === 'deleted' || isLive(view, open.on)) ? [open] : []
}

const made = new WeakMap<ConflictRecord, { readonly about: FoldedRecord; readonly open: OpenConflict | null }>()

/** The same conflict for as long as nothing was written to it and to what it is about: an edit elsewhere costs nothing. */
function conflictOf({ record, id, about }: { readonly record: ConflictRecord; readonly id: ConflictId; readonly about: FoldedRecord }): OpenConflict | null {
  const present = made.get(record)
  if (present?.about === about) return present.open
  const cells = cellsOfConflict(record, about)
  const field = cells === null || cells.earlier.field === cells.later.field ? cells?.earlier.field : 'deleted'
  const open = cells === null || field === undefined ? null : { id, on: about.id, field, ...cells, along: [] }
  made.set(record, { about, open })
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

function deletionAndWork({ earlier, later }: OpenConflict): { readonly deletion: Cell; readonly work: Cell } {
  return earlier.field === 'deleted' ? { deletion: earlier, work: later } : { deletion: later, work: earlier }
}

function isPlace({ field }: OpenConflict): boolean {
  return field === 'order'
}

/** The two cells by their names; null where one isn't there (any more): a merge that brought it was taken back. */
function cellsOfConflict({ earlier, later }: ConflictRecord, about: FoldedRecord): { readonly earlier: Cell; readonly later: Cell } | null {
  const [a, b] = [parseCellName(earlier), parseCellName(later)]
  if (a === null || b === null) return null
  const [first] = cellsNamed(about, a)
  const last = cellsNamed(about, b).at(-1)
  return first === undefined || last === undefined || first === last ? null : { earlier: first, later: last }
}

/** As a rule one; two under one stamp (a copied profile), the one that lost first. */
function cellsNamed(record: FoldedRecord, { at, field }: CellName): readonly Cell[] {
  return [...cellsOf(record)].filter((cell) => cell.at === at && cell.field === field).toSorted((a, b) => Number(record.winners.includes(a)) - Number(record.winners.includes(b)))
}
