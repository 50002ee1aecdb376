import { addChanges } from '../../../../shared/changes/fold.ts'
import { observeAll, resumeWindowClock } from '../../../../shared/changes/writer.ts'
import { expectedConflicts, pairName } from './causality.ts'
import { isWithin, putCells } from './cell-set.ts'
import { isFoldOf } from './naive-model.ts'
import { showAnew, showTouched } from './watched-view.ts'
import { clockOf, insist, openWindow, type Computer, type Window, type World } from './world.ts'

/** Reads what other windows of the same computer have put in the log since; its own rows come along and change nothing. */
export function catchUp(world: World, window: Window): void {
  const { computer } = window
  const rows = computer.log.slice(window.readTo)
  if (rows.length === 0) return
  const changes = rows.flatMap((row) => row.changes)
  const { set, touched } = addChanges(window.session.set, world.random.chance(0.5) ? changes : world.random.shuffle(changes))
  const clock = observeAll({ clock: window.session.clock, stamps: changes.map((change) => change.at), now: clockOf(world, computer) })
  window.session = { ...window.session, set, clock }
  for (const other of world.windows) if (other !== window && other.computer === computer) noteMeeting(world, window, other)
  for (const { cells } of rows) putCells(window.seen, cells)
  window.readTo = computer.log.length
  showTouched(world, window, touched)
  world.tally.caughtUp += 1
}

function noteMeeting(world: World, window: Window, other: Window): void {
  for (const pair of expectedConflicts({ ledger: world.ledger, mine: window.seen, theirs: other.seen })) world.metAtHome.add(pairName(pair))
}

/** Closes a window and opens it again from the log on its computer's disk. */
export function restart(world: World, window: Window): void {
  const { computer, slot } = window
  const opened = openWindow(computer, slot)
  const { set } = opened.session
  insist(isWithin(window.seen, opened.seen), 'what a window has seen is in the log of its computer')
  for (const other of world.windows) if (other !== window && other.computer === computer) noteMeeting(world, window, other)
  insist(isFoldOf({ set, ledger: world.ledger, cells: opened.seen }), 'the log folds to what the naive model says')
  window.session = { ...opened.session, clock: resumeWindowClock({ replica: computer.replica, slot, knows: set.knows, now: clockOf(world, computer) }) }
  putCells(window.seen, opened.seen)
  window.readTo = opened.readTo
  showAnew(window)
  world.tally.restarts += 1
}

/** Copies a computer with its name, log and clocks, as a restored backup or a copied profile does. */
export function copyComputer(world: World, window: Window): Window {
  const computer: Computer = { ...window.computer, log: [...window.computer.log] }
  world.computers.push(computer)
  const copy: Window = { ...window, computer, seen: window.seen.slice(), takenIn: window.takenIn.slice(), exported: null }
  world.windows.push(copy)
  world.hasCopies = true
  world.tally.copies += 1
  return copy
}

const hour = 60 * 60 * 1_000
const day = 24 * hour

type Trouble = (world: World, computer: Computer) => void

const troubles: readonly Trouble[] = [
  (world, computer) => {
    computer.stoppedAt = clockOf(world, computer)
    world.tally.clocksStopped += 1
  },
  (world, computer) => {
    computer.stoppedAt = null
    computer.offsetMs += (world.random.below(47) - 23) * hour
    world.tally.clocksMovedByHours += 1
  },
  (world, computer) => {
    computer.offsetMs += (world.random.below(21) - 10) * day + world.random.below(2)
    world.tally.clocksMovedByDays += 1
  },
  (world, computer) => {
    computer.offsetMs += 400 * day
    world.tally.clocksAheadByAYear += 1
  },
  (_, computer) => {
    computer.stoppedAt = null
    computer.offsetMs = 0
  },
]

export function troubleClock(world: World, { computer }: Window): void {
  world.random.pick(troubles)(world, computer)
}
