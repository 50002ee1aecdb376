import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { setup } from '../e2e/setup.ts'
import { campaigns } from './campaigns.ts'
import type { Campaign, Figure } from './harness/figure.ts'
import { asMarkdown, asText, type Result } from './harness/table.ts'

const usage = `npm run faults -- [CAMPAIGN …] [--rounds COUNT] [--seed SEED] [--only WORDS]

Harms the built planner in real browsers, as long as it takes, and says in a table what came of it; the table is also
written to test-results/faults.md. Ends with 1 if a promise was broken. Without names all campaigns are run, and
of those that do several things only what has WORDS in its name:

${campaigns.map(({ name, about, rounds, unit }) => `  ${name.padEnd(9)} ${about} (${rounds} ${unit})`).join('\n')}`

const results = resolve(import.meta.dirname, '../../test-results')

interface Plan {
  readonly chosen: readonly Campaign[]
  readonly rounds: number | null
  readonly seed: number
  readonly only: readonly string[] | undefined
}

const plan = readPlan()
await setup()
console.log(`Seed ${plan.seed}`)
const done: Result[] = []
for (const campaign of plan.chosen) done.push(await run(campaign))
await mkdir(results, { recursive: true })
await writeFile(join(results, 'faults.md'), asMarkdown({ results: done, seed: plan.seed }))
console.log(`\n${asText(done)}`)
const broken = done.flatMap(({ figures }) => figures.flatMap((figure) => figure.broken))
for (const each of broken) console.error(`\n${each}`)
console.log(`\n${broken.length === 0 ? 'No promise was broken.' : `${broken.length} promises were broken.`}`)
process.exit(broken.length === 0 ? 0 : 1)

async function run(campaign: Campaign): Promise<Result> {
  const rounds = plan.rounds ?? campaign.rounds
  console.log(`\n${campaign.name}: ${rounds} ${campaign.unit}`)
  const started = performance.now()
  const figures = await campaign.run({ rounds, seed: plan.seed, only: plan.only, say: (line) => console.log(`  ${line}`) }).catch((error: unknown): readonly Figure[] => [
    { what: campaign.name, measured: 'ended early', broken: [`The campaign ${campaign.name} ended early (npm run faults -- ${campaign.name} --rounds ${rounds} --seed ${plan.seed}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`] },
  ])
  const seconds = (performance.now() - started) / 1_000
  console.log(`  ${seconds.toFixed(0)} s`)
  return { campaign: campaign.name, figures, seconds }
}

function readPlan(): Plan {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string', multiple: true }, help: { type: 'boolean' } } })
  if (values.help === true) {
    console.log(usage)
    process.exit(0)
  }
  const unknown = positionals.filter((name) => !campaigns.some((campaign) => campaign.name === name))
  if (unknown.length > 0) misuse(`There is no campaign ${unknown.join(', ')}.`)
  const chosen = campaigns.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  return { chosen, rounds: values.rounds === undefined ? null : wholeNumber(values.rounds), seed: values.seed === undefined ? Date.now() % 1_000_000 : wholeNumber(values.seed), only: values.only }
}

function wholeNumber(text: string): number {
  const value = Number(text)
  return Number.isSafeInteger(value) && value >= 0 ? value : misuse(`${text} is not a whole number.`)
}

function misuse(why: string): never {
  console.error(`${why}\n\n${usage}`)
  process.exit(2)
}
