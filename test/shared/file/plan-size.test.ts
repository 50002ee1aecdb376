import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges, uniteChangeSets, type ChangeSet } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { limits } from '../../../shared/file/limits.ts'
import { isReadableSteps, mayComeInSteps, planSizeInSteps } from '../../../shared/file/plan-size.ts'
import { readPlanFile } from '../../../shared/file/read-plan-file.ts'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import { byteLength } from '../../../shared/share/byte-length.ts'
import { stampAt } from '../changes/tiny-domain.ts'
import { anyPlan } from './any-plan.ts'

const plan: Change = { at: stampAt(1), on: 'plan:p', set: { title: 'P', startsOn: '2018-07-01' } }

function written(set: ChangeSet): string {
  return writePlanFile({ set, by: { replica: 'aaaaaaaaaa', name: 'SRE laptop' }, at: '2018-12-06T16:42:00.000Z', app: 'test 1' })
}

function fieldsFrom(from: number, count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${from + index}`, 1]))
}

/** What is judged of a set, and whether its file is read. */
function judged(set: ChangeSet): { readonly comesIn: boolean; readonly isReadable: boolean; readonly isRead: boolean } {
  return { comesIn: finish(mayComeInSteps(set)), isReadable: finish(isReadableSteps(set)), isRead: readPlanFile(written(set)).ok }
}

test('[O150] no file has more bytes, records, fields, changes or writers than is told of its set beforehand', () => {
  fc.assert(
    fc.property(anyPlan, (changes) => {
      const set = foldChanges(changes)
      const size = finish(planSizeInSteps(set))
      const text = written(set)
      const { history, ...raw } = JSON.parse(text) as { readonly history: readonly unknown[]; readonly knows: object }
      expect(byteLength(text)).toBeLessThanOrEqual(size.bytes)
      expect(history.length).toBe(size.history)
      // all of it is counted, and little else
      expect(size.bytes).toBeLessThan(byteLength(text) + 10_000 + 50 * set.records.size + 50)
      expect(Object.keys(raw.knows).length).toBe(size.writers)
      expect(size.records).toBe(set.records.size)
    }),
  )
})

test('[O150] what two bring together beyond a limit is told from what can be read', () => {
  const half = (from: number, stamp: number): ChangeSet => foldChanges([plan, { at: stampAt(stamp), on: 'goal:a', set: fieldsFrom(from, 1_500) }])
  expect(judged(half(0, 2))).toEqual({ comesIn: true, isReadable: true, isRead: true })
  expect(judged(uniteChangeSets(half(0, 2), half(5_000, 3)).set)).toEqual({ comesIn: false, isReadable: false, isRead: false })
  expect(judged(foldChanges([plan, { at: stampAt(2), on: 'goal:a', set: fieldsFrom(0, limits.fields) }]))).toEqual({ comesIn: false, isReadable: true, isRead: true })
})

test('[O150] a file of more bytes than are read of one is told, also where its letters are few enough', () => {
  const wrote = (count: number): ChangeSet => foldChanges([plan, ...Array.from({ length: count }, (_, index): Change => ({ at: stampAt(index + 2), on: `goal:g${index}`, set: { later: '漢'.repeat(1_000_000) } }))])
  expect([18, 21, 23].map((count) => [finish(mayComeInSteps(wrote(count))), finish(isReadableSteps(wrote(count)))])).toEqual([
    [true, true],
    [false, true],
    [false, false],
  ])
})

test('[O151] a file of more writers than any plan has is refused, and told before it is made', () => {
  const writers = (count: number): ChangeSet => foldChanges([plan, ...Array.from({ length: count }, (_, index): Change => ({ at: formatStamp({ ms: 2, counter: 0, writer: `${String(index).padStart(10, 'w')}0` }), on: 'goal:a', set: { title: 'Ship' } }))])
  expect(judged(writers(8_000))).toEqual({ comesIn: true, isReadable: true, isRead: true })
  expect(judged(writers(limits.writers))).toEqual({ comesIn: false, isReadable: false, isRead: false })
})
