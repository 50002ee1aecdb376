import { playShareHistory, type ShareHistory } from './share-history.ts'
import { emptyShareTally, shareTallied, shareTallyText, type ShareTally } from './share-tally.ts'

export interface Conformance extends Omit<ShareHistory, 'seed' | 'count'> {
  readonly title: string
  readonly runs: number
  readonly seed: number
  /** Seeds that are played in every run, before those. */
  readonly kept?: readonly { readonly seed: number }[]
}

/** Plays the kept seeds, then `runs` more, and prints what it did. What passes it is a mailbox: see `mailbox.ts`. */
export async function playShareHistories({ title, runs, seed, kept = [], ...history }: Conformance): Promise<ShareTally> {
  const tally = emptyShareTally()
  const started = process.cpuUsage()
  for (const each of kept) await playSeed({ ...history, seed: each.seed }, tally)
  for (let index = 0; index < runs; index += 1) await playSeed({ ...history, seed: seed + index }, tally)
  const used = process.cpuUsage(started)
  console.log(`${title}: ${tally.histories} histories in ${((used.user + used.system) / 1_000_000).toFixed(1)} s of a processor, from QUARTERDECK_SEED=${seed}; ${shareTallyText(tally)}`)
  return tally
}

/**
 * What histories should have done and never did: one in which nothing happens passes too.
 * @param atLeast from how many histories on that can be asked
 */
export function neverHappened(tally: ShareTally, atLeast = 0): readonly string[] {
  return tally.histories < atLeast ? [] : shareTallied.filter((name) => tally[name] === 0 && !onlySome.includes(name))
}

/** What happens in histories that are asked for it. */
const onlySome: readonly string[] = ['folds', 'foldedCells', 'overtaken']

async function playSeed(history: Omit<ShareHistory, 'count'>, tally: ShareTally): Promise<void> {
  try {
    await playShareHistory({
      ...history,
      count: (what, times = 1) => {
        tally[what] += times
      },
    })
  } catch (error) {
    throw new Error(`History ${history.seed} failed; see it again with QUARTERDECK_SEED=${history.seed} QUARTERDECK_RUNS=1, and keep the seed in kept-seeds.ts once it is mended. ${String(error)}`, { cause: error })
  }
}
