import { addChanges, emptyChangeSet, type ChangeSet } from '../../shared/changes/fold.ts'
import { removeChanges } from '../../shared/changes/remove-changes.ts'
import { formatStamp, msOf, replicaOf } from '../../shared/changes/stamp.ts'
import { finish } from '../../shared/changes/steps.ts'
import { takeIn } from '../../shared/changes/take-in.ts'
import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import { createView } from '../../shared/plan/plan-index.ts'
import { byteLength } from '../../shared/file/byte-length.ts'
import { createShare } from '../../shared/share/create-share.ts'
import { foldedBefore, foldedEdit, momentOf } from '../../shared/share/old-history/folded-before.ts'
import { historyToFold } from '../../shared/share/old-history/fold-history.ts'
import { readShared } from '../../shared/share/join-share.ts'
import { levelLimits, levelName, planLevel } from '../../shared/share/levels.ts'
import type { Mailbox } from '../../shared/share/mailbox.ts'
import type { RunSteps } from '../../shared/share/mail-reader.ts'
import { putNews } from '../../shared/share/outgoing.ts'
import { withoutReturned } from '../../shared/share/old-history/returned-history.ts'
import { afterPut, noOwnItems, type OwnItems } from '../../shared/share/own-items.ts'
import type { Share, SharedPlan } from '../../shared/share/share.ts'
import { decodeShard, encodeShard } from '../../renderer/data/checkpoint-shard.ts'
import { createMemoryMailbox, createMemoryPlace, lay, noTraffic, type MemoryPlace } from '../shared/share/memory-mailbox.ts'
import { tableHead, tableRow, time, type Row, type Size } from './share-table.ts'
import { dayMs, setOn, teamYear, yearStart, type Year } from './share-year.ts'

const planId = 'plan:big'
const app = 'bench 1'
/** Of the replicas the one that is away, and for how many days. */
const [awayIndex, awayDays] = [4, 28]
/** How many changed states a replica's plan file lags behind at most: each is written again when the third level overflows. */
const lagDays = 24

const sizes: readonly Size[] = [
  { goals: 1_000, replicas: 15, days: 364 },
  { goals: 3_000, replicas: 15, days: 364 },
  { goals: 10_000, replicas: 15, days: 364 },
  { goals: 3_000, replicas: 15, days: 91 },
  { goals: 3_000, replicas: 15, days: 182 },
  { goals: 3_000, replicas: 5, days: 364 },
  { goals: 3_000, replicas: 50, days: 364 },
  { goals: 10_000, replicas: 50, days: 364 },
  { goals: 10_000, replicas: 50, days: 364, isFolded: true },
]

/** A computer's plan as the exchange sees it. */
interface Computer {
  readonly plan: SharedPlan
  readonly edit: (set: ChangeSet) => void
}

function createComputer(replica: string, first: ChangeSet): Computer {
  let set = first
  const plan: SharedPlan = {
    id: planId,
    by: () => ({ replica, name: `${replica} laptop` }),
    title: () => 'Big',
    set: () => set,
    isSafe: () => true,
    receive: (theirs) => {
      const taken = withoutReturned({ set, theirs, before: foldedBefore(set, replica) })
      set = takeIn({ set, theirs, taken, edits: [], reviewed: new Set(), stamp: () => [] }).folded.set
    },
    snapshots: { known: async () => new Set(), here: async () => [], text: async () => null, keep: async () => {} },
  }
  return { plan, edit: (next) => void (set = next) }
}

/** Does steps, and remembers how long the longest of them took. */
function createRunner(): { readonly run: RunSteps; readonly longest: () => number } {
  let longest = 0
  return {
    run: async (steps) => {
      for (;;) {
        const start = performance.now()
        const step = steps.next()
        longest = Math.max(longest, performance.now() - start)
        if (step.done === true) return step.value
      }
    },
    longest: () => longest,
  }
}

interface World {
  readonly year: Year
  readonly place: MemoryPlace
  readonly isFolded: boolean
  /** Everything up to a day, as it lies on a computer: folded away what was overwritten more than half a year ago. */
  readonly on: (day: number) => ChangeSet
}

