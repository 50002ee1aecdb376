import type { Change, Edit } from '../../../../shared/changes/change.ts'
import { conflictIdOf } from '../../../../shared/changes/conflict-records.ts'
import { foldChanges, type ChangeSet } from '../../../../shared/changes/fold.ts'
import { mergeChangeSets } from '../../../../shared/changes/merge.ts'
import { stampEdits } from '../../../../shared/changes/stamp-edits.ts'
import { formatStamp } from '../../../../shared/changes/stamp.ts'
import { bringsOwn, takeIn } from '../../../../shared/changes/take-in.ts'
import { observeAll, pageWriter } from '../../../../shared/changes/writer.ts'
import type { ConflictId } from '../../../../shared/model/ids.ts'
import type { Exchange } from '../../../../shared/plan/exchange.ts'
import * as session from '../session.ts'
import { recordKey } from './causality.ts'
import { cellsWithout, isNoCell, putCells } from './cell-set.ts'
import { catchUp, renameComputer } from './computer-steps.ts'
import { enterMade, judgeBrought, judgeConflicts, judgeFound } from './judge-merge.ts'
import { cellSetOf, enter } from './ledger.ts'
import { forgetRedo, note } from './logged.ts'
import { isFoldOf } from './naive-model.ts'
import { showTouched } from './watched-view.ts'
import { clockOf, insist, type File, type Window, type World } from './world.ts'

export function saveFile(world: World, window: Window): void {
  world.files.push(fileOf(world, window))
}

/** The file a window exports now; the one it made last, as long as it holds the same. */
export function fileOf(world: World, window: Window): File {
  catchUpAtHome(world, window)
  if (window.exported?.set === window.session.set) return window.exported.file
  const file: File = { from: window, parcel: world.pack(window.session.set, window), cells: window.seen.slice() }
  window.exported = { set: window.session.set, file }
  sendOut(world, window)
  world.tally.files += 1
  return file
}

/** Books that a file leaves, in turn in every way there is: at once, as older logs have it, told much later or never, and with another one begun that is given up. */
function sendOut(world: World, window: Window): void {
  const book = (exchange: Exchange): void => note({ world, window, exchange })
  if (window.leaving !== null) book(window.leaving)
  window.leaving = null
  const id = `${world.tally.files}`
  const way = world.tally.files % 4
  if (way === 1) return book({ kind: 'exported', file: id })
  book({ kind: 'exporting', id, file: id })
  const ending = { kind: 'exported', id, file: id } as const
  if (way === 2) {
    window.leaving = ending
    return
  }
  book(ending)
  if (way === 0) return
  book({ kind: 'exporting', id: `${id} more`, file: id })
  window.leaving = { kind: 'notExported', id: `${id} more` }
}

/** Opens any file that lies about: a new one, a stale one, one's own, or one opened before. */
export function openFile(world: World, window: Window): void {
  if (world.files.length === 0) return
  const file = world.random.pick(world.files)
  if (file.from === window) world.tally.ownFiles += 1
  else if (isNoCell(cellsWithout(file.cells, window.seen))) world.tally.staleFiles += 1
  mergeFile(world, window, file)
  if (world.random.chance(0.3)) mergeFile(world, window, file)
}

