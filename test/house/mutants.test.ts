import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mutatedFolder, outcomesIn, unmutated, type Outcome } from './mutated-folder.ts'
import { mutants } from './mutants.ts'
import { keptSeeds } from '../shared/changes/seeds.ts'
import { removeFolder } from './sandbox.ts'

const histories = 'test/shared/file/histories-by-file.test.ts'

let folder = ''
let outcomes: readonly Outcome[] = []

beforeAll(async () => {
  folder = await mutatedFolder(mutants, [histories])
  outcomes = await outcomesIn(folder, { QUARTERDECK_RUNS: '0' })
}, 300_000)

afterAll(() => removeFolder(folder))

/** How the tests of this name ended: one, if it is there at all. */
function passed({ tree, file, test: name }: Omit<Outcome, 'passed'>): readonly boolean[] {
  return outcomes.filter((outcome) => outcome.tree === tree && outcome.file === file && outcome.test === name).map((outcome) => outcome.passed)
}

function historiesPassed(tree: string): readonly boolean[] {
  return outcomes.filter((outcome) => outcome.tree === tree && outcome.file === histories).map((outcome) => outcome.passed)
}

describe('a mistake made on purpose', () => {
  test.each(mutants)('[H21] $name is found by its test, which passes without it', ({ name, killedBy }) => {
    expect([passed({ tree: unmutated, ...killedBy }), passed({ tree: name, ...killedBy })]).toEqual([[true], [false]])
  })

  // by those whose seeds are kept: which mistake each is for stands beside it
  test.each(mutants)('[H22] $name is found by random histories', ({ name }) => {
    expect(keptSeeds.flatMap(({ brokenBy }) => brokenBy)).toContain(name)
    expect([historiesPassed(unmutated), historiesPassed(name)].map((each) => new Set(each))).toEqual([new Set([true]), new Set([false])])
  })
})
