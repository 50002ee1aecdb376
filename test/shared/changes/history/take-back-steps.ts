import type { Value } from '../../../../shared/changes/change.ts'
import { isPageWriter } from '../../../../shared/changes/writer.ts'
import { isConflictChange } from '../../../../shared/changes/conflict-records.ts'
import { rewriteChanges } from '../../../../shared/changes/remove-changes.ts'
import { replicaOf, writerOf } from '../../../../shared/changes/stamp.ts'
import { undoStepOf } from '../../../../shared/changes/undo.ts'
import { takeInAgain } from '../../../../shared/changes/merge-again.ts'
import { stampEdits } from '../../../../shared/changes/stamp-edits.ts'
import { mergesOf, type MergeState } from '../../../../shared/plan/merge-state.ts'
import { canBeDoneAgain, hasExchangedSince } from '../../../../shared/plan/done-again.ts'
import { setBackMerges } from '../../../../shared/plan/other-merges.ts'
import { againOf, revertMerge, stayingOf, withdrawalOf } from '../../../../shared/plan/take-back-merge.ts'
import { isBookkeeping, type RecordId } from '../../../../shared/model/ids.ts'
import { stableText } from '../portrait.ts'
import { act } from '../session.ts'
import { hasNoGap } from './causality.ts'
import { expectedBack, says } from './changed-back.ts'
import { cellsWithout, commonCells, hasCell, isNoCell, noCells, putCells, takeCells, type CellSet } from './cell-set.ts'
import { enterMade, judgeReopened } from './judge-merge.ts'
import { areEditsIn, cellSetOf, lastSeen, listOf, type Entry, type Ledger } from './ledger.ts'
import { note } from './logged.ts'
import { catchUpAtHome, saveFile } from './merge-steps.ts'
import { isFoldOf } from './naive-model.ts'
import { showTouched } from './watched-view.ts'
import { clockOf, insist, type TakenMerge, type Window, type World } from './world.ts'
import { wrote } from './written.ts'

/** Takes back any merge of this computer: as if its file had never come, or by new changes where that has left. */
export function takeBackMerge(world: World, window: Window): void {
  if (world.hasCopies) return // under one name for two, what a later file knows can't tell what was in it
  catchUpAtHome(world, window)
  const merges = mergesOf(window.exchanges)
  const open = merges.filter(({ isTakenBack }) => !isTakenBack)
  if (open.length === 0) return
  const { id, left, before } = world.random.pick(open)
  const merge = world.merges.get(id)
  if (merge === undefined) return
  if (left !== null) return revert({ world, window, merge, merges, before })
  const inOrder = (states: readonly MergeState[]): readonly TakenMerge[] => states.toReversed().flatMap((each) => world.merges.get(each.id) ?? [])
  const isOut = (each: MergeState): boolean => each.isTakenBack && each.left === null
  withdraw({ world, window, merge, merges, others: inOrder(merges.filter((each) => each.id !== id && !isOut(each))), withdrawn: inOrder(merges.filter(isOut)) })
  // sometimes another window takes back one as well, before this one does its own again
  const other = world.windows.find((each) => each !== window && each.computer === window.computer)
  if (other !== undefined && world.random.chance(0.2)) takeBackMerge(world, other)
  if (!world.random.chance(0.3)) return
  // and thinks better of it, sometimes when a file has left without the merge
  if (world.random.chance(0.5)) saveFile(world, window)
  mergeAgain(world, window)
}

interface Withdrawn {
  readonly world: World
  readonly window: Window
  readonly merge: TakenMerge
  /** All of the plan, as the window has heard of them. */
  readonly merges: readonly MergeState[]
  /** The other merges whose files count, in their order. */
  readonly others: readonly TakenMerge[]
  /** Those that were taken out before. */
  readonly withdrawn: readonly TakenMerge[]
}

