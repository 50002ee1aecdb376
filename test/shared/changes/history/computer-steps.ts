import { addChanges, type Folded } from '../../../../shared/changes/fold.ts'
import { rewriteChanges } from '../../../../shared/changes/remove-changes.ts'
import { createWindowClock, observeAll, resumeWindowClock } from '../../../../shared/changes/writer.ts'
import { nameOf } from '../oracle.ts'
import { expectedConflicts } from './causality.ts'
import { areSameCells, putCells, takeCells } from './cell-set.ts'
import { isFoldOf } from './naive-model.ts'
import { showAnew, showTouched } from './watched-view.ts'
import { clockOf, insist, openWindow, type Computer, type LogRow, type Window, type World } from './world.ts'

/** Reads what other windows of the same computer have put in the log since; its own rows come along and change nothing. */
export function catchUp(world: World, window: Window): void {
  const { computer } = window
  const rows = computer.log.slice(window.readTo)
  if (rows.length === 0) return
  const { set, touched } = readRows(world, window, rows)
  const clock = observeAll({ clock: window.session.clock, stamps: rows.flatMap(({ changes }) => changes.map(({ at }) => at)), now: clockOf(world, computer) })
  window.session = { ...window.session, set, clock }
  noteMeetings(world, window)
  for (const { cells, gone, exchange, by } of rows) {
    if (gone !== undefined) takeCells(window.seen, gone)
    putCells(window.seen, cells)
    if (exchange !== undefined && by !== window) window.exchanges = [...window.exchanges, exchange]
  }
  window.readTo = computer.log.length
  showTouched(world, window, touched)
  world.tally.caughtUp += 1
}

/** Row by row, or all at once and in any order where nothing is taken out. */
function readRows(world: World, window: Window, rows: readonly LogRow[]): Folded {
  const { set } = window.session
  if (rows.every(({ without }) => without === undefined)) {
    const changes = rows.flatMap((row) => row.changes)
    return addChanges(set, world.random.chance(0.5) ? changes : world.random.shuffle(changes))
  }
  return rows.reduce<Folded>(
    (before, row) => {
      const after = rewriteChanges(before.set, row)
      return { set: after.set, touched: new Map([...after.touched, ...before.touched]) } // of a record touched twice, as it was at first
    },
    { set, touched: new Map() },
  )
}

/** What loses here against what another window of the same computer has seen: nobody raises a conflict of it. */
function noteMeetings(world: World, window: Window): void {
  for (const other of world.windows) {
    if (other === window || other.computer !== window.computer) continue
    for (const { mine, theirs } of expectedConflicts({ ledger: world.ledger, mine: window.seen, theirs: other.seen })) world.lostAtHome.add(nameOf(mine)).add(nameOf(theirs))
  }
}

/** Closes a window and opens it again from the log on its computer's disk. */
export function restart(world: World, window: Window): void {
  const { computer, slot } = window
  catchUp(world, window)
  const opened = openWindow(computer, slot)
  const { set } = opened.session
  insist(areSameCells(window.seen, opened.seen), 'what a window has seen is in the log of its computer')
  insist(isFoldOf({ set, ledger: world.ledger, cells: opened.seen }), 'the log folds to what the naive model says')
  window.session = { ...opened.session, clock: resumeWindowClock({ replica: computer.replica, slot, knows: set.knows, now: clockOf(world, computer) }) }
  window.exchanges = opened.exchanges
  window.redoable = []
  showAnew(window)
  world.tally.restarts += 1
}

/** A computer that has found that its profile was copied goes on under another name, later than all it has seen. */
export function renameComputer(world: World, computer: Computer): void {
  world.tally.renamed += 1
  world.renames += 1
  computer.replica = `x${world.renames}`.padEnd(10, '0')
  computer.names.add(computer.replica)
  for (const window of world.windows.filter((each) => each.computer === computer)) {
    const clock = observeAll({ clock: createWindowClock({ replica: computer.replica, slot: window.slot }), stamps: window.session.set.knows.values(), now: clockOf(world, computer) })
    window.session = { ...window.session, replica: computer.replica, clock }
  }
}

/** Copies a computer with its name, log and clocks, as a restored backup or a copied profile does. */
export function copyComputer(world: World, window: Window): Window {
  const computer: Computer = { ...window.computer, names: new Set(window.computer.names), log: [...window.computer.log] }
  world.computers.push(computer)
  const copy: Window = { ...window, computer, seen: window.seen.slice(), takenIn: window.takenIn.slice(), exported: null, leaving: null, view: null }
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
