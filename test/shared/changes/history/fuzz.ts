import { keptSeeds } from '../seeds.ts'
import { runHistory } from './run-history.ts'
import { emptyTally, tallied, tallyText, type Tally } from './tally.ts'
import type { Pack } from './world.ts'

/** What only happens where several rare things meet: asked of campaigns, not of a few thousand histories. */
const rare: ReadonlySet<(typeof tallied)[number]> = new Set(['leftOver', 'overtaken', 'changedBack', 'reopened', 'conflictsOutlived', 'keptSinceOthersBrought'])
/** The same histories in every `npm test`, so that it says of a change and of nothing else whether it holds; `npm run fuzz` begins elsewhere each time. */
const usualSeed = 20_181_206

/** How many histories to play and from which seed on: `QUARTERDECK_RUNS` and `QUARTERDECK_SEED`, else `runs` and the usual ones. */
export function fuzzPlan(runs: number): { readonly runs: number; readonly seed: number } {
  return { runs: numberFrom('QUARTERDECK_RUNS') ?? runs, seed: numberFrom('QUARTERDECK_SEED') ?? usualSeed }
}

/** Plays the kept seeds, then `runs` more, and prints what it did. */
export function fuzz({ runs, seed, pack, title }: { readonly runs: number; readonly seed: number; readonly pack: Pack; readonly title: string }): Tally {
  const tally = emptyTally()
  const started = performance.now()
  for (const kept of keptSeeds) playSeed({ seed: kept.seed, pack, tally })
  for (let index = 0; index < runs; index += 1) playSeed({ seed: seed + index, pack, tally })
  console.log(`${title}: ${tally.histories} histories in ${((performance.now() - started) / 1_000).toFixed(1)} s, from QUARTERDECK_SEED=${seed}; ${tallyText(tally)}`)
  return tally
}

/**
 * What a fuzz should have done and never did: one in which nothing happens passes too.
 * @param atLeast from how many histories on that can be asked; the rarest things come once in a thousand, and in the kept seeds
 */
export function neverDone(tally: Tally, atLeast: number): readonly string[] {
  const isDue = (name: (typeof tallied)[number]): boolean => !rare.has(name) || tally.histories >= 50_000
  return tally.histories < atLeast ? [] : tallied.filter((name) => tally[name] === 0 && isDue(name))
}

/** Plays one history; at a failure the error says how to see it again. */
export function playSeed({ seed, pack, tally }: { readonly seed: number; readonly pack: Pack; readonly tally: Tally }): void {
  try {
    runHistory({ seed, pack, tally })
  } catch (error) {
    throw new Error(`History ${seed} failed. See it again with npm run fuzz -- --histories 1 --seed ${seed}, and keep the seed in seeds.ts once it is mended. ${String(error)}`, { cause: error })
  }
}

function numberFrom(name: string): number | undefined {
  const text = process.env[name]
  if (text === undefined || text === '') return undefined
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} is ${text}, not a whole number`)
  return value
}
