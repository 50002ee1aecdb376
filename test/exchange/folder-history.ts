import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDiskFolder } from '../../electron/main/folders/disk-folder.ts'
import { parseCellName } from '../../shared/changes/cell-name.ts'
import type { Change } from '../../shared/changes/change.ts'
import { recordIn, type ChangeSet } from '../../shared/changes/fold.ts'
import { cellsOf } from '../../shared/changes/folded-record.ts'
import { isKnown, type Knows } from '../../shared/changes/knows.ts'
import { valuesOf } from '../../shared/changes/sharded-map.ts'
import type { Stamp } from '../../shared/changes/stamp.ts'
import { hasKind } from '../../shared/model/ids.ts'
import { howItLies, type FolderFile, type FolderFiles } from '../../shared/share/folder/folder-files.ts'
import { createFolderMailbox } from '../../shared/share/folder/folder-mailbox.ts'
import { createRandom, type Random } from '../shared/changes/history/random.ts'
import { portraitOf } from '../shared/changes/portrait.ts'
import { createReplica, firstSet, type Replica } from '../shared/share/share-replica.ts'
import { createSynchroniser, type Synchronised, type Synchroniser } from './synchroniser.ts'

/** A second of the history passes in a millisecond, so that days and coarse clocks have their turn. */
const speed = 1_000

export interface FolderHistory {
  readonly computers: number
  /** Whether all look into one folder, as on a drive of the network; else each has its own, and a program synchronises them. */
  readonly isOne: boolean
  /** In which steps the folders' clocks go, in milliseconds of the history. */
  readonly clockStep: number
  readonly wholeUpTo: number
  readonly seed: number
  readonly steps: number
}

/** What came of a history. */
export interface FolderOutcome {
  /** What each computer holds at the end, as text. */
  readonly portraits: readonly string[]
  /** Edits that were on a computer's disk and are not in what all hold. */
  readonly lost: readonly string[]
  /** Conflicts between edits of which one was made knowing of the other. */
  readonly untrue: readonly string[]
  readonly edits: number
  readonly looks: number
  readonly received: number
  readonly conflicts: number
  readonly restarts: number
  readonly rounds: number
  readonly synchronised: Synchronised
}