function withdraw({ world, window, merges, ...books }: Withdrawn): void {
  const { session, computer, seen } = window
  const { merge } = books
  const state = merges.find(({ id }) => id === merge.id)
  if (state === undefined) return
  const { without, staying, adopted, changedBack, reopened } = withdrawalOf({ set: session.set, brought: merge.brought, merge: state, merges, replica: computer.replica })
  const edits = [...adopted, ...changedBack]
  const { clock, changes: own } = edits.length === 0 ? { clock: session.clock, changes: [] } : stampEdits({ clock: session.clock, set: session.set, edits, now: clockOf(world, computer) })
  const changes = [...own, ...reopened]
  const { set, touched } = rewriteChanges(session.set, { without, changes })
  const brought = cellsBrought(world, books)
  const gone = cellsToGo({ world, window, brought, ...books })
  // nor where another merge brought it meanwhile and that went out: then this one, done again, has not left as a whole
  const hasLeft = world.files.some(({ from, cells }) => from.computer === computer && !isNoCell(commonCells(cells, gone)))
  insist(!hasLeft, 'what has left this computer is not taken out of the plan')
  const before = seen.slice()
  takeCells(seen, gone)
  for (const cells of [brought, gone, cellsWithout(merge.file, merge.before)]) putCells(world.everOut, cells)
  const written = judgeReopened({ world, window, changes: reopened })
  const kept = enterMade(world, window, own)
  for (const entry of world.ledger.entries) if (hasCell(kept, entry.index) && adopted.some(({ on }) => on === entry.on)) judgeAdopted({ world, entry, before, gone })
  const due = expectedBack({ ledger: world.ledger, replica: computer.replica, known: merge.before, seen: before, gone, setBack: setBackCells(world, merges, merge.id), staying })
  const setBack = changedBack.flatMap(({ on, set: fields }) => Object.entries(fields).map(([field, value]) => [`${on} ${field}`, says(field, value)] as const))
  insist(setBack.length === due.size && setBack.every(([name, text]) => due.get(name) === text), 'what was changed and changed back goes with a merge, and nothing else')
  putCells(written, kept)
  putCells(seen, written)
  insist(isFoldOf({ set, ledger: world.ledger, cells: seen }), 'a merge taken back leaves all changes but those of its file, unless another file brought them, and the conflicts there are')
  window.session = { ...session, clock, set }
  const again = cellsWithout(merge.cells, pageCells(world))
  putCells(again, gone)
  const settingBack = undoStepOf({ before: session.set, changes: own.filter(({ on }) => changedBack.some((edit) => edit.on === on)), name: { action: 'fileMerged', subject: '' } })
  const out = { again: againOf({ brought: merge.brought, without }), written: own, settingBack, known: [...session.set.knows.values()], left: set }
  window.redoable = [...window.redoable, { merge, out, cells: again, written: kept, left: seen.slice() }]
  showTouched(world, window, touched)
  note({ world, window, exchange: { kind: 'takenBack', id: merge.id }, row: { changes, without, cells: written, gone } })
  merge.isTakenBack = true
  putCells(world.vanished, commonCells(merge.made, gone))
  putCells(world.vanished, commonCells(recordCells(world), gone))
  insist(hasNoGap({ ledger: world.ledger, knows: set.knows, seen, vanished: world.vanished }), 'a merge taken back leaves no gap in what is known')
  forgetStamps(world)
  world.tally.withdrawn += 1
  world.tally.adopted += adopted.length
  world.tally.changedBack += changedBack.length
  world.tally.reopened += reopened.length
}

/** What was written in a merge and has never left is nowhere any more: its stamps may be handed out again. */
function forgetStamps({ ledger, lastStamps, vanished }: World): void {
  lastStamps.clear()
  for (const { at, index } of ledger.entries) if (!hasCell(vanished, index) && at > (lastStamps.get(writerOf(at)) ?? '')) lastStamps.set(writerOf(at), at)
}

type Books = Pick<Withdrawn, 'merge' | 'others' | 'withdrawn'>
type Brought = Books & Pick<Withdrawn, 'world' | 'window'> & { readonly brought: CellSet }

/** All that the merge brought, and of what merges taken out before had brought that which is left because of its file. */
function cellsBrought(world: World, { merge, withdrawn }: Books): CellSet {
  const brought = merge.cells.slice()
  for (const { file, before } of withdrawn) putCells(brought, cellsWithout(commonCells(cellsWithout(file, before), merge.file), pageCells(world)))
  return brought
}

/** What pages say, which any computer may have read. */
function pageCells({ ledger }: World): CellSet {
  return cellSetOf(ledger.entries.filter(({ at }) => isPageWriter(writerOf(at))))
}

