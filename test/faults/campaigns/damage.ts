import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { createRandom } from '../../shared/changes/history/random.ts'
import { deleted, emptied, flipped, headerZeroed, randomByte, truncated, type Damage } from '../harness/damage.ts'
import { isWanted, skipped, type Campaign, type Figure, type Orders } from '../harness/figure.ts'
import { fillMachine, type Filled } from '../harness/filled.ts'
import { startAgain, type Recovered } from '../harness/recovered.ts'
import { databaseFiles, databaseFolder, sqliteSwitch, type Backend } from '../harness/profile-files.ts'
import { type Became, openPlainPage, readRawData, whatBecame } from '../harness/plain-page.ts'
import type { Machine } from '../harness/machine.ts'

export const damage: Campaign = {
  name: 'damage',
  about: 'The files of the database are damaged while the browser is off: nothing of a plan without its acknowledged edits is ever drawn, all are restored, and the person is told.',
  unit: 'random bytes on each of the two kinds of database, beside the other damage',
  rounds: 20,
  run: async (orders) => [...(await damageBackend('SQLite', orders)), ...(await damageBackend('LevelDB', orders))],
}

const wholeFolder: Damage = { name: 'folder deleted', harm: ([file]) => rmSync(dirname(file?.path ?? ''), { recursive: true }) }

const kinds = ['log', 'table', 'manifest'] as const
const databases = ['plan', 'library'] as const

const damages: Readonly<Record<Backend, readonly Damage[]>> = {
  LevelDB: [
    ...kinds.map((kind) => truncated(kind)),
    ...kinds.map((kind) => flipped(kind)),
    ...kinds.map((kind) => headerZeroed(kind)),
    emptied('current'),
    emptied('manifest'),
    { name: 'CURRENT and MANIFEST emptied', harm: (files, random) => [emptied('current'), emptied('manifest')].forEach(({ harm }) => harm(files, random)) },
    deleted('log'),
    deleted('table'),
    wholeFolder,
  ],
  SQLite: [
    ...databases.flatMap((of) => [truncated('database', of), flipped('database', of), headerZeroed('database', of), emptied('database', of), deleted('database', of)]),
    ...[truncated('log', 'plan'), flipped('log', 'plan'), headerZeroed('log', 'plan'), deleted('log', 'plan')],
    wholeFolder,
  ],
}

async function damageBackend(backend: Backend, orders: Orders): Promise<readonly Figure[]> {
  const { rounds, seed, say, isShort = false } = orders
  const chosen = damages[backend].filter(({ name }) => isWanted(orders, `${backend}, ${name}`))
  const isRandom = rounds > 0 && isWanted(orders, `${backend}, ${randomByte.name}`)
  if (chosen.length === 0 && !isRandom) return []
  const filled = await fillMachine({ ...(backend === 'SQLite' && { args: [sqliteSwitch] }), ...(isShort && { goals: 200, edits: 5, isSettled: false }) })
  try {
    const took = databaseFolder(filled.machine.profile).backend
    if (took !== backend) return [skipped(`damage on ${backend}`, `the browser keeps its databases in ${took} all the same`)]
    const figures: Figure[] = []
    for (const [index, each] of chosen.entries()) {
      // every third start is at the list of plans, and where the list itself is damaged
      const outcome = await damageOnce({ filled, damage: each, seed: seed + index, from: index % 3 === 2 || each.name.includes('library') ? 'start' : 'plan' })
      figures.push(figureOf({ what: `${backend}, ${each.name}`, outcomes: [outcome], seed }))
      say(`${backend}, ${each.name}: ${outcome.problems.length === 0 ? 'nothing lost' : outcome.problems.join('; ')} (plain: ${plainWords([outcome])})`)
    }
    if (!isRandom) return figures
    const outcomes: Outcome[] = []
    for (let round = 0; round < rounds; round += 1) outcomes.push(await damageOnce({ filled, damage: randomByte, seed: seed + 1_000 + round, from: 'plan' }))
    return [...figures, figureOf({ what: `${backend}, ${randomByte.name}, ${rounds} times`, outcomes, seed })]
  } finally {
    await filled.machine.remove()
  }
}