function createWorld({ goals, replicas, days, isFolded = false }: Size): World {
  const year = teamYear({ goals, replicas, days })
  const known = new Map<number, ChangeSet>()
  const on = (day: number): ChangeSet => {
    const there = known.get(day)
    if (there !== undefined) return there
    const set = setOn(year, day)
    const made = isFolded ? foldedAway(set, year, new Date(yearStart + (days - 182) * dayMs).toISOString().slice(0, 10)) : set
    known.set(day, made)
    return made
  }
  return { year, place: createMemoryPlace(), isFolded, on }
}

/** The plan on computers that have all folded away what was overwritten before a day. */
function foldedAway(set: ChangeSet, { replicas }: Year, day: string): ChangeSet {
  const left = removeChanges(set, historyToFold({ set, before: momentOf(day), known: [], merges: [] })).set
  return addChanges(left, replicas.map((replica) => ({ at: formatStamp({ ms: yearStart, counter: 1, writer: `${replica}0` }), ...foldedEdit(replica, day) }))).set
}

/**
 * Fills the mailbox as it lies there on a day: each replica's plan file is some weeks old, its news are written by the
 * exchange; the one that is away has put nothing for a month. Returns how each of the others puts what came since.
 */
async function fill({ year, place, on }: World, today: number): Promise<(day: number) => Promise<void>> {
  const owns = new Map<string, OwnItems>()
  lay(place, 'share', JSON.stringify({ format: 'annual-plan-share', version: 1, plan: planId, title: 'Big' }))
  const mailbox = createMemoryMailbox(place)
  const run: RunSteps = async (steps) => finish(steps)
  const texts = new Map<number, string>()
  for (const [index, replica] of year.replicas.entries()) {
    const day = index === awayIndex ? Math.max(1, today - awayDays) : today
    const written = Math.max(0, day - 1 - (index % 4) * (lagDays / 4))
    // one plan gives the same text on every computer but for its name, which is as long on all
    const text = texts.get(written) ?? writePlanFile({ set: on(written), by: { replica: 'xxxxxxxxxx', name: 'xxxxxxxxxx laptop' }, at: timeOf(written), app })
    texts.set(written, text)
    const item = lay(place, levelName(replica, planLevel), text.replaceAll('xxxxxxxxxx', replica))
    const own = { ...afterPut({ own: noOwnItems({ replica, readWhole: false }), level: planLevel, item, set: on(written) }), lost: -1 }
    const put = await putNews({ mailbox, run, own, limits: levelLimits, planId, by: { replica, name: `${replica} laptop` }, at: timeOf(day), app, holds: new Map(), set: on(day) })
    if (index !== awayIndex) owns.set(replica, put.own)
  }
  return async (day) => {
    for (const [replica, own] of owns) await putNews({ mailbox, run, own, limits: levelLimits, planId, by: { replica, name: `${replica} laptop` }, at: timeOf(day), app, holds: new Map(), set: on(day) })
  }
}

function timeOf(day: number): string {
  return new Date(yearStart + (day + 1) * dayMs).toISOString()
}

/** What one thing takes: milliseconds, bytes read and put, and the longest step, in which nothing else is done. */
interface Cost {
  readonly ms: number
  readonly got: number
  readonly put: number
  readonly step: number
}

async function costOf(world: World, day: number, begin: (parts: { readonly share: (computer: Computer) => Share; readonly run: RunSteps; readonly mailbox: Mailbox }) => Promise<() => Promise<unknown>>): Promise<Cost> {
  const traffic = noTraffic()
  const runner = createRunner()
  const mailbox = createMemoryMailbox(world.place, { traffic })
  const share = ({ plan }: Computer): Share => createShare({ mailbox, plan, now: () => yearStart + (day + 1) * dayMs, app, run: runner.run })
  const work = await begin({ share, run: runner.run, mailbox })
  const before = { ...traffic }
  const start = performance.now()
  await work()
  return { ms: performance.now() - start, got: traffic.got - before.got, put: traffic.put - before.put, step: runner.longest() }
}

