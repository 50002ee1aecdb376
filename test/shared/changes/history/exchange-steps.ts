import type { Change } from '../../../../shared/changes/change.ts'
import { addChanges, changesOfRecord, foldChanges, recordIn } from '../../../../shared/changes/fold.ts'
import { mergeChangeSets, type Merge } from '../../../../shared/changes/merge.ts'
import { formatStamp } from '../../../../shared/changes/stamp.ts'
import { observeAll, pageWriter, resumeWindowClock } from '../../../../shared/changes/writer.ts'
import { nameOf, oraclePortrait, writtenBy } from '../oracle.ts'
import { portraitOf } from '../portrait.ts'
import { takeIn } from '../session.ts'
import { conflictLines, expectedConflicts } from './causality.ts'
import { clockOf, insist, openWindow, type Computer, type File, type Window, type World } from './world.ts'

export function saveFile(world: World, window: Window): void {
  world.files.push(fileOf(world, window))
  world.tally.files += 1
}

export function fileOf(world: World, window: Window): File {
  return { from: window, open: world.pack(window.session.set, window), cells: new Map(window.seen) }
}

/** Opens any file that lies about: a new one, a stale one, one's own, or one opened before. */
export function openFile(world: World, window: Window): void {
  if (world.files.length === 0) return
  const file = world.random.pick(world.files)
  const isNews = [...file.cells.keys()].some((name) => !window.seen.has(name))
  if (file.from === window) world.tally.ownFiles += 1
  else if (!isNews) world.tally.staleFiles += 1
  const merge = mergeFile({ world, window, file, asAction: world.random.chance(0.3) })
  if (!isNews) insist(merge.set === merge.before && merge.touched === 0, 'a stale file and the own file change nothing')
  if (world.random.chance(0.3)) {
    const again = mergeFile({ world, window, file, asAction: false })
    insist(again.set === again.before && again.conflicts === 0, 'merging a file again changes nothing and raises no conflict')
  }
}

interface Merged {
  readonly before: unknown
  readonly set: unknown
  readonly touched: number
  readonly conflicts: number
}

export function mergeFile({ world, window, file, asAction }: { readonly world: World; readonly window: Window; readonly file: File; readonly asAction: boolean }): Merged {
  const before = window.session.set
  const theirs = file.open()
  const now = clockOf(world, window.computer)
  const taken = asAction ? takeIn({ session: window.session, theirs, now }) : null
  const merge = taken?.merge ?? mergeChangeSets(before, theirs)
  window.session = taken?.session ?? { ...window.session, set: merge.set, clock: observeAll({ clock: window.session.clock, stamps: theirs.knows.values(), now }) }
  if (asAction) world.tally.mergesTakenAsAction += 1
  judgeConflicts({ world, window, file, merge })
  for (const [name, cell] of file.cells) window.seen.set(name, cell)
  const logged = [...merge.touched.keys()].flatMap((id) => {
    const record = recordIn(theirs, id)
    return record === undefined ? [] : changesOfRecord(record)
  })
  if (logged.length > 0) window.computer.log.push(logged)
  world.tally.merges += 1
  return { before, set: merge.set, touched: merge.touched.size, conflicts: merge.conflicts.length }
}

function judgeConflicts({ world, window, file, merge }: { readonly world: World; readonly window: Window; readonly file: File; readonly merge: Merge }): void {
  world.tally.conflicts += merge.conflicts.length
  world.tally.deletionConflicts += merge.conflicts.filter(({ mine, theirs }) => mine.field !== theirs.field).length
  if (world.hasCopies) return // two computers under one name: nothing can tell who knew what
  const [raised, expected] = [conflictLines(merge.conflicts), expectedConflicts({ mine: window.seen, theirs: file.cells })]
  insist(raised.join('\n') === expected.join('\n'), `conflicts are between edits that did not know of each other; raised:\n${raised.join('\n')}\nexpected:\n${expected.join('\n')}`)
}

/** Three copies of a page, which say and stamp the same wherever they are read. */
const pages: readonly (readonly Change[])[] = ['todo', 'inProgress', 'done'].map((status, copy) => {
  const at = formatStamp({ ms: 17_000 + copy, counter: 0, writer: pageWriter(`${copy}`.repeat(10)) })
  return [
    { at, on: 'goal:a', set: { status, title: 'on the page' } },
    { at, on: 'goal:b', set: { status, 'teams/SRE': true } },
  ]
})

/** Reads a page, as one action; somebody else may have read the same one. */
export function readPage(world: World, window: Window): void {
  const page = world.random.pick(pages)
  const cells = new Map(writtenBy(page).map((cell) => [nameOf(cell), cell]))
  for (const [name, cell] of cells) world.made.set(name, cell)
  mergeFile({ world, window, file: { from: window, open: () => foldChanges(page), cells }, asAction: true })
  world.tally.pages += 1
}

/** Reads what other windows of the same computer have put in the log since; its own rows come along and change nothing. */
export function catchUp(world: World, window: Window): void {
  const { computer } = window
  const rows = computer.log.slice(window.readTo)
  if (rows.length === 0) return
  const changes = rows.flat()
  const { set } = addChanges(window.session.set, world.random.chance(0.5) ? changes : world.random.shuffle(changes))
  const clock = observeAll({ clock: window.session.clock, stamps: changes.map((change) => change.at), now: clockOf(world, computer) })
  window.session = { ...window.session, set, clock }
  for (const cell of writtenBy(changes)) window.seen.set(nameOf(cell), cell)
  window.readTo = computer.log.length
  world.tally.caughtUp += 1
}

/** Closes a window and opens it again from the log on its computer's disk. */
export function restart(world: World, window: Window): void {
  const { computer, slot } = window
  const opened = openWindow(computer, slot)
  const { set } = opened.session
  insist([...window.seen.keys()].every((name) => opened.seen.has(name)), 'what a window has seen is in the log of its computer')
  insist(portraitOf(set) === oraclePortrait(opened.seen.values()), 'the log folds to what the naive model says')
  window.session = { ...opened.session, clock: resumeWindowClock({ replica: computer.replica, slot, knows: set.knows, now: clockOf(world, computer) }) }
  for (const [name, cell] of opened.seen) window.seen.set(name, cell)
  window.readTo = opened.readTo
  world.tally.restarts += 1
}

/** Copies a computer with its name, log and clocks, as a restored backup or a copied profile does. */
export function copyComputer(world: World, window: Window): Window {
  const computer: Computer = { ...window.computer, log: [...window.computer.log] }
  world.computers.push(computer)
  const copy = { ...window, computer, seen: new Map(window.seen) }
  world.windows.push(copy)
  world.hasCopies = true
  world.tally.copies += 1
  return copy
}

const day = 24 * 60 * 60 * 1000

export function troubleClock(world: World, { computer }: Window): void {
  const trouble = world.random.below(6)
  if (trouble === 0) computer.stoppedAt = clockOf(world, computer)
  else if (trouble === 1) computer.stoppedAt = null
  else if (trouble === 2) computer.offsetMs -= world.random.below(3 * day)
  else if (trouble === 3) computer.offsetMs += world.random.below(day / 12)
  else if (trouble === 4) computer.offsetMs += 400 * day
  else computer.offsetMs = 0
  world.tally.clockTroubles += 1
}
