import type { Change } from '../../../../shared/changes/change.ts'
import { changesOfRecord, foldChanges, recordIn, type ChangeSet } from '../../../../shared/changes/fold.ts'
import { mergeChangeSets, type Merge } from '../../../../shared/changes/merge.ts'
import { formatStamp } from '../../../../shared/changes/stamp.ts'
import { observeAll, pageWriter } from '../../../../shared/changes/writer.ts'
import { takeIn } from '../session.ts'
import { conflictLines, expectedConflicts, pairName } from './causality.ts'
import { cellsWithout, isWithin, putCells } from './cell-set.ts'
import { cellSetOf, enter } from './ledger.ts'
import { isFoldOf } from './naive-model.ts'
import { showTouched } from './watched-view.ts'
import { clockOf, insist, type File, type Window, type World } from './world.ts'

export function saveFile(world: World, window: Window): void {
  world.files.push(fileOf(world, window))
}

/** The file a window exports now; the one it made last, as long as it holds the same. */
export function fileOf(world: World, window: Window): File {
  if (window.exported?.set === window.session.set) return window.exported.file
  const file: File = { from: window, parcel: world.pack(window.session.set, window), cells: window.seen.slice() }
  window.exported = { set: window.session.set, file }
  world.tally.files += 1
  return file
}

/** Opens any file that lies about: a new one, a stale one, one's own, or one opened before. */
export function openFile(world: World, window: Window): void {
  if (world.files.length === 0) return
  const file = world.random.pick(world.files)
  if (file.from === window) world.tally.ownFiles += 1
  else if (isWithin(file.cells, window.seen)) world.tally.staleFiles += 1
  mergeFile({ world, window, file, asAction: world.random.chance(0.3) })
  if (world.random.chance(0.3)) mergeFile({ world, window, file, asAction: false })
}

/** Merges a file, and looks whether what it did is what the naive model and causality say. */
export function mergeFile({ world, window, file, asAction }: { readonly world: World; readonly window: Window; readonly file: File; readonly asAction: boolean }): void {
  const before = window.session.set
  const theirs = file.parcel.open()
  const merge = asAction ? mergeAsAction({ world, window, file, theirs }) : mergeQuietly({ world, window, theirs })
  const isNews = !isWithin(file.cells, window.seen)
  if (isNews) judgeConflicts({ world, window, file, merge })
  else insist(merge.set === before && merge.touched.size === 0 && merge.conflicts.length === 0, 'a stale file, the own file and the same file again change nothing and raise no conflict')
  putCells(window.seen, file.cells)
  showTouched(world, window, merge.touched)
  if (isNews && world.random.chance(0.05)) insist(isFoldOf({ set: merge.set, ledger: world.ledger, cells: window.seen }), 'a merge is what the naive model says of the changes of both')
  const logged = [...merge.touched.keys()].flatMap((id) => changesOfRecord(recordIn(theirs, id) ?? { id, winners: [], losers: [] }))
  if (isNews) window.computer.log.push({ changes: logged, cells: file.cells })
  world.tally.merges += 1
}

function mergeQuietly({ world, window, theirs }: { readonly world: World; readonly window: Window; readonly theirs: ChangeSet }): Merge {
  const merge = mergeChangeSets(window.session.set, theirs)
  const clock = observeAll({ clock: window.session.clock, stamps: theirs.knows.values(), now: clockOf(world, window.computer) })
  window.session = { ...window.session, set: merge.set, clock }
  return merge
}

function mergeAsAction({ world, window, file, theirs }: { readonly world: World; readonly window: Window; readonly file: File; readonly theirs: ChangeSet }): Merge {
  const { session, merge } = takeIn({ session: window.session, theirs, now: clockOf(world, window.computer) })
  window.session = session
  putCells(window.takenIn, cellsWithout(file.cells, window.seen))
  world.tally.mergesTakenAsAction += 1
  return merge
}

function judgeConflicts({ world, window, file, merge }: { readonly world: World; readonly window: Window; readonly file: File; readonly merge: Merge }): void {
  world.tally.conflicts += merge.conflicts.length
  world.tally.deletionConflicts += merge.conflicts.filter(({ mine, theirs }) => mine.field !== theirs.field).length
  if (world.hasCopies) return // two computers under one name: nothing can tell who knew what
  const expected = expectedConflicts({ ledger: world.ledger, mine: window.seen, theirs: file.cells })
  const [raised, due] = [conflictLines(merge.conflicts), expected.map(pairName).toSorted()]
  insist(raised.length === due.length && raised.every((line, index) => line === due[index]), `conflicts are between edits that did not know of each other; raised:\n${raised.join('\n')}\nexpected:\n${due.join('\n')}`)
  for (const pair of raised) world.raised.add(pair)
}

/** Three copies of a page, which say and stamp the same wherever they are read. */
const pages = ['todo', 'inProgress', 'done'].map((status, copy) => {
  const at = formatStamp({ ms: 17_000 + copy, counter: 0, writer: pageWriter(`${copy}`.repeat(10)) })
  const changes: readonly Change[] = [
    { at, on: 'goal:a', set: { status, title: 'on the page' } },
    { at, on: 'goal:b', set: { status, 'teams/SRE': true } },
  ]
  return { changes, set: foldChanges(changes) }
})

/** Reads a page, as one action; somebody else may have read the same one. */
export function readPage(world: World, window: Window): void {
  const { changes, set } = world.random.pick(pages)
  const cells = cellSetOf(enter({ ledger: world.ledger, changes }))
  mergeFile({ world, window, file: { from: window, parcel: { open: () => set, content: () => '' }, cells }, asAction: true })
  world.tally.pages += 1
}
