import { changesOf } from '../../../../shared/changes/fold.ts'
import { createView } from '../../../../shared/plan/plan-index.ts'
import { nameOf, oraclePortrait, writtenBy } from '../oracle.ts'
import { portraitOf } from '../portrait.ts'
import { judgeAccounts } from './accounts.ts'
import { areSameCells, cellsWithout, hasCell, isNoCell, noCells, putCells, type CellSet } from './cell-set.ts'
import { cellSetOf } from './ledger.ts'
import { catchUpAtHome, fileOf, mergeFile } from './merge-steps.ts'
import { isFoldOf } from './naive-model.ts'
import { judgeForest, judgeView } from './watched-view.ts'
import { insist, type Window, type World } from './world.ts'

/**
 * Everybody hears of everything, by one of the ways in which files go round. What is found on the way, such as a
 * conflict between what two windows of a computer had in hand, goes round once more.
 */
export function exchangeAll(world: World): void {
  const windows = world.random.shuffle(world.windows)
  const way = world.random.pick([throughOne, throughOne, throughOne, throughOne, along, along, amongAll])
  for (let round = 0; round === 0 || !areAtOne(world); round += 1) {
    insist(round < 4, 'exchange comes to an end')
    readLogs(world)
    if (round === 0) way(world, windows)
    else throughOne(world, windows)
    readLogs(world)
  }
}

function areAtOne({ windows }: World): boolean {
  const [first, ...others] = windows
  return first === undefined || others.every(({ seen }) => areSameCells(seen, first.seen))
}

/** Where a computer has two windows, each reads what the other wrote. */
function readLogs(world: World): void {
  for (const window of world.windows) catchUpAtHome(world, window)
}

/** One collects from all, and sends all of it to each. */
function throughOne(world: World, windows: readonly Window[]): void {
  const [hub, ...others] = windows
  if (hub === undefined) return
  for (const other of others) mergeFile(world, hub, fileOf(world, other))
  const file = fileOf(world, hub)
  for (const other of others) mergeFile(world, other, file)
}

/** Each hands on to the next what it has by then, and the last sends all of it back. */
function along(world: World, windows: readonly Window[]): void {
  for (const [index, window] of windows.slice(1).entries()) mergeFile(world, window, fileOf(world, windows[index] ?? window))
  const last = windows.at(-1)
  if (last === undefined) return
  const file = fileOf(world, last)
  for (const window of windows.slice(0, -1)) mergeFile(world, window, file)
}

/** Each sends to each: all may find the same conflicts, and write of them on their own. */
function amongAll(world: World, windows: readonly Window[]): void {
  const files = windows.map((window) => fileOf(world, window))
  for (const window of windows) for (const file of world.random.shuffle(files)) if (file.from !== window) mergeFile(world, window, file)
}

/** Looks whether all hold the same, that it is everything that was ever made, and that each write is accounted for. */
export function judgeEnd(world: World): void {
  const { ledger, tally } = world
  const all = noCells()
  for (const { seen } of world.windows) putCells(all, seen)
  insist(world.hasCopies || isNoCell(cellsWithout(cellsWithout(cellSetOf(ledger.entries), all), world.vanished)), 'nothing is gone but what was taken back before it left')
  for (const { session, seen } of world.windows) {
    insist(areSameCells(seen, all), 'everybody has heard of everything')
    if (!isFoldOf({ set: session.set, ledger, cells: all })) explainEnd(world, session.set, all)
  }
  const files = world.windows.map((window) => fileOf(world, window))
  insist(new Set(files.map(({ parcel }) => parcel.content())).size === 1, 'in the end all exports are the same, byte for byte, but for who wrote them and when')
  mergeFile(world, world.random.pick(world.windows), world.random.pick(files))
  if (!world.hasCopies) judgeAccounts(world, all)
  for (const { view } of world.windows) if (view !== null) judgeView(view)
  const first = world.windows[0]
  if (first !== undefined) judgeForest({ world, view: createView(first.session.set), all })
  tally.cells += ledger.entries.length
}

/** The slow way, which can say what is wrong; it also finds it wrong, or the quick way is. */
function explainEnd({ ledger }: World, set: Window['session']['set'], all: CellSet): never {
  const entries = ledger.entries.filter(({ index }) => hasCell(all, index))
  const kept = new Set(writtenBy(changesOf(set)).map(nameOf))
  const missing = entries.map(nameOf).filter((name) => !kept.has(name))
  throw new Error(`broken promise: all computers hold what the naive model says, and no change is ever lost; missing:\n${missing.join('\n')}\none holds:\n${portraitOf(set)}\nexpected:\n${oraclePortrait(entries)}`)
}
