import { changesOf } from '../../../../shared/changes/fold.ts'
import { createView } from '../../../../shared/plan/plan-index.ts'
import { nameOf, oraclePortrait, writtenBy } from '../oracle.ts'
import { portraitOf } from '../portrait.ts'
import { unaccounted } from './accounts.ts'
import { cellSetOf } from './ledger.ts'
import { fileOf, mergeFile } from './merge-steps.ts'
import { isFoldOf } from './naive-model.ts'
import { catchUp } from './computer-steps.ts'
import { judgeForest, judgeView } from './watched-view.ts'
import { insist, type File, type Window, type World } from './world.ts'

/** Everybody hears of everything, by one of the ways in which files go round. */
export function exchangeAll(world: World): void {
  const windows = world.random.shuffle(world.windows)
  readLogs(world)
  const way = world.random.below(10)
  if (way < 7) throughOne(world, windows)
  else if (way < 9) along(world, windows)
  else amongAll(world, windows)
  readLogs(world)
}

/** Where a computer has two windows, each reads what the other wrote. */
function readLogs(world: World): void {
  for (const window of world.windows) if (world.windows.some((other) => other !== window && other.computer === window.computer)) catchUp(world, window)
}

/** One collects from all, and sends all of it to each. */
function throughOne(world: World, windows: readonly Window[]): void {
  const [hub, ...others] = windows
  if (hub === undefined) return
  for (const other of others) take(world, hub, fileOf(world, other))
  const file = fileOf(world, hub)
  for (const other of others) take(world, other, file)
}

/** Each hands on to the next what it has by then, and the last sends all of it back. */
function along(world: World, windows: readonly Window[]): void {
  for (const [index, window] of windows.slice(1).entries()) take(world, window, fileOf(world, windows[index] ?? window))
  const last = windows.at(-1)
  if (last === undefined) return
  const file = fileOf(world, last)
  for (const window of windows.slice(0, -1)) take(world, window, file)
}

/** Each sends to each. */
function amongAll(world: World, windows: readonly Window[]): void {
  const files = windows.map((window) => fileOf(world, window))
  for (const window of windows) for (const file of world.random.shuffle(files)) if (file.from !== window) take(world, window, file)
}

function take(world: World, window: Window, file: File): void {
  mergeFile({ world, window, file, asAction: false })
}

/** Looks whether all hold the same, that it is everything that was ever made, and that each write is accounted for. */
export function judgeEnd(world: World): void {
  const { ledger, tally } = world
  const all = cellSetOf(ledger.entries)
  for (const { session } of world.windows) {
    if (!isFoldOf({ set: session.set, ledger, cells: all })) explainEnd(world, session.set)
  }
  const files = world.windows.map((window) => fileOf(world, window))
  const contents = files.map(({ parcel }) => parcel.content())
  insist(new Set(contents).size === 1, 'in the end all exports are the same, byte for byte, but for who wrote them and when')
  take(world, world.random.pick(world.windows), world.random.pick(files))
  const lost = world.hasCopies ? [] : unaccounted(world)
  if (lost.length > 0) throw new Error(`broken promise: a write counts, was overwritten knowingly or lost in a conflict; not so:\n${lost.map(nameOf).join('\n')}`)
  for (const { view } of world.windows) if (view !== null) judgeView(view)
  const first = world.windows[0]
  if (first !== undefined) judgeForest(world, createView(first.session.set))
  tally.cells += ledger.entries.length
}

/** The slow way, which can say what is wrong; it also finds it wrong, or the quick way is. */
function explainEnd({ ledger }: World, set: Window['session']['set']): never {
  const kept = new Set(writtenBy(changesOf(set)).map(nameOf))
  const missing = ledger.entries.map(nameOf).filter((name) => !kept.has(name))
  throw new Error(`broken promise: all computers hold what the naive model says, and no change is ever lost; missing:\n${missing.join('\n')}\none holds:\n${portraitOf(set)}\nexpected:\n${oraclePortrait(ledger.entries)}`)
}
