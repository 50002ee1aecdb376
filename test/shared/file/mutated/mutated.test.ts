import { describe, expect, test } from 'vitest'
import { fuzzPlan } from '../../changes/history/fuzz.ts'
import { keptSeeds } from './kept-seeds.ts'
import { emptyMutationTally, neverHappened, playMutation, type MutationTally } from './play-mutation.ts'

const { runs, seed } = fuzzPlan(20_000)

describe('files with flipped bits, spliced, cut off, with spans twice, tokens swapped, numbers and stamps changed', () => {
  test.each(keptSeeds)('[F51] seed $seed: not "$brokenBy"', ({ seed: kept }) => {
    expect(() => play(kept, emptyMutationTally())).not.toThrow()
  })

  test('[F51] nothing is thrown and nothing hangs; refused they change nothing, accepted they can be taken back to the last byte', { timeout: 3_600_000 }, () => {
    const tally = emptyMutationTally()
    const started = performance.now()
    for (let index = 0; index < runs; index += 1) play(seed + index, tally)
    const counted = Object.entries(tally).map(([name, count]) => `${name} ${count}`)
    console.log(`damaged files in ${((performance.now() - started) / 1_000).toFixed(1)} s, from QUARTERDECK_SEED=${seed}; ${counted.join(', ')}`)
    expect(neverHappened(tally)).toEqual([])
    expect(Math.min(tally.refused, tally.asWritten, tally.byHand, tally.brought)).toBeGreaterThan(runs < 5_000 ? -1 : runs / 25)
  })
})

function play(at: number, tally: MutationTally): void {
  try {
    playMutation({ seed: at, tally })
  } catch (error) {
    throw new Error(`Damaged file ${at} failed. See it again with npm run fuzz -- --mutations 1 --seed ${at}, and keep the seed in kept-seeds.ts once it is mended. ${String(error)}`, { cause: error })
  }
}