/**
 * What was brought, but for what the files of other merges hold too; with the conflicts of which an edit goes, whichever
 * merge found them. One of which both edits stay, since other files hold them, stays as well.
 */
function cellsToGo({ world, window, merge, others, brought }: Brought): CellSet {
  const { ledger, records, tally } = world
  const gone = commonCells(brought, window.seen)
  for (const { file } of others) takeCells(gone, file)
  if (others.some(({ file }) => !isNoCell(commonCells(file, merge.cells)))) tally.keptSinceOthersBrought += 1
  if (!isNoCell(cellsWithout(gone, merge.cells))) tally.leftOver += 1
  const bare = cellsWithout(window.seen, gone)
  for (const [key, id] of records) {
    const cells = cellSetOf(['record', 'earlier', 'later', 'below'].flatMap((field) => listOf(ledger, id, field)))
    if (isNoCell(commonCells(cells, window.seen))) continue
    const stays = areEditsIn({ ledger, key, cells: bare })
    if (stays) takeCells(gone, cells)
    else putCells(gone, cells)
    if (stays && !isNoCell(commonCells(cells, brought))) tally.conflictsOutlived += 1
  }
  return gone
}

function recordCells({ ledger, records }: World): CellSet {
  return cellSetOf([...records.values()].flatMap((id) => ['record', 'earlier', 'later', 'below'].flatMap((field) => listOf(ledger, id, field))))
}

/** What is written anew says what it said before, and would be lost. */
function judgeAdopted({ world, entry, before, gone }: { readonly world: World; readonly entry: Entry; readonly before: CellSet; readonly gone: CellSet }): void {
  const said = lastSeen(listOf(world.ledger, entry.on, entry.field), before)
  insist(said !== undefined && said.text === entry.text && hasCell(gone, said.index), 'what is kept of a merge taken back says what it said')
}

/** What the other merges brought that had left and were set back. */
function setBackCells(world: World, merges: readonly MergeState[], id: string): CellSet {
  const cells = noCells()
  for (const each of merges) {
    const merge = each.id !== id && each.isTakenBack && each.left !== null ? world.merges.get(each.id) : undefined
    if (merge !== undefined) putCells(cells, cellsWithout(merge.file, merge.before))
  }
  return cells
}

/** By new changes, of which each replaces what the merge brought with what counts without it. */
function revert({ world, window, merge, merges, before }: Pick<Withdrawn, 'world' | 'window' | 'merge' | 'merges'> & Pick<MergeState, 'before'>): void {
  const { session, computer } = window
  const edits = revertMerge({ set: session.set, added: merge.brought, before, replica: computer.replica, setBack: setBackMerges({ merges, id: merge.id }) })
  const due = expectedBack({ ledger: world.ledger, replica: computer.replica, known: merge.before, seen: window.seen, gone: merge.cells, setBack: setBackCells(world, merges, merge.id), staying: stayingOf({ set: session.set, added: merge.brought, before }) })
  const { ledger, tally } = world
  const seen = window.seen.slice()
  const others = seen.slice()
  takeCells(others, merge.cells)
  for (const { on, set } of edits) {
    const isNew = [...(ledger.lists.get(on)?.values() ?? [])].every((list) => lastSeen(list, others) === undefined)
    for (const field of Object.keys(set)) {
      const list = listOf(ledger, on, field)
      const counts = lastSeen(list, seen)
      const holds = isNew ? field === 'deleted' : counts !== undefined && hasCell(merge.cells, counts.index) && saysUnset(set[field]) === saysUnset(lastSeen(list, others)?.value)
      insist(holds || due.get(`${on} ${field}`) === says(field, set[field]), `a merge that has left is set back to what counts without it: ${on} ${field}`)
    }
  }
  if (edits.length > 0) wrote({ world, window, written: act({ session, edits, now: clockOf(world, window.computer) }), isTakingBack: false })
  note({ world, window, exchange: { kind: 'takenBack', id: merge.id } })
  window.redoable = []
  tally.reverted += 1
}

