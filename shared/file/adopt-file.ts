import { isSameValue } from '../changes/canonical.ts'
import type { Change, Edit, Value } from '../changes/change.ts'
import { foldInSteps } from '../changes/fold-in-steps.ts'
import { isConflictChange } from '../changes/conflict-records.ts'
import { addChanges, changesOfRecord, recordIn, uniteChangeSets, type ChangeSet } from '../changes/fold.ts'
import { winnerOf, type FoldedRecord } from '../changes/folded-record.ts'
import { isKnown, learn } from '../changes/knows.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import { latestReplaced } from '../changes/stamp-edits.ts'
import { createClock, tick, writerOf } from '../changes/stamp.ts'
import { finish, type Steps } from '../changes/steps.ts'
import { unsetOf } from '../changes/undo.ts'
import { fileWriter, isFileWriter } from '../changes/writer.ts'
import { idOf, isBookkeeping, type RecordId } from '../model/ids.ts'
import { placedCells } from './placed-cells.ts'
import type { ByHand, PlanFile } from './read-plan-file.ts'

export interface AdoptFile {
  readonly file: PlanFile
  /** What the file is called: to it the edits are attributed. */
  readonly name: string
  /** The plan as it is here; empty where it is new. */
  readonly mine: ChangeSet
  /** Milliseconds since 1970, by this computer's clock. */
  readonly now: number
}

/**
 * The changes to merge of a file: of one that is as it was written, those in it.
 *
 * In one changed by hand, or made by a script, stamps can't be believed where they are known here with another
 * value, so what such a line says is an edit, made by the file itself and stamped now. Its stamps that aren't known
 * here are taken as they stand: they are the news of a colleague, whose own file will say the same.
 */
export function adoptFile(adoption: AdoptFile): ChangeSet {
  return finish(adoptInSteps(adoption))
}

/** How many records are looked through between two pauses. */
const stepSize = 200

/** The same in steps of a few milliseconds. */
export function* adoptInSteps({ file, name, mine, now }: AdoptFile): Steps<ChangeSet> {
  const { byHand } = file
  if (byHand === null) return file.set
  const news = yield* partInSteps(file.set, (change) => !isKnown({ knows: mine.knows, stamp: change.at }) || isConflictChange(change))
  yield
  const both = uniteChangeSets(mine, news).set
  const edits = yield* handEdits({ byHand, seen: yield* seenBy({ file, byHand, mine, news }), both })
  const knows = learn(news.knows, [...(byHand.knows ?? mine.knows).values()].filter((stamp) => isKnown({ knows: mine.knows, stamp })))
  if (edits.length === 0) return { ...news, knows }
  const writer = fileWriter(byHand.key)
  const { stamp } = tick({ clock: createClock(writer), now, after: latestReplaced(both, edits) })
  const called = { on: idOf('replica', byHand.key), set: { name: name.slice(0, 200).toWellFormed() } }
  return addChanges({ ...news, knows }, [...edits, called].map((edit) => ({ at: stamp, ...edit }))).set
}

/** Those changes of a set of which something holds. */
function* partInSteps(set: ChangeSet, isPart: (change: Change) => boolean): Steps<ChangeSet> {
  const changes: Change[] = []
  let done = 0
  for (const record of valuesOf(set.records)) {
    if (done % stepSize === 0) yield
    done += 1
    for (const change of changesOfRecord(record)) if (isPart(change)) changes.push(change)
  }
  return yield* foldInSteps(changes)
}

/** What the file would hold if nobody had touched it, or what it was taken for when it was opened before; of a script's, what scripts have said so far. */
function* seenBy({ file, byHand, mine, news }: { readonly file: PlanFile; readonly byHand: ByHand; readonly mine: ChangeSet; readonly news: ChangeSet }): Steps<ChangeSet> {
  const writer = fileWriter(byHand.key)
  // a stamp that stands in the file is one it knows, whatever it says of itself
  const knows = learn(byHand.knows ?? new Map(), file.set.knows.values())
  const known = yield* partInSteps(mine, ({ at }) => writerOf(at) === writer || (byHand.isMade && isFileWriter(writerOf(at))) || isKnown({ knows, stamp: at }))
  yield
  return uniteChangeSets(news, known).set
}

/** What differs from what the file would say, and isn't what the plan says anyway. */
function* handEdits({ byHand, seen, both }: { readonly byHand: ByHand; readonly seen: ChangeSet; readonly both: ChangeSet }): Steps<readonly Edit[]> {
  // a file that doesn't say what it knows may hold a part: what it leaves out stays
  const isWhole = byHand.knows !== null
  const stated = new Map(byHand.stated.map(({ on, set }) => [on, set]))
  const edits: Edit[] = []
  let done = 0
  for (const [on, set] of stated) {
    if (done % stepSize === 0) yield
    done += 1
    edits.push(...newIn(both, { on, set: differences({ set, record: recordIn(seen, on), isWhole }) }))
  }
  if (!isWhole) return edits
  for (const record of valuesOf(seen.records)) {
    if (done % stepSize === 0) yield
    done += 1
    if (isMissing(record, stated)) edits.push(...newIn(both, { on: record.id, set: { deleted: true } }))
  }
  return edits
}

/** The edit without what the plan says anyway; none where nothing is left of it. */
function newIn(both: ChangeSet, { on, set }: Edit): readonly Edit[] {
  const record = recordIn(both, on)
  const fields = Object.entries(set).filter(([field, value]) => !isSameValue(winnerOf(record, field)?.value ?? unsetOf(field), value ?? unsetOf(field)))
  return fields.length === 0 ? [] : [{ on, set: Object.fromEntries(fields) }]
}

function differences({ set, record, isWhole }: { readonly set: Edit['set']; readonly record: FoldedRecord | undefined; readonly isWhole: boolean }): Edit['set'] {
  const expected = new Map(record === undefined ? [] : placedCells(record).map(({ field, value }) => [field, value]))
  const changed = Object.entries(set).filter(([field, value]) => !isSameValue(expected.get(field), value))
  const removed = (isWhole ? [...expected.keys()] : []).filter((field) => !Object.hasOwn(set, field)).map((field): readonly [string, Value] => [field, unsetOf(field)])
  return Object.fromEntries([...changed, ...removed])
}

/** A line that somebody took out: the record is meant to go. */
function isMissing(record: FoldedRecord, stated: ReadonlyMap<RecordId, Edit['set']>): boolean {
  return !isBookkeeping(record.id) && !stated.has(record.id) && winnerOf(record, 'deleted')?.value !== true && placedCells(record).length > 0
}