async function measure(size: Size): Promise<Row> {
  const world = createWorld(size)
  const { year, place, on } = world
  const today = year.days - 1 - ((year.days - 1) % 7) - 2 // a Friday
  const self = year.replicas[2] ?? ''
  const editsOf = Map.groupBy(year.upTo(today).filter(({ at }) => msOf(at) > yearStart + today * dayMs), ({ at }) => replicaOf(at))
  const colleague = [...editsOf].filter(([replica]) => replica !== self && replica !== year.replicas[awayIndex]).toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? ''
  const yesterday = on(today - 1)

  const planText = writePlanFile({ set: on(today), by: { replica: self, name: '' }, at: timeOf(today), app })
  const storedTexts = on(today).records.shards.map(encodeShard)
  const opening = performance.now()
  const shards = storedTexts.map((text, index) => decodeShard({ index, text }) ?? new Map())
  createView({ records: { shards, size: on(today).records.size }, knows: on(today).knows })
  const openMs = performance.now() - opening

  const putAll = await fill(world, today - 1)
  const start = await costOf(world, today - 1, async ({ share }) => {
    const begun = share(createComputer(self, yesterday))
    return () => begun.look()
  })
  // one colleague's day on top of yesterday
  const own = editsOf.get(colleague) ?? []
  const day = await costOf(world, today, async ({ share }) => {
    const mine = share(createComputer(self, yesterday))
    await mine.look()
    const computer = createComputer(colleague, yesterday)
    const theirs = share(computer)
    await theirs.look()
    computer.edit(addChanges(yesterday, own).set)
    await theirs.look()
    return () => mine.look()
  })
  const edit = await costOf(world, today, async ({ share }) => {
    const computer = createComputer(self, yesterday)
    const mine = share(computer)
    await mine.look()
    computer.edit(addChanges(computer.plan.set(), year.upTo(today).filter(({ at }) => replicaOf(at) === self).slice(-1)).set)
    return () => mine.look()
  })
  // a colleague and this computer have put what was measured: all others follow
  await putAll(today)
  const mailboxBytes = [...place.texts.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  const join = await costOf(world, today, async ({ share, run, mailbox }) => async () => {
    const found = await readShared({ mailbox, run })
    await share(createComputer('newcomer00', found.kind === 'share' ? (found.set ?? emptyChangeSet()) : emptyChangeSet())).look()
  })
  const month = await costOf(world, today, async ({ share }) => {
    const mine = share(createComputer(year.replicas[awayIndex] ?? '', on(Math.max(1, today - awayDays))))
    return () => mine.look()
  })
  return {
    ...size,
    edits: year.edits,
    planBytes: byteLength(planText),
    bareBytes: byteLength(writePlanFile({ set: withoutHistory(on(today)), by: { replica: self, name: '' }, at: timeOf(today), app })),
    mailboxBytes,
    openMs,
    openBytes: storedTexts.reduce((sum, text) => sum + text.length, 0),
    startMs: start.ms,
    startBytes: start.got,
    joinMs: join.ms,
    joinBytes: join.got,
    dayMs: day.ms,
    dayBytes: day.got,
    dayStepMs: day.step,
    startStepMs: start.step,
    monthMs: month.ms,
    monthBytes: month.got,
    editMs: edit.ms,
    editBytes: edit.put,
  }
}

/** What counts alone. */
function withoutHistory(set: ChangeSet): ChangeSet {
  return { ...set, records: { ...set.records, shards: set.records.shards.map((shard) => new Map([...shard].map(([id, record]) => [id, { ...record, losers: [] }]))) } }
}

/** The table of `build/large-teams.md`. */
const [from, to] = process.argv.slice(2).map(Number)
process.stdout.write(`${tableHead}\n`)
for (const each of sizes.slice(from, to)) {
  const row = await measure(each)
  process.stdout.write(`${tableRow(row)}\n`)
  process.stderr.write(`${each.goals} goals, ${each.replicas} computers: longest step of a day ${time(row.dayStepMs)}, of a start ${time(row.startStepMs)}\n`)
}
