import type { Change } from '../../../../shared/changes/change.ts'
import { foldChanges, type ChangeSet } from '../../../../shared/changes/fold.ts'
import { formatStamp } from '../../../../shared/changes/stamp.ts'
import type { PlanView } from '../../../../shared/plan/plan-view.ts'
import { openSession, type Session } from '../session.ts'
import { noCells, putCells, type CellSet } from './cell-set.ts'
import { cellSetOf, createLedger, enter, type Ledger } from './ledger.ts'
import type { Random } from './random.ts'
import type { Tally } from './tally.ts'

/** Some computers, each with one or two windows on the same plan, and the files that lie between them. */
export interface World {
  readonly random: Random
  readonly pack: Pack
  /** Milliseconds since 1970 by the one clock that is right. */
  time: number
  readonly computers: Computer[]
  readonly windows: Window[]
  readonly files: File[]
  readonly ledger: Ledger
  readonly lastStamps: Map<string, string>
  /** The conflicts that merges have raised, as `causality.ts` names their two sides. */
  readonly raised: Set<string>
  /** Those that met between windows of one computer, where nobody raises any: they are one person's hands. */
  readonly metAtHome: Set<string>
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
  readonly log: LogRow[]
}

export interface LogRow {
  readonly changes: readonly Change[]
  /** The cells that who reads the row has then seen. */
  readonly cells: CellSet
}

export interface Window {
  readonly computer: Computer
  readonly slot: number
  session: Session
  /** All it has seen, as an explicit set: what causality is judged by. */
  readonly seen: CellSet
  /** What files and pages brought that it took in as actions of its own: undo may take that back too. */
  readonly takenIn: CellSet
  /** How much of its computer's log it has read. */
  readTo: number
  /** The plan as its screen shows it, kept up step by step; null where nobody looks. */
  view: PlanView | null
  /** The last file it exported, and of what. */
  exported: { readonly set: ChangeSet; readonly file: File } | null
}

/** A file as it was written at some moment; it may be stale when somebody opens it. */
export interface File {
  readonly from: Window
  readonly parcel: Parcel
  readonly cells: CellSet
}

/** What travels between computers. */
export interface Parcel {
  readonly open: () => ChangeSet
  /** What it holds, as text that is the same for equal sets, whoever sends them and when. */
  readonly content: () => string
}

/** How a set of changes is carried to another computer: handed over as it is, or written and read as a file. */
export type Pack = (set: ChangeSet, from: Window) => Parcel

const start = Date.UTC(2018, 6, 1)

/** What every computer has from the beginning: a plan with a goal. */
const beginning: readonly Change[] = [
  { at: formatStamp({ ms: start - 1_000, counter: 0, writer: '00000000000' }), on: 'plan:p', set: { title: 'P', startsOn: '2018-07-01' } },
  { at: formatStamp({ ms: start - 1_000, counter: 0, writer: '00000000000' }), on: 'goal:a', set: { title: 'a', status: 'todo' } },
]
const beginningSet = foldChanges(beginning)

const hour = 60 * 60 * 1_000

export function createWorld({ random, pack, tally }: { readonly random: Random; readonly pack: Pack; readonly tally: Tally }): World {
  const world: World = { random, pack, time: start, computers: [], windows: [], files: [], ledger: createLedger(), lastStamps: new Map(), raised: new Set(), metAtHome: new Set(), tally, hasCopies: false }
  const cells = cellSetOf(enter({ ledger: world.ledger, changes: beginning }))
  const count = random.chance(0.7) ? 5 : 2 + random.below(3)
  for (let index = 0; index < count; index += 1) {
    // as a rule some clock is hours off, and some agree to the millisecond, so that stamps meet
    const offsetMs = random.pick([0, 0, 0, -7, -1, 2, 11]) * hour
    const computer: Computer = { replica: `${index + 1}`.repeat(10), offsetMs, stoppedAt: null, log: [{ changes: beginning, cells }] }
    if (offsetMs !== 0) tally.clocksOffByHours += 1
    world.computers.push(computer)
    for (let slot = 0; slot < (random.chance(0.2) ? 2 : 1); slot += 1) world.windows.push(openWindow(computer, slot))
  }
  tally.replicas += count
  return world
}

export function openWindow(computer: Computer, slot: number): Window {
  const { log, replica } = computer
  const set = log.length === 1 ? beginningSet : foldChanges(log.flatMap(({ changes }) => changes))
  const seen = noCells()
  for (const { cells } of log) putCells(seen, cells)
  return { computer, slot, session: openSession({ replica, slot, set }), seen, takenIn: noCells(), readTo: log.length, view: null, exported: null }
}

/** What the wall clock of a computer shows. */
export function clockOf(world: World, computer: Computer): number {
  return computer.stoppedAt ?? world.time + computer.offsetMs
}

/** Throws with a sentence where a promise is broken; cheaper than `expect`, which runs here a million times. */
export function insist(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new Error(`broken promise: ${promise}`)
}
