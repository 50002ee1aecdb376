import { expect, test } from 'vitest'
import { fuzz, fuzzPlan } from './history/fuzz.ts'
import { createRandom } from './history/random.ts'
import { runHistory } from './history/run-history.ts'
import { emptyTally, tallied, type Pack } from './history/world.ts'
import { portraitOf } from './portrait.ts'

const handOver: Pack = (set) => () => set
const { runs, seed } = fuzzPlan(3_000)

test('[C90] after any history every computer that has exchanged holds the same, byte for byte: the fold of every change ever made, none missing', { timeout: 600_000 }, () => {
  const tally = fuzz({ title: 'handed over', runs, seed, pack: handOver })
  // a fuzz in which nothing happens passes too: each kind of thing must have happened, unless few histories were asked for
  const never = tallied.filter((name) => tally[name] === 0)
  expect(runs < 1_000 ? [] : never).toEqual([])
})

test('[C91] the same seed tells the same history', () => {
  const play = (): readonly string[] => runHistory({ seed, pack: handOver, tally: emptyTally() }).windows.map((window) => portraitOf(window.session.set))
  expect(play()).toEqual(play())
  const draw = (from: number): readonly number[] => Array.from({ length: 20 }, createRandom(from).below.bind(null, 1_000))
  expect(draw(seed)).not.toEqual(draw(seed + 1))
})
