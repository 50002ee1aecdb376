import { isSameValue } from '../changes/canonical.ts'
import type { Change, Edit } from '../changes/change.ts'
import { isConflictChange } from '../changes/conflict-records.ts'
import { changesOf, recordIn, type ChangeSet } from '../changes/fold.ts'
import { cellsOf, firstStamp, winnerOf, type Cell, type FoldedRecord } from '../changes/folded-record.ts'
import { isKnown, learn } from '../changes/knows.ts'
import { removeChanges } from '../changes/remove-changes.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import { writerOf, type Stamp } from '../changes/stamp.ts'
import { unsetOf } from '../changes/undo.ts'
import { isPageWriter } from '../changes/writer.ts'
import { isBookkeeping, type RecordId } from '../model/ids.ts'
import { changedBack } from './changed-back.ts'
import type { MergeState } from './merge-state.ts'
import { hasBrought, otherMerges, setBackMerges, withdrawnMerges, type OtherMerge } from './other-merges.ts'
import { statedParents } from './plan-view.ts'
import { conflictsWithout, hiddenConflicts } from './reopened-conflicts.ts'

/** A merge taken back as if its file had never come. */
export interface Withdrawal {
  /** What comes out of the set. */
  readonly without: readonly Change[]
  /**
   * Records that came with the file and stay, since people have worked on them since, or put something below: an edit of
   * something that isn't there any more could not be seen.
   */
  readonly staying: ReadonlySet<RecordId>
  /** What keeps them whole, under new stamps. */
  readonly adopted: readonly Edit[]
  /** What sets fields back that people have changed and changed back since (`changed-back.ts`). */
  readonly changedBack: readonly Edit[]
  /** The conflicts that come to light, which the merge hid. */
  readonly reopened: readonly Change[]
}

/**
 * What doing a merge again brings: what went with it, and what it had brought and other files have kept until now. It
 * counts for that again, also when those are taken back. What a page said stays as it is: it may have been read here too.
 */
export function againOf({ brought, without }: { readonly brought: readonly Change[]; readonly without: readonly Change[] }): readonly Change[] {
  return [...new Set([...brought.filter(({ at }) => !isPageWriter(writerOf(at))), ...without])]
}

/** A merge that is to be taken back. */
export interface MergeToTakeBack {
  readonly set: ChangeSet
  /** What the merge brought (`addedChanges`). */
  readonly added: readonly Change[]
  /** What was known here before it. A record of then may have got an earlier beginning: two people may have opened one script's file. */
  readonly before?: readonly Stamp[]
  /** This computer, of whose own edits some may only have changed back what the merge had brought. */
  readonly replica: string
  /** Other merges that were set back by new changes. */
  readonly setBack?: readonly OtherMerge[]
}

/**
 * Takes a merge out of the set. What another file has brought too stays, and so does every edit made since.
 * @param others the other merges that count, in their order: a file holds all it knows of
 * @param withdrawn those that were taken out before
 */
export function withdrawMerge({ set, added, before = [], replica, setBack = [], others, withdrawn = [] }: MergeToTakeBack & { readonly others: readonly OtherMerge[]; readonly withdrawn?: readonly OtherMerge[] }): Withdrawal {
  const edits = added.filter((change) => !isConflictChange(change) && !others.some(({ knows }) => isKnown({ knows, stamp: change.at })))
  const without = [...edits, ...conflictsWithout({ set, left: removeChanges(set, edits).set })]
  const left = removeChanges(set, without).set
  const staying = headless({ set, left, without, before })
  const adopted = [...staying].flatMap((on) => adopt({ whole: recordIn(set, on), left: recordIn(left, on) }))
  return { without, staying, adopted, changedBack: changedBack({ left, without, before, replica, staying, setBack }), reopened: hiddenConflicts({ left, added, others, withdrawn }) }
}

/** How a merge of this plan, of which no file has left since, is taken out of it. @param merges all of the plan, the newest first */
export function withdrawalOf({ set, brought, merge, merges, replica }: Pick<MergeToTakeBack, 'set' | 'replica'> & { readonly brought: readonly Change[]; readonly merge: MergeState; readonly merges: readonly MergeState[] }): Withdrawal {
  const others = otherMerges({ merges, id: merge.id })
  const withdrawn = withdrawnMerges(merges)
  const left = leftovers({ set, knows: merge.knows, withdrawn, others })
  return withdrawMerge({ set, added: [...brought, ...left], before: merge.before, replica, setBack: setBackMerges({ merges, id: merge.id }), others, withdrawn })
}

/**
 * What a merge's file held, and other merges had brought that were taken back since: it stayed because of this file
 * alone, and goes with it.
 */
