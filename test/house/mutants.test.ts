import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mutatedFolder, outcomesIn, unmutated, type Outcome } from './mutated-folder.ts'
import { mutants } from './mutants.ts'
import { shareMutants } from './share-mutants.ts'
import { keptSeeds } from '../shared/changes/seeds.ts'
import { keptShareSeeds } from '../shared/share/kept-seeds.ts'
import { removeFolder } from './sandbox.ts'

const campaigns = [
  { mutants, histories: 'test/shared/file/histories-by-file.test.ts', seeds: keptSeeds },
  { mutants: shareMutants, histories: 'test/shared/share/conformance-three.test.ts', seeds: keptShareSeeds },
] as const
const all = campaigns.flatMap((campaign) => campaign.mutants.map((mutant) => ({ ...campaign, ...mutant })))

let folder = ''
let outcomes: readonly Outcome[] = []

beforeAll(async () => {
  folder = await mutatedFolder(campaigns)
  outcomes = await outcomesIn(folder, { QUARTERDECK_RUNS: '0' })
}, 300_000)

afterAll(() => removeFolder(folder))

/** How the tests of this name ended: one, if it is there at all. */
function passed({ tree, file, test: name }: Omit<Outcome, 'passed'>): readonly boolean[] {
  return outcomes.filter((outcome) => outcome.tree === tree && outcome.file === file && outcome.test === name).map((outcome) => outcome.passed)
}

function historiesPassed(tree: string, histories: string): readonly boolean[] {
  return outcomes.filter((outcome) => outcome.tree === tree && outcome.file === histories).map((outcome) => outcome.passed)
}

describe('a mistake made on purpose', () => {
  test.each(all)('[H21] $name is found by its test, which passes without it', ({ name, killedBy }) => {
    expect([passed({ tree: unmutated, ...killedBy }), passed({ tree: name, ...killedBy })]).toEqual([[true], [false]])
  })

  // by those whose seeds are kept: which mistake each is for stands beside it
  test.each(all.filter(({ isRare }) => isRare !== true))('[H22] $name is found by random histories', ({ name, histories, seeds }) => {
    expect(seeds.flatMap(({ brokenBy }) => brokenBy)).toContain(name)
    expect([historiesPassed(unmutated, histories), historiesPassed(name, histories)].map((each) => new Set(each))).toEqual([new Set([true]), new Set([false])])
  })
})
