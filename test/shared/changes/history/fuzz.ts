import { keptSeeds } from '../seeds.ts'
import { runHistory } from './run-history.ts'
import { emptyTally, tallied, type Pack, type Tally, type World } from './world.ts'

/** How many histories to play and from which seed on: `QUARTERDECK_RUNS` and `QUARTERDECK_SEED`, else `runs` and the time of day. */
export function fuzzPlan(runs: number): { readonly runs: number; readonly seed: number } {
  return { runs: numberFrom('QUARTERDECK_RUNS') ?? runs, seed: numberFrom('QUARTERDECK_SEED') ?? Date.now() % 1_000_000_000 }
}

/** Plays the kept seeds, then `runs` more; prints what it did, and at a failure how to see it again. */
export function fuzz({ runs, seed, pack, onEnd, title }: { readonly runs: number; readonly seed: number; readonly pack: Pack; readonly title: string; readonly onEnd?: (world: World) => void }): Tally {
  const tally = emptyTally()
  const started = performance.now()
  const seeds = [...keptSeeds.map((kept) => kept.seed), ...Array.from({ length: runs }, (_, index) => seed + index)]
  for (const each of seeds) {
    try {
      const world = runHistory({ seed: each, pack, tally })
      onEnd?.(world)
    } catch (error) {
      throw new Error(`History ${each} failed. See it again with QUARTERDECK_SEED=${each} QUARTERDECK_RUNS=1, and keep the seed in seeds.ts once it is mended. ${String(error)}`, { cause: error })
    }
  }
  const seconds = ((performance.now() - started) / 1_000).toFixed(1)
  const counts = tallied.map((name) => `${name} ${tally[name]}`).join(', ')
  console.log(`${title}: ${seeds.length} histories over 2 to 5 replicas in ${seconds} s, from QUARTERDECK_SEED=${seed}; ${counts}`)
  return tally
}

function numberFrom(name: string): number | undefined {
  const text = process.env[name]
  if (text === undefined || text === '') return undefined
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} is ${text}, not a whole number`)
  return value
}