interface Outcome extends Recovered {
  readonly plain: Became
}

async function damageOnce({ filled, damage: each, seed, from }: { readonly filled: Filled; readonly damage: Damage; readonly seed: number; readonly from: 'plan' | 'start' }): Promise<Outcome> {
  const machine = await filled.machine.clone()
  try {
    each.harm(databaseFiles(machine.profile), createRandom(seed))
    const plain = await readPlain(machine, filled)
    const recovered = await startAgain({ machine, filled, from })
    return { ...recovered, plain, problems: [...recovered.problems, ...untold(recovered, plain, from)] }
  } finally {
    await machine.remove()
  }
}

/** Whoever had a plan mended is told, and what the browser still handed out of the damaged log is kept. */
function untold({ problems, said, aside }: Recovered, { isLogWhole, logLeft, isListWhole }: Became, from: 'plan' | 'start'): readonly string[] {
  if (problems.length > 0) return []
  if (isLogWhole) return said === '' && from === 'start' && !isListWhole ? ['the list of plans was mended without a word'] : []
  return [...(said === '' ? ['the plan was mended without a word'] : []), ...(logLeft > 0 && aside === 0 ? [`${logLeft} rows were left of the damaged log and were not kept`] : [])]
}

/** What a page without the planner finds in the same damaged files. */
async function readPlain(machine: Machine, filled: Filled): Promise<Outcome['plain']> {
  const copy = await machine.clone()
  try {
    const running = await copy.boot()
    return whatBecame(filled.raw, await readRawData(await openPlainPage(running.browser, copy.url)))
  } finally {
    await copy.remove()
  }
}

function figureOf({ what, outcomes, seed }: { readonly what: string; readonly outcomes: readonly Outcome[]; readonly seed: number }): Figure {
  const whole = outcomes.filter(({ problems }) => problems.length === 0).length
  const told = outcomes.filter(({ said }) => said !== '').length
  return {
    what,
    measured: measuredWords({ whole, told, of: outcomes.length, aside: outcomes.filter(({ aside }) => aside > 0).length }),
    plain: plainWords(outcomes),
    broken: outcomes.flatMap(({ problems, said }) => problems.map((problem) => `${what}: ${problem}. It said: ${said.replaceAll('\n', ' ').slice(0, 200)} (npm run faults -- damage --only '${what.replace(/, \d+ times$/, '')}' --seed ${seed})`)),
  }
}

function measuredWords({ whole, told, of, aside }: { readonly whole: number; readonly told: number; readonly of: number; readonly aside: number }): string {
  if (of === 1) return `${whole === 1 ? 'whole at the first paint, 0 edits lost' : 'not whole'}; ${told === 1 ? 'told' : 'nothing to tell'}${aside === 1 ? '; damaged rows kept' : ''}`
  return `${whole} of ${of} whole at the first paint, 0 edits lost in them; told ${told} times; damaged rows kept ${aside} times`
}

function plainWords(outcomes: readonly Outcome[]): string {
  const count = (fits: (plain: Outcome['plain']) => boolean): number => outcomes.filter(({ plain }) => fits(plain)).length
  if (outcomes.length === 1) {
    const [first] = outcomes
    if (first === undefined) return ''
    const { plain } = first
    return plain.gone + plain.changed === 0 ? `nothing lost, ${plain.said}` : `${plain.gone} of ${plain.of} rows gone, ${plain.changed} changed, ${plain.said}`
  }
  const harmed = (plain: Outcome['plain']): boolean => plain.gone + plain.changed > 0
  return `rows gone or changed ${count(harmed)} times, ${count((plain) => harmed(plain) && plain.said === 'no error')} of them without an error`
}
