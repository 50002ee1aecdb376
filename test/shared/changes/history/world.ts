import type { Change } from '../../../../shared/changes/change.ts'
import { emptyChangeSet, foldChanges, type ChangeSet } from '../../../../shared/changes/fold.ts'
import { rewriteChanges, type Rewrite } from '../../../../shared/changes/remove-changes.ts'
import type { TakenOut } from '../../../../shared/changes/taken-out.ts'
import { formatStamp } from '../../../../shared/changes/stamp.ts'
import type { DatedExchange, Exchange } from '../../../../shared/plan/exchange.ts'
import type { PlanView } from '../../../../shared/plan/plan-view.ts'
import { openSession, type Session } from '../session.ts'
import { noCells, putCells, takeCells, type CellSet } from './cell-set.ts'
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
  /** The record of each conflict that was ever found, by the pair. */
  readonly records: Map<string, string>
  /** Every merge that brought something, by its id. */
  readonly merges: Map<string, TakenMerge>
  /** Writes that lost to one another between windows of one computer, where nobody raises a conflict: they are one person's hands. */
  readonly lostAtHome: Set<string>
  /** What went with merges that were taken back. What was found and chosen in them may be nowhere any more. */
  readonly vanished: CellSet
  /** What merges brought that were taken back: who wrote after it is taken not to have known it. */
  readonly everOut: CellSet
  readonly tally: Tally
  /** Whether a profile was copied: then stamps may repeat, and `knows` can't tell who wrote. */
  hasCopies: boolean
  renames: number
}

export interface Computer {
  /** Its name, which is another once it has found that its profile was copied. */
  replica: string
  /** Its names so far. */
  readonly names: Set<string>
  /** How far its wall clock is off. */
  offsetMs: number
  /** What its wall clock shows when it stands still. */
  stoppedAt: number | null
  /** What its windows wrote and took in, in order: the log on its disk. */
  readonly log: LogRow[]
}

export interface LogRow extends Rewrite {
  readonly changes: readonly Change[]
  /** The cells that who reads the row has then seen. */
  readonly cells: CellSet
  /** And those that are gone then. */
  readonly gone?: CellSet
  readonly exchange?: DatedExchange
  /** Who wrote it; none, for what was there from the beginning. */
  readonly by?: Window
}

/** A merge, as it must be known to judge how it is taken back. */
export interface TakenMerge {
  readonly id: string
  /** What it brought: all that the plan had not before, with what was written in it. */
  brought: readonly Change[]
  cells: CellSet
  /** Of it, what was written: what the person chose, and that it was looked at. */
  made: CellSet
  /** Everything that was in the file. */
  readonly file: CellSet
  /** Everything that was there before. */
  readonly before: CellSet
  isTakenBack: boolean
}

export interface Window {
  readonly computer: Computer
  readonly slot: number
  session: Session
  /** All it has seen, as an explicit set: what causality is judged by. */
  readonly seen: CellSet
  /** What pages brought that it took in as actions of its own: undo may take that back too. */
  readonly takenIn: CellSet
  /** What was exchanged with others, as this window has heard of it. */
  exchanges: readonly DatedExchange[]
  /** Merges taken back that can be done again, with what that brings. */
  redoable: readonly { readonly merge: TakenMerge; readonly out: TakenOut; readonly cells: CellSet; readonly written: CellSet; readonly left: CellSet }[]
  /** How much of its computer's log it has read. */
  readTo: number
  /** The plan as its screen shows it, kept up step by step; null where nobody looks. */
  view: PlanView | null
  /** The last file it exported, and of what. */
  exported: { readonly set: ChangeSet; readonly file: File } | null
  /** What the log will be told of a file that is being saved. */
  leaving: Exchange | null
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
  const world: World = { random, pack, time: start, computers: [], windows: [], files: [], ledger: createLedger(), lastStamps: new Map(), records: new Map(), merges: new Map(), lostAtHome: new Set(), vanished: noCells(), everOut: noCells(), tally, hasCopies: false, renames: 0 }
  const cells = cellSetOf(enter({ ledger: world.ledger, changes: beginning }))
  const count = random.chance(0.7) ? 5 : 2 + random.below(3)
  for (let index = 0; index < count; index += 1) {
    // as a rule some clock is hours off, and some agree to the millisecond, so that stamps meet
    const offsetMs = random.pick([0, 0, 0, -7, -1, 2, 11]) * hour
    const replica = `${index + 1}`.repeat(10)
    const computer: Computer = { replica, names: new Set([replica]), offsetMs, stoppedAt: null, log: [{ changes: beginning, cells }] }
    if (offsetMs !== 0) tally.clocksOffByHours += 1
    world.computers.push(computer)
    for (let slot = 0; slot < (random.chance(0.2) ? 2 : 1); slot += 1) world.windows.push(openWindow(computer, slot))
  }
  tally.replicas += count
  return world
}

/** A window that reads its computer's log from the beginning. */
export function openWindow(computer: Computer, slot: number): Window {
  const { log, replica } = computer
  const seen = noCells()
  for (const { cells, gone } of log) {
    if (gone !== undefined) takeCells(seen, gone)
    putCells(seen, cells)
  }
  const exchanges = log.flatMap(({ exchange }) => exchange ?? [])
  return { computer, slot, session: openSession({ replica, slot, set: foldLog(log) }), seen, takenIn: noCells(), exchanges, redoable: [], readTo: log.length, view: null, exported: null, leaving: null }
}

function foldLog(log: readonly LogRow[]): ChangeSet {
  if (log.length === 1) return beginningSet
  if (log.every(({ without }) => without === undefined)) return foldChanges(log.flatMap(({ changes }) => changes))
  return log.reduce((set, row) => rewriteChanges(set, row).set, emptyChangeSet())
}

/** What the wall clock of a computer shows. */
export function clockOf(world: World, computer: Computer): number {
  return computer.stoppedAt ?? world.time + computer.offsetMs
}

/** Throws with a sentence where a promise is broken; cheaper than `expect`, which runs here a million times. */
export function insist(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new Error(`broken promise: ${promise}`)
}
