import { expect } from 'vitest'
import { parseCellName } from '../../../shared/changes/cell-name.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { conflictIdOf, isConflictChange } from '../../../shared/changes/conflict-records.ts'
import type { Conflict } from '../../../shared/changes/conflict.ts'
import { changesOf, recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { cellsOf, winnerOf } from '../../../shared/changes/folded-record.ts'
import { isKnown, type Knows } from '../../../shared/changes/knows.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { removeChanges } from '../../../shared/changes/remove-changes.ts'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { isFoldedField } from '../../../shared/share/old-history/folded-fields.ts'
import { nameOf, oraclePortrait, oracleWinner, writtenBy, type Written } from '../changes/oracle.ts'
import { portraitOf, stableText } from '../changes/portrait.ts'
import { firstChange, type Replica } from './share-replica.ts'

/** An edit, with all that whoever made it had seen by then. */
interface Made extends Written {
  readonly knew: ChangeSet
}

/** The books of a history, which the product never sees: every edit that anybody made, and whether it was acknowledged. */
export interface Books {
  made: readonly Made[]
  /** Everything that a computer ever held, by what it knew. */
  readonly states: Map<string, ChangeSet>
  /** Two computers wrote under one name, or one had forgotten what it wrote: then stamps don't tell any more who knew what. */
  isMuddled: boolean
  /** Was on a disk: has to be everywhere in the end. */
  readonly must: Map<string, Written>
  /** Was on a disk that is gone, and handed out or not: may be everywhere in the end. */
  readonly may: Map<string, Written>
  /** Was folded away on some computer: others may have it still. */
  readonly folded: Map<string, Written>
  /** Some computer folded history away at some time. */
  isFolded: boolean
}

export function createBooks(): Books {
  return { made: [], states: new Map(), isMuddled: false, must: new Map(writtenBy([firstChange]).map((cell) => [nameOf(cell), cell])), may: new Map(), folded: new Map(), isFolded: false }
}

export function enterEdits(books: Books, changes: readonly Change[], knew: ChangeSet): void {
  books.made = [...books.made, ...writtenBy(changes).map((cell) => ({ ...cell, knew }))]
}

/** What was typed and never reached the disk is as if it had never been. */
export function forgetEdits(books: Books, changes: readonly Change[]): void {
  const gone = new Set(changes.map(({ at }) => at))
  // where two write under one name, the stamps may be those of the other's edits too
  if (gone.size > 0 && !books.isMuddled) books.made = books.made.filter(({ at }) => !gone.has(at))
}

/** What a computer holds has changed. */
export function enterState(books: Books, set: ChangeSet): void {
  books.states.set(knowsText(set.knows), set)
}

/**
 * What has to hold whenever something is taken in: what is known afterwards is there, and the conflicts are those that the whole plan
 * of whoever put it would have raised, none of which was on record before.
 */
export function judgeReceived({ made, states, isMuddled, folded }: Books, { before, after, theirs, conflicts }: { readonly before: ChangeSet; readonly after: ChangeSet; readonly theirs: ChangeSet; readonly conflicts: readonly Conflict[] }): void {
  const ids = conflicts.map(conflictIdOf)
  // where two wrote under one name, a conflict may come with news while its edit, whose stamp is known, comes only with a plan file
  const again = conflicts.filter((conflict) => winnerOf(recordIn(before, conflictIdOf(conflict)), 'record') !== undefined && (!isMuddled || holds(before, { on: conflict.on, ...conflict.theirs })))
  expect(again.map(conflictIdOf), 'a conflict is found once').toEqual([])
  if (isMuddled) return
  const lacking = made.filter((entry) => isKnown({ knows: after.knows, stamp: entry.at }) && !holds(after, entry) && !folded.has(nameOf(entry)))
  expect(lacking.map(nameOf), 'what is known is there').toEqual([])
  const whole = states.get(knowsText(theirs.knows))
  if (whole !== undefined) expect(ids.toSorted(), 'the conflicts that the whole plan raises').toEqual(mergeChangeSets(before, whole).conflicts.map(conflictIdOf).toSorted())
}

/** Old history was folded away on some computer. */
export function enterFolded(books: Books, changes: readonly Change[]): void {
  if (changes.length > 0) books.isFolded = true
  for (const cell of writtenBy(changes)) books.folded.set(nameOf(cell), cell)
}

function knowsText(knows: Knows): string {
  return [...knows.values()].toSorted().join(' ')
}

export function acknowledge(books: Books, changes: readonly Change[]): void {
  for (const cell of writtenBy(changes)) books.must.set(nameOf(cell), cell)
}

/** A disk is lost, but for what others have of it. */
export function loseDisk(books: Books, others: readonly ChangeSet[]): void {
  const left = new Set(others.flatMap((set) => cellNames(set)))
  for (const [name, cell] of books.must) {
    if (left.has(name)) continue
    books.must.delete(name)
    books.may.set(name, cell)
  }
}

function cellNames(set: ChangeSet): readonly string[] {
  return writtenBy(changesOf(set)).map(nameOf)
}

/** What has to hold in the end: all are equal, nothing is missing, nothing is invented, and every conflict is one. */
export function judge(books: Books, replicas: readonly Replica[]): void {
  const [first] = replicas
  if (first === undefined) return
  // a disk that was put back, or never written, has again what was folded away
  const held = replicas.map((replica) => new Set(cellNames(replica.set())))
  for (const name of books.folded.keys()) if (held.every((names) => names.has(name))) books.folded.delete(name)
  const portrait = portraitOf(bare(books, first.set()))
  for (const replica of replicas) expect(portraitOf(bare(books, replica.set())), `${replica.name()} and ${first.name()} hold the same`).toBe(portrait)
  const all = [...changesOf(bare(books, first.set()))]
  const edits = writtenBy(all.filter((change) => !isConflictChange(change)))
  const names = new Set(edits.map(nameOf))
  const isBare = ({ on, field }: Written): boolean => books.isMuddled && books.isFolded && isFoldedField(on as RecordId, field) // it stood in a change
  const lost = [...books.must].filter(([name, cell]) => !names.has(name) && !books.folded.has(name) && !(isBare(cell) && nameOf(oracleWinner({ cells: [...books.must.values(), ...edits], ...cell }) ?? cell) !== name))
  expect(lost, 'nothing acknowledged is lost').toEqual([])
  expect([...names].filter((name) => !books.must.has(name) && !books.may.has(name)), 'nothing comes from nowhere').toEqual([])
  expect(portrait, 'the fold of every edit').toBe(oraclePortrait([...edits, ...writtenBy(all.filter((change) => isConflictChange(change)))]))
  const cells = [...edits, ...books.folded.values()]
  const counting = [...books.folded].filter(([name, { on, field }]) => books.must.has(name) && nameOf(oracleWinner({ cells, on, field }) ?? firstCell) === name)
  expect(counting, 'nothing that counts was folded away').toEqual([])
  for (const record of valuesOf(first.set().records)) if (winnerOf(record, 'record') !== undefined) expect(isTrue(books, record), `${record.id} is a conflict`).toBe(true)
}

const firstCell: Written = { on: '', field: '', at: '', value: null }

/**
 * What a computer holds, but for what was folded away on any. Where two wrote under one name besides, only what both hold is
 * told by marks as soon as history was folded away: an overwritten wording of the one may not reach the other.
 */
function bare({ folded, isFolded, isMuddled }: Books, set: ChangeSet): ChangeSet {
  if (!isFolded) return set
  const overwritten = isMuddled ? [...valuesOf(set.records)].flatMap(({ id, losers }) => losers.filter(({ field }) => isFoldedField(id, field)).map((cell) => ({ ...cell, on: id }))) : []
  const gone = [...overwritten, ...folded.values()].map(({ on, field, at, value }) => ({ at, on: on as RecordId, set: { [field]: value } })) // they stood in changes
  return removeChanges(set, gone).set
}

function isTrue({ made, folded }: Books, record: Parameters<typeof winnerOf>[0]): boolean {
  const [on, below] = [winnerOf(record, 'record')?.value, winnerOf(record, 'below')?.value]
  const [earlier, later] = ['earlier', 'later'].map((side) => {
    const text = winnerOf(record, side)?.value
    const cell = typeof text === 'string' ? parseCellName(text) : null
    return made.filter((entry) => (entry.on === on || entry.on === below) && entry.at === cell?.at && entry.field === cell.field)
  })
  // what was folded away is known all the same
  const knew = (one: Made, other: Made): boolean => holds(one.knew, other) || (folded.has(nameOf(other)) && isKnown({ knows: one.knew.knows, stamp: other.at }))
  return (earlier ?? []).some((one) => (later ?? []).some((other) => one !== other && !knew(one, other) && !knew(other, one)))
}

function holds(set: ChangeSet, { on, field, at, value }: Written): boolean {
  const record = recordIn(set, on as RecordId) // it stood in a change
  return record !== undefined && [...cellsOf(record)].some((cell) => cell.at === at && cell.field === field && (cell.value === value || stableText(cell.value) === stableText(value)))
}

/** How many cells share record, field and stamp with another: two computers wrote under one name. */
export function equalStampsIn(set: ChangeSet): number {
  const cells = writtenBy(changesOf(set)).map(({ on, field, at }) => `${on} ${field} ${at}`)
  return cells.length - new Set(cells).size
}
