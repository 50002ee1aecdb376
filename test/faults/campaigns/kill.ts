import { setTimeout as wait } from 'node:timers/promises'
import { exportedSet } from '../../e2e/export-plan.ts'
import { saved } from '../../e2e/app.ts'
import { createRandom, type Random } from '../../shared/changes/history/random.ts'
import { makeEdit, missingFrom, type Written } from '../harness/edits.ts'
import type { Campaign, Figure, Orders } from '../harness/figure.ts'
import { setUpMachine, type Running } from '../harness/machine.ts'
import { readRawData } from '../harness/plain-page.ts'
import { killPlain } from './kill-plain.ts'

export const kill: Campaign = {
  name: 'kill',
  about: 'The browser is killed process by process while a person edits by keyboard: no edit of which the screen said that it is saved is lost, and none is there in part.',
  unit: 'kills',
  rounds: 50,
  run: runKills,
}

interface Tally {
  readonly acknowledged: Written[]
  /** Made, but killed before the screen said that they are saved; those of the last round. */
  open: Written[]
  survived: number
  openMade: number
}

async function runKills({ rounds, seed, say }: Orders): Promise<readonly Figure[]> {
  const machine = await setUpMachine()
  const random = createRandom(seed)
  const broken: string[] = []
  const tally: Tally = { acknowledged: [], open: [], survived: 0, openMade: 0 }
  const again = (round: number): string => `Round ${round} of seed ${seed}; see it again with: npm run faults -- kill --rounds ${round + 1} --seed ${seed}`
  try {
    let running = await machine.boot()
    await running.open()
    await running.page.getByRole('button', { name: /sample/i }).first().click()
    let hash = ''
    for (let round = 0; round < rounds; round += 1) {
      const { page } = running
      await page.locator('[data-goal]').first().waitFor()
      await saved(page)
      hash = new URL(page.url()).hash
      await editUntilKilled({ running, random, round, tally })
      running = await machine.boot()
      await running.open(hash)
      await running.page.locator('[data-goal]').first().waitFor({ timeout: 10_000 }).catch(() => broken.push(`The plan did not open. ${again(round)}`))
      if (broken.length > 0) break
      broken.push(...(await look({ running, tally })).map((problem) => `${problem} ${again(round)}`))
      if ((round + 1) % 10 === 0) say(`${round + 1} kills, ${tally.acknowledged.length} edits acknowledged, ${broken.length} promises broken`)
    }
  } finally {
    await machine.remove()
  }
  const measured = `${rounds} kills: ${tally.acknowledged.length} edits acknowledged, ${broken.length === 0 ? '0 lost, 0 torn' : 'some lost or torn'}; of ${tally.openMade} not yet acknowledged ${tally.survived} were there`
  return [{ what: 'SIGKILL of the browser during edits by keyboard', measured, plain: rounds < 10 ? undefined : await killPlain({ rounds: Math.ceil(rounds / 5), random }), broken }]
}

/** Edits one after the other, and is killed at some moment in between, or right when the screen says that one is saved. */
async function editUntilKilled({ running, random, round, tally }: { readonly running: Running; readonly random: Random; readonly round: number; readonly tally: Tally }): Promise<void> {
  const { page } = running
  const atAnswer = random.chance(0.5)
  const [edits, moment] = [2 + random.below(7), 50 + random.below(1_800)]
  tally.open = []
  let isKilled = false
  const killed = atAnswer ? null : wait(moment).then(() => { isKilled = true; return running.kill() })
  for (let count = 1; !isKilled && (!atAnswer || count <= edits); count += 1) {
    const made = await makeEdit({ page, random, words: `round ${round} edit ${count}` }).catch(() => null)
    if (made === null) break
    tally.open.push(made)
    if (random.chance(0.3)) continue // the next edit comes before the answer
    const isSaved = await saved(page).then(() => true, () => false)
    if (!isSaved) break
    tally.acknowledged.push(...tally.open)
    tally.open = []
  }
  await (killed ?? running.kill())
  tally.openMade += tally.open.length
}

async function look({ running, tally }: { readonly running: Running; readonly tally: Tally }): Promise<readonly string[]> {
  const { page } = running
  const set = await exportedSet(page)
  const lost = missingFrom(set, tally.acknowledged)
  const without = missingFrom(set, [...tally.acknowledged, ...tally.open]).length - lost.length
  tally.survived += tally.open.length - without
  // a row that wasn't acknowledged and is there counts from now on: it was on the screen after the start
  const torn = tornCommits((await readRawData(page)).rows)
  return [...lost.map((edit) => `Acknowledged and lost: ${edit}.`), ...torn.map((group) => `A commit is there in part: ${group}.`)]
}

/** Groups of rows of the log of which a part is missing. */
function tornCommits(rows: Readonly<Record<string, string>>): readonly string[] {
  const groups = new Map<string, { count: number; parts: number }>()
  for (const [key, text] of Object.entries(rows)) {
    if (!key.includes('/commits/')) continue
    const { group, parts } = JSON.parse(text) as { readonly group: string; readonly parts: number } // the log's own rows, which the app has just read
    const seen = groups.get(group) ?? { count: 0, parts }
    groups.set(group, { ...seen, count: seen.count + 1 })
  }
  return [...groups].filter(([, { count, parts }]) => count !== parts).map(([group]) => group)
}
