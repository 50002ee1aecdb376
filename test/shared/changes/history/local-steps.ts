import type { Change, Edit, Value } from '../../../../shared/changes/change.ts'
import { recordIn } from '../../../../shared/changes/fold.ts'
import { winnerOf } from '../../../../shared/changes/folded-record.ts'
import { writerOf } from '../../../../shared/changes/stamp.ts'
import { isAheadWriter } from '../../../../shared/changes/writer.ts'
import type { RecordId } from '../../../../shared/model/ids.ts'
import { nameOf, oracleWinner, writtenBy, type Written } from '../oracle.ts'
import { stableText } from '../portrait.ts'
import { act, redo, undo, type Session } from '../session.ts'
import { clockOf, insist, type Window, type World } from './world.ts'

const records = ['goal:a', 'goal:b', 'note:d', 'replica:e', 'milestone:f'] as const satisfies readonly RecordId[]

/** Few values each, so that equal ones meet; some only a later version knows. */
const values: Readonly<Record<string, readonly Value[]>> = {
  title: ['', 'a', 'bb'],
  status: ['todo', 'inProgress', 'done', null],
  'teams/SRE': [true, false],
  weight: [0, 1, 2, [1, '2'], ['a', 'b'], [], { b: 1, a: [] }],
  'weight/x': [true, false, null],
  constructor: [0, 1],
}

export function edit(world: World, window: Window): void {
  const { random } = world
  const edits: Edit[] = []
  for (const on of random.shuffle(records).slice(0, random.chance(0.2) ? 2 : 1)) {
    if (recordIn(window.session.set, on) === undefined) world.tally.made += 1
    const fields = random.shuffle(Object.keys(values)).slice(0, 1 + random.below(3))
    edits.push({ on, set: Object.fromEntries(fields.map((field) => [field, random.pick(values[field] ?? [])])) })
  }
  world.tally.edits += 1
  perform(world, window, edits)
}

/** Deletes a record, or brings a deleted one back. */
export function toggleDeletion(world: World, window: Window): void {
  const present = records.filter((on) => recordIn(window.session.set, on) !== undefined)
  const on = world.random.pick(present)
  const isDeleted = winnerOf(recordIn(window.session.set, on), 'deleted')?.value === true
  world.tally[isDeleted ? 'restored' : 'deletions'] += 1
  perform(world, window, [{ on, set: { deleted: isDeleted ? world.random.pick([false, null]) : true } }])
}

/** Takes back one to three actions, and sometimes thinks better of it. */
export function takeBack(world: World, window: Window): void {
  for (let times = 1 + world.random.below(3); times > 0; times -= 1) {
    const { session, changes } = undo({ session: window.session, now: clockOf(world, window.computer) })
    if (changes.length > 0) world.tally.undone += 1
    wrote({ world, window, session, changes })
  }
  if (world.random.chance(0.4)) doAgain(world, window)
}

/** Does all again that was taken back. */
export function doAgain(world: World, window: Window): void {
  while (window.session.redoable.length > 0) {
    const { session, changes } = redo({ session: window.session, now: clockOf(world, window.computer) })
    if (changes.length > 0) world.tally.redone += 1
    wrote({ world, window, session, changes })
  }
}

function perform(world: World, window: Window, edits: readonly Edit[]): void {
  wrote({ world, window, ...act({ session: window.session, edits, now: clockOf(world, window.computer) }) })
}

/** Enters what a window wrote into the books, and looks whether it is what now counts there. */
function wrote({ world, window, session, changes }: { readonly world: World; readonly window: Window; readonly session: Session; readonly changes: readonly Change[] }): void {
  window.session = session
  if (changes.length === 0) return
  for (const stamp of new Set(changes.map((change) => change.at))) enterStamp(world, stamp)
  for (const cell of writtenBy(changes)) {
    const { on, field, at, value } = cell
    const replaced = oracleWinner({ cells: window.seen.values(), on, field })
    insist(replaced === undefined || replaced.at < at, 'a local edit is stamped later than what it replaces')
    const counts = winnerOf(recordIn(session.set, on as RecordId), field) // an edit's own id
    insist(counts?.at === at && stableText(counts.value) === stableText(value), 'a local edit counts at once')
    enterCell(world, window, cell)
  }
  window.computer.log.push(changes)
}

function enterStamp(world: World, stamp: string): void {
  const last = world.lastStamps.get(writerOf(stamp))
  insist(world.hasCopies || last === undefined || last < stamp, 'what a writer writes rises')
  world.lastStamps.set(writerOf(stamp), stamp)
  if (isAheadWriter(writerOf(stamp))) world.tally.writtenOverTheFuture += 1
}

function enterCell(world: World, window: Window, cell: Written): void {
  const { on, field, at } = cell
  if ([...world.made.values()].some((other) => other.at === at && other.on === on && other.field === field)) world.tally.equalStamps += 1
  world.made.set(nameOf(cell), cell)
  window.seen.set(nameOf(cell), cell)
}