/** Does again the merge that was taken back last: what it brought comes back, and what was written in it under new stamps. */
export function mergeAgain(world: World, window: Window): void {
  catchUpAtHome(world, window)
  const last = window.redoable.at(-1)
  if (last === undefined) return
  const { merge, out } = last
  const merged = window.exchanges.findLast((exchange) => exchange.kind === 'merged' && exchange.id === merge.id)
  if (merged?.kind !== 'merged') return
  if (!canBeDoneAgain({ exchanges: window.exchanges, id: merge.id })) {
    window.redoable = window.redoable.slice(0, -1)
    world.tally.overtaken += 1
    return
  }
  const { session, computer, seen } = window
  let { clock } = session
  const typed = typedSince(window, world.ledger, last.left)
  const { folded, brought, without, isAnew } = takeInAgain({
    set: session.set,
    out,
    knows: merged.knows,
    replica: computer.replica,
    hasExchanged: hasExchangedSince({ exchanges: window.exchanges, id: merge.id }),
    stamp: (set, edits) => {
      const stamped = stampEdits({ clock, set, edits, now: clockOf(world, computer) })
      clock = stamped.clock
      return stamped.changes
    },
  })
  window.session = { ...session, clock, set: folded.set }
  window.redoable = window.redoable.slice(0, -1)
  const there = new Set(out.again)
  // as if it had never been taken out, or with what was written in it anew
  const gone = isAnew ? noCells() : last.written
  const cells = isAnew ? cellsWithout(last.cells, merge.made) : last.cells.slice()
  takeCells(seen, gone)
  putCells(world.vanished, gone)
  putCells(seen, cells)
  takeCells(world.vanished, cells)
  forgetStamps(world)
  const own = brought.filter((change) => replicaOf(change.at) === computer.replica && !there.has(change) && !isConflictChange(change))
  const made = isAnew ? enterMade(world, window, own) : commonCells(merge.made, cells)
  putCells(cells, made)
  putCells(seen, made)
  dropSettled({ world, cells, seen })
  const found = judgeReopened({ world, window, changes: brought.filter((change) => isConflictChange(change) && !there.has(change)) })
  for (const each of [cells, seen]) putCells(each, found)
  takeCells(world.vanished, found)
  insist(isFoldOf({ set: folded.set, ledger: world.ledger, cells: seen }), 'a merge done again brings what went, and what was written in it anew')
  for (const { on, field } of world.ledger.entries.filter(({ index }) => hasCell(typed, index))) {
    const counts = lastSeen(listOf(world.ledger, on, field), seen)
    insist(counts === undefined || hasCell(typed, counts.index) || !(hasCell(made, counts.index) || hasCell(merge.made, counts.index)), 'a merge done again writes nothing over what was typed since')
  }
  insist(hasNoGap({ ledger: world.ledger, knows: folded.set.knows, seen, vanished: world.vanished }), 'a merge done again leaves no gap in what is known')
  showTouched(world, window, folded.touched)
  note({ world, window, exchange: merged, row: { changes: brought, without, cells, gone } })
  Object.assign(merge, { isTakenBack: false, brought, cells, made } satisfies Partial<TakenMerge>)
  world.tally.mergedAgain += 1
}

/** What people at a window's computer have written since it had seen these cells. */
function typedSince({ seen, computer }: Window, { entries }: Ledger, left: CellSet): CellSet {
  return cellSetOf(entries.filter(({ index, at, on }) => hasCell(seen, index) && !hasCell(left, index) && replicaOf(at) === computer.replica && !isBookkeeping(on as RecordId)))
}

/** The conflicts with what was written in the merge then are settled by what is written anew, in the knowledge of both. */
function dropSettled({ world, cells, seen }: { readonly world: World; readonly cells: CellSet; readonly seen: CellSet }): void {
  const { ledger, records, vanished } = world
  for (const [key, id] of records) {
    const own = commonCells(cellSetOf(['record', 'earlier', 'later', 'below'].flatMap((field) => listOf(ledger, id, field))), cells)
    if (isNoCell(own) || areEditsIn({ ledger, key, cells: seen })) continue
    takeCells(cells, own)
    takeCells(seen, own)
    putCells(vanished, own)
  }
}

/** A field that was never set is put back by nothing, a member by taking it out. */
function saysUnset(value: Value | undefined): string {
  return stableText(value === undefined || value === false ? null : value)
}