/** Plays a history of computers that share a plan through real folders, lets it come to rest, and tells what came of it. */
export async function playFolders(history: FolderHistory): Promise<FolderOutcome> {
  const around = realpathSync(mkdtempSync(join(tmpdir(), 'quarterdeck-exchange-')))
  try {
    return await play(history, around)
  } finally {
    rmSync(around, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function play(history: FolderHistory, around: string): Promise<FolderOutcome> {
  const { computers, isOne, clockStep, wholeUpTo, seed, steps } = history
  const random = createRandom(seed)
  const began = Date.now()
  const now = (): number => 1_544_000_000_000 + (Date.now() - began) * speed
  const folders = Array.from({ length: isOne ? 1 : computers }, (_, at) => join(around, `${at}`, 'tec3.planfolder'))
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  const synchroniser = createSynchroniser({ folders, random })
  const counts = { edits: 0, looks: 0, received: 0, restarts: 0 }
  const replicas = Array.from({ length: computers }, (_, at): Replica => {
    const files = withClock({ files: createDiskFolder({ root: folders[isOne ? 0 : at] ?? '' }), step: clockStep, timeOf: (real) => 1_544_000_000_000 + (real - began) * speed })
    const mailbox = { ...createFolderMailbox({ files, now }), wholeUpTo }
    return createReplica({ mailbox, now, disk: { set: firstSet, name: `replica${String(at).padStart(3, '0')}` }, onReceived: () => (counts.received += 1) })
  })
  const made = new Map<Stamp, Knows>()
  const acknowledged: Change[] = []
  const edit = (replica: Replica, isSafe: boolean): void => {
    const { knows } = replica.set()
    const on = `goal:g${random.below(12)}` as const
    const set = random.pick([{ title: `Ship ${random.below(1_000)} of it` }, { status: random.pick(['done', 'inProgress', 'blocked']) }, { owner: 'Release' }, { description: 'x'.repeat(random.below(400)) }, { deleted: random.chance(0.3) }])
    const changes = replica.edit([{ on, set }])
    counts.edits += changes.length
    for (const change of changes) made.set(change.at, knows)
    if (!isSafe) return
    replica.save()
    acknowledged.push(...changes)
  }
  const look = async (replica: Replica): Promise<void> => {
    counts.looks += 1
    await replica.share().look()
  }
  for (let step = 0; step < steps; step += 1) {
    const replica = random.pick(replicas)
    const luck = random.below(100)
    if (luck < 35) for (let more = random.below(4); more >= 0; more -= 1) edit(replica, true)
    else if (luck < 60) await look(replica)
    else if (luck < 63) {
      // not on the disk when the app dies: nobody else may know of it either
      edit(replica, false)
      await look(replica)
      replica.restart()
      counts.restarts += 1
    } else if (luck < 65) await Promise.all([look(replica), look(random.pick(replicas))])
    else if (luck < 69) synchroniser.mishap(random.below(folders.length))
    else carrySome({ synchroniser, folders: folders.length, random })
  }
  // what was put last is taken away again before anybody has seen it
  for (const replica of replicas) {
    edit(replica, true)
    await look(replica)
  }
  if (random.chance(0.5)) for (let at = 0; at < folders.length; at += 1) synchroniser.empty(at)
  const rounds = await comeToRest({ replicas, synchroniser, folders: folders.length, look })
  const set = replicas[0]?.set() ?? firstSet
  const conflicts = [...valuesOf(set.records)].filter(({ id }) => hasKind(id, 'conflict'))
  return {
    portraits: replicas.map((each) => portraitOf(each.set())),
    lost: acknowledged.flatMap((change) => missingOf(set, change)),
    untrue: conflicts.flatMap(({ id, winners }) => {
      const [earlier = '', later = ''] = ['earlier', 'later'].map((field) => stampIn(winners.find((cell) => cell.field === field)?.value))
      return isConcurrent(made, earlier, later) ? [] : [id]
    }),
    ...counts,
    conflicts: conflicts.length,
    rounds,
    synchronised: synchroniser.done,
  }
}

function carrySome({ synchroniser, folders, random }: { readonly synchroniser: Synchroniser; readonly folders: number; readonly random: Random }): void {
  if (folders < 2) return
  const [from = 0, to = 1] = random.shuffle(Array.from({ length: folders }, (_, at) => at))
  synchroniser.carry({ from, to, all: false })
}

const mostRounds = 40

/** Nothing goes wrong any more: how often everybody has to look, and everything has to be carried, until all hold the same. */
async function comeToRest({ replicas, synchroniser, folders, look }: { readonly replicas: readonly Replica[]; readonly synchroniser: Synchroniser; readonly folders: number; readonly look: (replica: Replica) => Promise<void> }): Promise<number> {
  for (let round = 1; round <= mostRounds; round += 1) {
    for (const replica of replicas) await look(replica)
    for (let from = 0; from < folders; from += 1) for (let to = 0; to < folders; to += 1) if (from !== to) synchroniser.carry({ from, to, all: true })
    if (new Set(replicas.map((each) => portraitOf(each.set()))).size === 1) return round
  }
  return mostRounds
}

/** Real files under a clock that goes as fast as the history, and in steps. */
function withClock({ files, step, timeOf }: { readonly files: FolderFiles; readonly step: number; readonly timeOf: (real: number) => number }): FolderFiles {
  /** How files lay in truth, by how they were shown. */
  const real = new Map<string, string>()
  const shown = (file: FolderFile): FolderFile => {
    const seen = { ...file, modified: Math.floor(timeOf(file.modified) / step) * step }
    real.set(`${file.path} ${howItLies(seen)}`, howItLies(file))
    return seen
  }
  return {
    ...files,
    list: async () => {
      const listed = await files.list()
      return listed.ok ? { ok: true, value: listed.value.map(shown) } : listed
    },
    write: async (path, text, known) => {
      const written = await files.write(path, text, known === undefined || known === null ? known : (real.get(`${path} ${known}`) ?? known))
      return written.ok ? { ok: true, value: shown(written.value) } : written
    },
  }
}

function missingOf(set: ChangeSet, { at, on, set: fields }: Change): readonly string[] {
  const record = recordIn(set, on)
  const cells = record === undefined ? [] : [...cellsOf(record)]
  return Object.keys(fields).filter((field) => !cells.some((cell) => cell.at === at && cell.field === field)).map((field) => `${on} ${field} ${at}`)
}

/** The stamp of the edit that a conflict names. */
function stampIn(value: unknown): Stamp {
  return typeof value === 'string' ? (parseCellName(value)?.at ?? '') : ''
}

function isConcurrent(made: ReadonlyMap<Stamp, Knows>, a: Stamp, b: Stamp): boolean {
  const [byA, byB] = [made.get(a), made.get(b)]
  return byA !== undefined && byB !== undefined && !isKnown({ knows: byA, stamp: b }) && !isKnown({ knows: byB, stamp: a })
}
