import type { Edit, Value } from '../../../../shared/changes/change.ts'
import { recordIn } from '../../../../shared/changes/fold.ts'
import { winnerOf } from '../../../../shared/changes/folded-record.ts'
import { hasKind, type RecordId } from '../../../../shared/model/ids.ts'
import { createView } from '../../../../shared/plan/plan-index.ts'
import { openConflicts } from '../../../../shared/plan/open-conflicts.ts'
import { keepConflict, settleConflict, settledBy } from '../../../../shared/plan/settle-conflict.ts'
import { act, redo, undo } from '../session.ts'
import { wrote } from './written.ts'
import { clockOf, type Window, type World } from './world.ts'

const goals = ['goal:a', 'goal:b', 'goal:c'] as const
const records = [...goals, 'note:d', 'replica:e', 'milestone:f'] as const satisfies readonly RecordId[]

/** Few values each, so that equal ones meet; some only a later version knows. */
const values: Readonly<Record<string, readonly Value[]>> = {
  title: ['', 'a', 'Ää', '目標 🎯'],
  status: ['todo', 'inProgress', 'done', null],
  'teams/SRE': [true, false],
  weight: [0, 1, 2, [1, '2'], ['a', 'b'], [], { b: 1, a: [] }],
  'weight/x': [true, false, null],
  constructor: [0, 1],
  order: ['a0', 'a1', 'garbage ~'],
}
const fields = Object.keys(values)

export function edit(world: World, window: Window): void {
  const { random } = world
  const edits: Edit[] = []
  for (const on of random.shuffle(records).slice(0, random.chance(0.2) ? 2 : 1)) {
    if (recordIn(window.session.set, on) === undefined) world.tally.made += 1
    const chosen = random.shuffle(fields).slice(0, 1 + random.below(3))
    edits.push({ on, set: Object.fromEntries(chosen.map((field) => [field, random.pick(values[field] ?? [])])) })
  }
  world.tally.edits += 1
  perform(world, window, edits)
}

/** The smallest edit there is, of a field that everybody has. */
export function setStatus(world: World, window: Window): void {
  world.tally.edits += 1
  perform(world, window, [{ on: 'goal:a', set: { status: world.random.pick(values['status'] ?? []) } }])
}

/** Puts a goal below another, itself included, or a note to a goal: parents that lead in a circle come of it. */
export function hang(world: World, window: Window): void {
  const { random } = world
  const on = random.pick(records.filter((id) => hasKind(id, 'goal') || hasKind(id, 'note')))
  world.tally.hung += 1
  perform(world, window, [{ on, set: { [hasKind(on, 'note') ? 'about' : 'parent']: random.pick([...goals, null]) } }])
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
    const written = undo({ session: window.session, now: clockOf(world, window.computer) })
    if (written.changes.length > 0) world.tally.undone += 1
    wrote({ world, window, written, isTakingBack: true })
  }
  if (world.random.chance(0.4)) doAgain(world, window)
}

/** Does all again that was taken back. */
export function doAgain(world: World, window: Window): void {
  while (window.session.redoable.length > 0) {
    const written = redo({ session: window.session, now: clockOf(world, window.computer) })
    if (written.changes.length > 0) world.tally.redone += 1
    wrote({ world, window, written, isTakingBack: true })
  }
}

/** Looks at a conflict that waits: keeps what counts, or flips it. */
export function reviewConflict(world: World, window: Window): void {
  const { random, tally } = world
  if (world.records.size === 0) return
  const view = window.view ?? createView(window.session.set)
  const open = openConflicts(view)
  if (open.length === 0) return
  const conflict = random.pick(open)
  const edits = random.chance(0.5) ? keepConflict(conflict) : settleConflict({ view, conflict, side: random.pick(['earlier', 'later']) })
  tally.reviewed += 1
  if (edits.length > 1) tally.flipped += 1
  perform(world, window, edits)
}

function perform(world: World, window: Window, edits: readonly Edit[]): void {
  const settled = window.view === null ? [] : settledBy(window.view, edits)
  wrote({ world, window, written: act({ session: window.session, edits: [...edits, ...settled], now: clockOf(world, window.computer) }), isTakingBack: false })
}
