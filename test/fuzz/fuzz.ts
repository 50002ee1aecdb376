import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { campaignNames, missingFrom, type CampaignName } from './campaign.ts'
import type { Orders, Portion, Report } from './play.ts'

const usage = `npm run fuzz -- [--histories COUNT | --mutations COUNT] [--seed SEED] [--workers COUNT]

Plays COUNT random histories (100,000 unless told otherwise), or takes in COUNT damaged files, from SEED on (the time
of day), on all cores.
Ends at the first that breaks a promise, and says how to see it again.`

/** How many seeds a worker is given at once: a second or two of work. */
const portionSize = 250
/** Longer than any history takes, on however slow a machine. */
const hangAfterMs = 120_000

interface Plan {
  readonly campaign: CampaignName
  readonly count: number
  readonly seed: number
  readonly workers: number
}

const plan = readPlan()
const counts: Record<string, number> = {}
const started = performance.now()
let [given, played] = [0, 0]

console.log(`${plan.count} ${plan.campaign} from seed ${plan.seed}, by ${plan.workers} workers`)
const progress = setInterval(() => console.log(progressLine()), 10_000)
await Promise.all(Array.from({ length: plan.workers }, work))
clearInterval(progress)
finish()

/** One worker, given portions until none is left; a failure anywhere ends it all. */
async function work(): Promise<void> {
  const playing = new BigInt64Array(new SharedArrayBuffer(8))
  const worker = new Worker(new URL('./play.ts', import.meta.url), { workerData: { campaign: plan.campaign, playing } satisfies Orders })
  for (let portion = nextPortion(); portion !== null; portion = nextPortion()) {
    const report = await playPortion({ worker, portion, playing })
    if (!report.ok) fail(report.seed, report.problem)
    played += report.played
    for (const [name, count] of Object.entries(report.counts)) counts[name] = (counts[name] ?? 0) + count
  }
  await worker.terminate()
}

function nextPortion(): Portion | null {
  if (given === plan.count) return null
  const portion = { from: plan.seed + given, count: Math.min(portionSize, plan.count - given) }
  given += portion.count
  return portion
}

function playPortion({ worker, portion, playing }: { readonly worker: Worker; readonly portion: Portion; readonly playing: BigInt64Array }): Promise<Report> {
  return new Promise((done) => {
    const seedNow = (): number => Number(Atomics.load(playing, 0))
    let watched = seedNow()
    const watch = setInterval(() => {
      if (watched === seedNow()) fail(watched, `It did not end within ${hangAfterMs / 1_000} seconds.`)
      watched = seedNow()
    }, hangAfterMs)
    const crashed = (error: Error): void => fail(seedNow(), `The worker died: ${error.stack ?? error.message}`)
    worker.once('error', crashed)
    worker.once('message', (report: Report) => {
      clearInterval(watch)
      worker.off('error', crashed)
      done(report)
    })
    worker.postMessage(portion)
  })
}

function fail(seed: number, problem: string): never {
  console.error(`\nSeed ${seed} failed.\n${problem}\n\nSee it again with: npm run fuzz -- --${plan.campaign} 1 --seed ${seed}`)
  process.exit(1)
}

function finish(): void {
  console.log(`${progressLine()}\n${Object.entries(counts).map(([name, count]) => `${name} ${count}`).join(', ')}`)
  const missing = missingFrom(plan.campaign, counts)
  if (missing.length === 0) return
  console.error(`These never happened, so nothing is known of them: ${missing.join(', ')}`)
  process.exit(1)
}

function progressLine(): string {
  const seconds = (performance.now() - started) / 1_000
  const left = played === 0 ? '' : `, ${Math.ceil(((plan.count - played) * seconds) / played / 60)} min left`
  return `${played} of ${plan.count} ${plan.campaign} in ${seconds.toFixed(0)} s, ${(played / seconds).toFixed(0)} a second, none failed${played === plan.count ? '' : left}`
}

function readPlan(): Plan {
  const { values } = parseArgs({ options: { histories: { type: 'string' }, mutations: { type: 'string' }, seed: { type: 'string' }, workers: { type: 'string' }, help: { type: 'boolean' } } })
  if (values.help === true) {
    console.log(usage)
    process.exit(0)
  }
  const campaign = campaignNames.find((name) => values[name] !== undefined) ?? 'histories'
  return {
    campaign,
    count: wholeNumber(values[campaign], 100_000),
    seed: wholeNumber(values.seed, Date.now() % 1_000_000_000),
    workers: Math.max(1, wholeNumber(values.workers, availableParallelism())),
  }
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  const value = Number(text.replaceAll(/[_,]/g, ''))
  if (Number.isSafeInteger(value) && value >= 0) return value
  console.error(`${text} is not a whole number.\n\n${usage}`)
  process.exit(2)
}