function leftovers({ set, knows, withdrawn, others }: { readonly set: ChangeSet; readonly knows: readonly Stamp[]; readonly withdrawn: readonly OtherMerge[]; readonly others: readonly OtherMerge[] }): readonly Change[] {
  if (withdrawn.length === 0) return []
  const held = learn(new Map(), knows)
  const isLeftOver = ({ at: stamp }: Change): boolean =>
    isKnown({ knows: held, stamp }) && !isPageWriter(writerOf(stamp)) && withdrawn.some((merge) => hasBrought(merge, stamp)) && !others.some((merge) => isKnown({ knows: merge.knows, stamp }))
  return [...changesOf(set)].filter(isLeftOver)
}

/**
 * The edits that set back, by new changes, what a merge changed: for when a file that holds it has left this
 * computer. What was written since stays, and so does what came with the file and was worked on since.
 */
export function revertMerge({ set, added, before = [], replica, setBack = [] }: MergeToTakeBack): readonly Edit[] {
  const without = removeChanges(set, added).set
  const staying = headless({ set, left: without, without: added, before })
  const back = new Map(changedBack({ left: without, without: added, before, replica, staying, setBack }).map((edit) => [edit.on, edit.set]))
  return recordsOf(added).flatMap((on): readonly Edit[] => {
    const [now, left] = [recordIn(set, on), recordIn(without, on)]
    if (now === undefined || now === left || staying.has(on)) return []
    if (left === undefined) return winnerOf(now, 'deleted')?.value === true ? [] : [{ on, set: { deleted: true } }]
    return editOf(on, [...now.winners.filter((cell) => !isIn(left, cell)).map(({ field }) => [field, winnerOf(left, field)?.value ?? unsetOf(field)] as const), ...Object.entries(back.get(on) ?? {})])
  })
}

/** What came with a merge and stays when it is set back: it was worked on since, or something was put below it. */
export function stayingOf({ set, added, before = [] }: Omit<MergeToTakeBack, 'replica' | 'setBack'>): ReadonlySet<RecordId> {
  return headless({ set, left: removeChanges(set, added).set, without: added, before })
}

/** The records that would be left without their beginning, or below which something is left, with all above them. */
function headless({ set, left, without, before }: { readonly set: ChangeSet; readonly left: ChangeSet; readonly without: readonly Change[]; readonly before: readonly Stamp[] }): ReadonlySet<RecordId> {
  const knows = learn(new Map(), before)
  const isOld = ({ at }: Cell): boolean => isKnown({ knows, stamp: at })
  const touched = new Set(recordsOf(without))
  const waiting: RecordId[] = [...touched].filter((id) => recordIn(left, id) !== undefined)
  // what stood below it before had nothing above it then either
  for (const record of valuesOf(left.records)) for (const parent of statedParents(record)) if (record.winners.some((cell) => cell.value === parent && !isOld(cell))) waiting.push(parent)
  const found = new Set<RecordId>()
  // one after the other and not call by call: a file may nest goals further down than calls nest
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const whole = recordIn(set, id)
    if (whole === undefined || found.has(id) || !touched.has(id) || !hasLostBeginning({ whole, left: recordIn(left, id), isOld })) continue
    found.add(id)
    waiting.push(...statedParents(whole))
  }
  return found
}

/** Writes anew what the record would no longer say. */
function adopt({ whole, left }: { readonly whole: FoldedRecord | undefined; readonly left: FoldedRecord | undefined }): readonly Edit[] {
  if (whole === undefined) return []
  return editOf(whole.id, whole.winners.filter((cell) => left === undefined || !isIn(left, cell)).map(({ field, value }) => [field, value] as const))
}

function editOf(on: RecordId, fields: readonly (readonly [string, Edit['set'][string]])[]): readonly Edit[] {
  return fields.length === 0 ? [] : [{ on, set: Object.fromEntries(fields) }]
}

/** The names of computers and the conflicts that were found stand for themselves, and nobody works on them. */
function recordsOf(changes: readonly Change[]): readonly RecordId[] {
  return [...new Set(changes.map(({ on }) => on))].filter((on) => !isBookkeeping(on))
}

function isIn(record: FoldedRecord, cell: Cell): boolean {
  const winner = winnerOf(record, cell.field)
  return winner !== undefined && winner.at === cell.at && isSameValue(winner.value, cell.value)
}

/** Whether the first thing ever written to a record is not there any more; not where something of it was here before. */
function hasLostBeginning({ whole, left, isOld }: { readonly whole: FoldedRecord; readonly left: FoldedRecord | undefined; readonly isOld: (cell: Cell) => boolean }): boolean {
  return left === undefined || (firstStamp(left) !== firstStamp(whole) && ![...cellsOf(left)].some(isOld))
}
