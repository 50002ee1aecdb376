import fc from 'fast-check'
import type { Change, Fields } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { statuses } from '../../../shared/model/status.ts'

const goals = ['goal:a', 'goal:b', 'goal:c', 'goal:d', 'goal:e'] as const
const outputs = ['output:x', 'output:y', 'output:gone'] as const
const outcomes = ['outcome:p', 'outcome:q'] as const

/** The plan's own record and two outcomes, so that there is something to hang the rest on. */
export const groundwork: readonly Change[] = [
  { at: stampAt(0), on: 'plan:t', set: { title: 'T', startsOn: '2018-07-01' } },
  { at: stampAt(0), on: 'program:m', set: { code: 'M', order: 'a0' } },
  { at: stampAt(0), on: 'outcome:p', set: { number: '1', order: 'a0' } },
  { at: stampAt(0), on: 'output:x', set: { outcome: 'outcome:p', number: '1.1', order: 'a0' } },
]

const fields: fc.Arbitrary<{ readonly on: RecordId; readonly set: Fields }> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ on: fc.constantFrom(...goals), set: goalFields() }) },
  { weight: 2, arbitrary: fc.record({ on: fc.constantFrom(...outputs.slice(0, 2)), set: fc.record({ outcome: fc.constantFrom(...outcomes), deleted: fc.boolean() }, { requiredKeys: [] }) }) },
  { weight: 1, arbitrary: fc.record({ on: fc.constantFrom(...outcomes), set: fc.record({ program: fc.constantFrom('program:m', null), order: fc.constantFrom('a0', 'a1'), deleted: fc.boolean() }, { requiredKeys: [] }) }) },
  { weight: 3, arbitrary: fc.record({ on: fc.constantFrom('note:1', 'note:2', 'note:3'), set: noteFields() }) },
)

/** Steps of random edits over so few records, values and places that they meet all the time. */
export const randomSteps: fc.Arbitrary<readonly (readonly Change[])[]> = fc
  .array(fc.array(fields, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 14 })
  .map((steps) => steps.map((edits, index) => edits.map((edit) => ({ at: stampAt(index + 1), ...edit }))))

function goalFields(): fc.Arbitrary<Fields> {
  return fc.record(
    {
      parent: fc.constantFrom(...goals, 'goal:gone', null),
      output: fc.constantFrom(...outputs, null),
      quarter: fc.constantFrom(1, 2, null),
      until: fc.constantFrom(2, null),
      owner: fc.constantFrom('RelEng', ''),
      carriedFrom: fc.constantFrom(...goals, null),
      status: fc.constantFrom(...statuses),
      order: fc.constantFrom('a0', 'a1', 'a2', 'not a key'),
      stretch: fc.boolean(),
      deleted: fc.boolean(),
      'teams/SRE': fc.boolean(),
      title: fc.constantFrom('alpha', 'beta'),
    },
    { requiredKeys: [] },
  )
}

function noteFields(): fc.Arbitrary<Fields> {
  return fc.record(
    { about: fc.constantFrom<Fields[string]>(...goals, 'output:x'), quarter: fc.constantFrom(1, 2), date: fc.constantFrom('2018-07-02', '2018-09-20', '2018-11'), deleted: fc.boolean() },
    { requiredKeys: [] },
  )
}

function stampAt(ms: number): string {
  return formatStamp({ ms: ms + 1_000, counter: 0, writer: 'aaaaaaaaaa0' })
}
