import { expect, test } from 'vitest'
import { hasCell } from './history/cell-set.ts'
import { handOver } from './history/file-parcel.ts'
import { fuzz, fuzzPlan, neverDone } from './history/fuzz.ts'
import { createRandom } from './history/random.ts'
import { runHistory } from './history/run-history.ts'
import { emptyTally } from './history/tally.ts'
import { oraclePortrait } from './oracle.ts'
import { portraitOf } from './portrait.ts'

const { runs, seed } = fuzzPlan(600)

test('[C90] after any history every computer that has exchanged holds the same: the fold of every change ever made, none missing', { timeout: 600_000 }, () => {
  expect(neverDone(fuzz({ title: 'handed over', runs, seed, pack: handOver }), 600)).toEqual([])
})

test('[C90] the quick comparison with the naive model says what the slow one says', () => {
  for (let index = 0; index < 20; index += 1) {
    const { windows, ledger } = runHistory({ seed: seed + index, pack: handOver, tally: emptyTally() })
    // what went with a merge that was taken back may be nowhere any more
    for (const { session, seen } of windows) expect(portraitOf(session.set)).toBe(oraclePortrait(ledger.entries.filter((entry) => hasCell(seen, entry.index))))
  }
})

test('[C91] the same seed tells the same history', () => {
  const play = (): readonly string[] => runHistory({ seed, pack: handOver, tally: emptyTally() }).windows.map((window) => portraitOf(window.session.set))
  expect(play()).toEqual(play())
  const draw = (from: number): readonly number[] => Array.from({ length: 20 }, createRandom(from).below.bind(null, 1_000))
  expect(draw(seed)).not.toEqual(draw(seed + 1))
})
