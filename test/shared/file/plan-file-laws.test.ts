import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyChangeSet, foldChanges } from '../../../shared/changes/fold.ts'
import { problemText } from '../../../shared/file/problem.ts'
import { adoptFile } from '../../../shared/file/adopt-file.ts'
import { readPlanFile } from '../../../shared/file/read-plan-file.ts'
import { portraitOf } from '../changes/portrait.ts'
import { anyPlan } from './any-plan.ts'
import { anyJunk, planted } from './planted.ts'
import { read, sampleText, signed, writeFile } from './sample-file.ts'

const runs = { numRuns: Number(process.env['QUARTERDECK_RUNS'] ?? 1_000) }

type Raw = Record<string, unknown>

describe('any plan', () => {
  test('[F2] written, read and written again gives the same bytes and the same set', () => {
    fc.assert(
      fc.property(anyPlan, (changes) => {
        const set = foldChanges(changes)
        const text = writeFile(set)
        const again = read(text).set
        expect(portraitOf(again)).toBe(portraitOf(set))
        expect(writeFile(again)).toBe(text)
      }),
      runs,
    )
  })

  test('[F2] gives the same bytes in whatever order its changes came', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(fc.nat(), { minLength: 15, maxLength: 15 }), (changes, ranks) => {
        const shuffled = changes.map((change, index) => ({ change, rank: ranks[index] ?? 0 })).toSorted((a, b) => a.rank - b.rank).map(({ change }) => change)
        expect(writeFile(foldChanges(shuffled))).toBe(writeFile(foldChanges(changes)))
      }),
      runs,
    )
  })
})

describe('any junk in a file', () => {
  test('[F16] is refused with a reason, or is a plan that can be written and read again; never anything else', () => {
    const counts = { refused: 0, taken: 0 }
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }), anyJunk), { minLength: 1, maxLength: 2 }), (plantings) => {
        const raw = plantings.reduce<unknown>((tree, [path, junk]) => planted(tree, path, junk), JSON.parse(sampleText))
        const result = readPlanFile(signed(raw as Raw))
        counts[result.ok ? 'taken' : 'refused'] += 1
        const taken = result.ok ? writeFile(adoptFile({ file: result.file, name: 'x', mine: emptyChangeSet(), now: 0 })) : ''
        const [text, again] = result.ok ? [taken, writeFile(read(taken).set)] : [problemText(result.problem).slice(0, 400), problemText(result.problem)]
        expect(again).toBe(text)
      }),
      runs,
    )
    expect(Math.min(counts.refused, counts.taken)).toBeGreaterThan(runs.numRuns / 20)
  })

  test('[F16] a text that only looks like a file is refused, not thrown at', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.string().map((text) => `{"format":"annual-plan","version":1,"plan":${text}`)), (text) => {
        expect(readPlanFile(text).ok).toBe(false)
      }),
      runs,
    )
  })
})
