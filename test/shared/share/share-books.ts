import { expect } from 'vitest'
import { parseCellName } from '../../../shared/changes/cell-name.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { conflictIdOf, isConflictChange } from '../../../shared/changes/conflict-records.ts'
import type { Conflict } from '../../../shared/changes/conflict.ts'
import { changesOf, recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { cellsOf, winnerOf } from '../../../shared/changes/folded-record.ts'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { nameOf, oraclePortrait, writtenBy, type Written } from '../changes/oracle.ts'
import { portraitOf, stableText } from '../changes/portrait.ts'
import { firstChange, type Replica } from './share-replica.ts'

/** An edit, with all that whoever made it had seen by then. */
interface Made extends Written {
  readonly knew: ChangeSet
}

/** The books of a history, which the product never sees: every edit that anybody made, and whether it was acknowledged. */
export interface Books {
  readonly made: Made[]
  /** Was on a disk: has to be everywhere in the end. */
  readonly must: Map<string, Written>
  /** Was on a disk that is gone, and handed out or not: may be everywhere in the end. */
  readonly may: Map<string, Written>
}

export function createBooks(): Books {
  return { made: [], must: new Map(writtenBy([firstChange]).map((cell) => [nameOf(cell), cell])), may: new Map() }
}

export function enterEdits(books: Books, changes: readonly Change[], knew: ChangeSet): void {
  for (const cell of writtenBy(changes)) books.made.push({ ...cell, knew })
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
  const portrait = portraitOf(first.set())
  for (const replica of replicas) expect(portraitOf(replica.set()), `${replica.name()} and ${first.name()} hold the same`).toBe(portrait)
  const all = [...changesOf(first.set())]
  const edits = writtenBy(all.filter((change) => !isConflictChange(change)))
  const names = new Set(edits.map(nameOf))
  expect([...books.must.keys()].filter((name) => !names.has(name)), 'nothing acknowledged is lost').toEqual([])
  expect([...names].filter((name) => !books.must.has(name) && !books.may.has(name)), 'nothing comes from nowhere').toEqual([])
  expect(portrait, 'the fold of every edit').toBe(oraclePortrait([...edits, ...writtenBy(all.filter((change) => isConflictChange(change)))]))
  for (const record of valuesOf(first.set().records)) if (winnerOf(record, 'record') !== undefined) expect(isTrue(books, record), `${record.id} is a conflict`).toBe(true)
}

function isTrue({ made }: Books, record: Parameters<typeof winnerOf>[0]): boolean {
  const on = winnerOf(record, 'record')?.value
  const [earlier, later] = ['earlier', 'later'].map((side) => {
    const cell = parseCellName(String(winnerOf(record, side)?.value))
    return made.filter((entry) => entry.on === on && entry.at === cell?.at && entry.field === cell.field)
  })
  return (earlier ?? []).some((one) => (later ?? []).some((other) => one !== other && !knew(one, other) && !knew(other, one)))
}

function knew({ knew: set }: Made, { on, field, at, value }: Made): boolean {
  const record = recordIn(set, on as RecordId) // it stood in a change
  return record !== undefined && [...cellsOf(record)].some((cell) => cell.field === field && cell.at === at && stableText(cell.value) === stableText(value))
}

/** The conflicts of a merge that are on record already: asked twice. */
export function askedAgain(before: ChangeSet, conflicts: readonly Conflict[]): readonly string[] {
  return conflicts.map(conflictIdOf).filter((id) => winnerOf(recordIn(before, id), 'record') !== undefined)
}