/** Merges a file as the app does, and looks whether what it did is what the naive model and causality say. */
export function mergeFile(world: World, window: Window, file: File): void {
  catchUpAtHome(world, window)
  const { computer, session: before } = window
  const theirs = file.parcel.open()
  const now = clockOf(world, computer)
  let clock = observeAll({ clock: before.clock, stamps: theirs.knows.values(), now })
  const stamp = (set: ChangeSet, edits: readonly Edit[]): readonly Change[] => {
    const stamped = stampEdits({ clock, set, edits, now })
    clock = stamped.clock
    return stamped.changes
  }
  const taken = takeIn({ set: before.set, theirs, ...decide(world, window, theirs), stamp })
  world.tally.merges += 1
  const news = cellsWithout(file.cells, window.seen)
  window.session = { ...before, clock, set: taken.folded.set }
  if (isNoCell(news)) {
    insist(taken.folded.set === before.set && taken.folded.touched.size === 0 && taken.merge.conflicts.length === 0, 'a stale file, the own file and the same file again change nothing and raise no conflict')
    return
  }
  const known = window.seen.slice()
  const pairs = judgeConflicts({ world, window, file, merge: taken.merge })
  putCells(window.seen, news)
  const found = judgeFound({ world, window, changes: taken.found, keys: pairs.map(recordKey) })
  putCells(window.seen, found)
  const made = enterMade(world, window, taken.made)
  putCells(window.seen, made)
  const cells = news.slice()
  putCells(cells, found)
  putCells(cells, made)
  judgeBrought({ world, brought: taken.brought, cells })
  showTouched(world, window, taken.folded.touched)
  if (world.random.chance(0.05)) insist(isFoldOf({ set: taken.folded.set, ledger: world.ledger, cells: window.seen }), 'a merge is what the naive model says of the changes of both')
  const id = `${world.merges.size}`.padStart(10, '0')
  world.merges.set(id, { id, brought: taken.brought, cells, made, file: file.cells, before: known, isTakenBack: false })
  forgetRedo(window)
  note({ world, window, exchange: { kind: 'merged', id, file: id, by: file.from.computer.replica, knows: [...theirs.knows.values()], added: 1, before: [...before.set.knows.values()] }, row: { changes: taken.brought, cells } })
  const isCopied = bringsOwn({ ...taken, replica: computer.replica })
  insist(world.hasCopies || !isCopied, 'who was not copied finds nothing under its own name that it has not')
  if (isCopied) renameComputer(world, computer)
}

/** Before it exchanges anything, a window reads what others of its computer have written. */
export function catchUpAtHome(world: World, window: Window): void {
  if (world.windows.some((other) => other !== window && other.computer === window.computer)) catchUp(world, window)
}

const undecided = { edits: [], reviewed: new Set<ConflictId>() }

/** In some merges a person has looked at conflicts before: kept what counts, or chosen against the file. */
function decide(world: World, window: Window, theirs: ChangeSet): { readonly edits: readonly Edit[]; readonly reviewed: ReadonlySet<ConflictId> } {
  const { random, tally } = world
  if (!random.chance(0.2)) return undecided
  const conflicts = mergeChangeSets(window.session.set, theirs).conflicts.filter(() => random.chance(0.6))
  const edits = conflicts.flatMap(({ on, field, mine, theirs: their }) => (mine.field === their.field && mine.at < their.at && random.chance(0.7) ? [{ on, set: { [field]: mine.value } }] : []))
  tally.decidedInReview += conflicts.length
  tally.chosenAgainstFile += edits.length
  return { edits, reviewed: new Set(conflicts.map(conflictIdOf)) }
}

/** Three copies of a page, which say and stamp the same wherever they are read. */
const pages = ['todo', 'inProgress', 'done'].map((status, copy) => {
  const at = formatStamp({ ms: 17_000 + copy, counter: 0, writer: pageWriter(`p${copy}`.padEnd(10, '0')) })
  const changes: readonly Change[] = [
    { at, on: 'goal:a', set: { status, title: 'on the page' } },
    { at, on: 'goal:b', set: { status, 'teams/SRE': true } },
  ]
  return { changes, set: foldChanges(changes) }
})

/** Reads a page, as one action that undo takes back and without conflicts; somebody else may have read the same one. */
export function readPage(world: World, window: Window): void {
  const page = world.random.pick(pages)
  const cells = cellSetOf(enter({ ledger: world.ledger, changes: page.changes }))
  const news = cellsWithout(cells, window.seen)
  const { session: after, merge } = session.takeIn({ session: window.session, theirs: page.set, now: clockOf(world, window.computer) })
  world.tally.pages += 1
  if (isNoCell(news)) return
  forgetRedo(window)
  window.session = after
  putCells(window.takenIn, news)
  putCells(window.seen, cells)
  showTouched(world, window, merge.touched)
  window.computer.log.push({ changes: page.changes, cells, by: window })
}
