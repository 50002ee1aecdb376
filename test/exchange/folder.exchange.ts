import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FolderHistory, type FolderOutcome, playFolders } from './folder-history.ts'
import { synchronised } from './synchroniser.ts'

// Real folders on this computer's disk. `EXCHANGE_RUNS` multiplies how many histories are played; a failure names its seed.

const runs = Number(process.env['EXCHANGE_RUNS'] ?? 1)
const inOneTest = 5

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue()) // the log says when a folder refuses
afterEach(() => void vi.restoreAllMocks())

interface Form {
  readonly name: string
  readonly computers: number
  readonly isOne: boolean
  readonly histories: number
  readonly steps: number
}

const forms: readonly Form[] = [
  { name: '[J17] two computers with a folder each', computers: 2, isOne: false, histories: 40, steps: 150 },
  { name: '[J17] five computers with a folder each', computers: 5, isOne: false, histories: 15, steps: 200 },
  { name: '[J18] three computers in one folder', computers: 3, isOne: true, histories: 15, steps: 150 },
]

describe.each(forms)('$name', ({ computers, isOne, histories, steps }) => {
  const outcomes: FolderOutcome[] = []

  test.each(Array.from({ length: Math.ceil((histories * runs) / inOneTest) }, (_, at) => at * inOneTest))('hold the same in the end, with nothing lost and no conflict that isn’t one: seeds from %d', async (first) => {
    for (let seed = first; seed < first + inOneTest; seed += 1) {
      const history: FolderHistory = { computers, isOne, seed, steps, clockStep: [1, 1_000, 2_000][seed % 3] ?? 1, wholeUpTo: seed % 2 === 0 ? 0 : 512 * 1024 }
      const outcome = await playFolders(history)
      outcomes.push(outcome)
      const differing = new Set(outcome.portraits).size - 1
      expect({ history, differing, lost: outcome.lost, untrue: outcome.untrue }).toEqual({ history, differing: 0, lost: [], untrue: [] })
    }
  }, 120_000)

  test('and each thing that can happen has happened', () => {
    const sum = (of: (outcome: FolderOutcome) => number): number => outcomes.reduce((total, outcome) => total + of(outcome), 0)
    expect([sum(({ edits }) => edits) > histories, sum(({ received }) => received) > histories, sum(({ conflicts }) => conflicts) > histories, sum(({ restarts }) => restarts) > 0]).toEqual([true, true, true, true])
    const done = synchronised.filter((what) => sum((outcome) => outcome.synchronised[what]) > 0)
    expect(done).toEqual(isOne ? synchronised.filter((what) => ['temporaries', 'foreign', 'links', 'restored', 'emptied'].includes(what)) : synchronised)
  })

  afterAll(() => {
    const sum = (of: (outcome: FolderOutcome) => number): number => outcomes.reduce((total, outcome) => total + of(outcome), 0)
    const happened = synchronised.map((what) => `${sum((outcome) => outcome.synchronised[what])} ${what}`)
    console.log(`${outcomes.length} histories, ${sum(({ edits }) => edits)} edits, ${sum(({ looks }) => looks)} looks, ${sum(({ received }) => received)} merges, ${sum(({ conflicts }) => conflicts)} conflicts, ${happened.join(', ')}; at rest after ${Math.max(...outcomes.map(({ rounds }) => rounds))} rounds at most`)
  })
})
