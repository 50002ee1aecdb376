import type { Change } from '../../../../shared/changes/change.ts'
import { foldChanges, type ChangeSet } from '../../../../shared/changes/fold.ts'
import { formatStamp } from '../../../../shared/changes/stamp.ts'
import { nameOf, writtenBy, type Written } from '../oracle.ts'
import { openSession, type Session } from '../session.ts'
import type { Random } from './random.ts'

/** Some computers, each with one or two windows on the same plan, and the files that lie between them. */
export interface World {
  readonly random: Random
  readonly pack: Pack
  /** Milliseconds since 1970 by the one clock that is right. */
  time: number
  readonly computers: Computer[]
  readonly windows: Window[]
  readonly files: File[]
  /** Every change ever made, cell by cell. */
  readonly made: Map<string, Written>
  readonly lastStamps: Map<string, string>
  readonly tally: Tally
  /** Whether a profile was copied: then stamps may repeat, and `knows` can't tell who wrote. */
  hasCopies: boolean
}

export interface Computer {
  readonly replica: string
  /** How far its wall clock is off. */
  offsetMs: number
  /** What its wall clock shows when it stands still. */
  stoppedAt: number | null
  /** What its windows wrote and took in, in order: the log on its disk. */
  readonly log: (readonly Change[])[]
}

export interface Window {
  readonly computer: Computer
  readonly slot: number
  session: Session
  /** All it has seen, as an explicit set: what causality is judged by. */
  readonly seen: Map<string, Written>
  /** How much of its computer's log it has read. */
  readTo: number
}

/** A file as it was written at some moment; it may be stale when somebody opens it. */
export interface File {
  readonly from: Window
  readonly open: () => ChangeSet
  readonly cells: ReadonlyMap<string, Written>
}

/** How a set of changes is carried to another computer: handed over as it is, or written and read as a file. */
export type Pack = (set: ChangeSet, from: Window) => () => ChangeSet

export const tallied = [
  'edits', 'made', 'deletions', 'restored', 'undone', 'redone', 'files', 'merges', 'staleFiles', 'ownFiles', 'mergesTakenAsAction', 'pages', 'conflicts', 'deletionConflicts',
  'caughtUp', 'restarts', 'clockTroubles', 'writtenOverTheFuture', 'copies', 'equalStamps', 'cells',
] as const
export type Tally = Record<(typeof tallied)[number], number>

export function emptyTally(): Tally {
  return Object.fromEntries(tallied.map((name) => [name, 0])) as Tally // one entry for each name
}

const start = Date.UTC(2018, 6, 1)

/** What every computer has from the beginning: a plan with a goal and a record of a kind from a later version. */
const beginning: readonly Change[] = [
  { at: formatStamp({ ms: start - 1_000, counter: 0, writer: '00000000000' }), on: 'plan:p', set: { title: 'P', startsOn: '2018-07-01' } },
  { at: formatStamp({ ms: start - 1_000, counter: 0, writer: '00000000000' }), on: 'goal:a', set: { title: 'a', status: 'todo' } },
]

export function createWorld({ random, pack, tally }: { readonly random: Random; readonly pack: Pack; readonly tally: Tally }): World {
  const world: World = { random, pack, time: start, computers: [], windows: [], files: [], made: new Map(), lastStamps: new Map(), tally, hasCopies: false }
  for (const cell of writtenBy(beginning)) world.made.set(nameOf(cell), cell)
  const count = 2 + random.below(4)
  for (let index = 0; index < count; index += 1) {
    const computer: Computer = { replica: `${index + 1}`.repeat(10), offsetMs: 0, stoppedAt: null, log: [beginning] }
    world.computers.push(computer)
    for (let slot = 0; slot < (random.chance(0.25) ? 2 : 1); slot += 1) world.windows.push(openWindow(computer, slot))
  }
  return world
}

export function openWindow(computer: Computer, slot: number): Window {
  const changes = computer.log.flat()
  const seen = new Map(writtenBy(changes).map((cell) => [nameOf(cell), cell]))
  return { computer, slot, session: openSession({ replica: computer.replica, slot, set: foldChanges(changes) }), seen, readTo: computer.log.length }
}

/** What the wall clock of a computer shows. */
export function clockOf(world: World, computer: Computer): number {
  return computer.stoppedAt ?? world.time + computer.offsetMs
}

/** Throws with a sentence where a promise is broken; cheaper than `expect`, which runs here a million times. */
export function insist(holds: boolean, promise: string): void {
  if (!holds) throw new Error(`broken promise: ${promise}`)
}
