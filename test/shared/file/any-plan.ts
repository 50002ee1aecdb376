import fc from 'fast-check'
import type { Change, Fields, Value } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { RecordId } from '../../../shared/model/ids.ts'

const ids = ['program:t', 'outcome:1', 'output:1', 'goal:a', 'goal:b', 'note:n', 'replica:bbbbbbbbbb', 'risk:r'] as const satisfies readonly RecordId[]

const anyStamp = fc
  .record({ ms: fc.integer({ min: 1, max: 4 }), counter: fc.integer({ min: 0, max: 1 }), writer: fc.constantFrom('aaaaaaaaaa0', 'bbbbbbbbbb0', 'bbbbbbbbbbg', 'ppppppppppz') })
  .map(formatStamp)

const anyText = fc.oneof(fc.constantFrom('', 'x', 'é', '\u{1f680}', '\0', '"\\', '\u2028', '</script>', '__proto__', '10'), fc.string({ unit: 'grapheme', maxLength: 8 }))
const anyJson: fc.Arbitrary<Value> = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Value>

/** Fields that this version knows, with values that it accepts. */
const anyKnown: fc.Arbitrary<Fields> = fc.oneof(
  fc.record({ title: anyText }),
  fc.record({ order: fc.constantFrom('a0', 'a1V') }),
  fc.record({ deleted: fc.constantFrom(true, false, null) }),
)
/** Names that are fields of no record, some of them traps. */
const anyUnknown: fc.Arbitrary<Fields> = fc
  .tuple(fc.constantFrom('colour', 'constructor', 'toString', 'colours/red', 'colours/é ß', 'hasOwnProperty', 'set'), anyJson)
  .map(([field, value]) => ({ [field]: value }))
const anyGoalField: fc.Arbitrary<Fields> = fc.oneof(
  fc.record({ status: fc.constantFrom('todo', 'done', null) }),
  fc.record({ quarter: fc.constantFrom(1, 4, null) }),
  fc.tuple(fc.constantFrom('teams/SRE', 'teams/a/b', 'tasks/T1', 'dependsOn/goal:b'), fc.boolean()).map(([field, value]) => ({ [field]: value })),
)

const anyChange: fc.Arbitrary<Change> = fc.tuple(anyStamp, fc.constantFrom(...ids), anyKnown, anyUnknown, anyGoalField, fc.integer({ min: 0, max: 7 })).map(([at, on, known, unknown, goal, which]) => {
  const set = { ...((which & 1) === 0 && !on.startsWith('note') && !on.startsWith('replica') ? known : {}), ...((which & 2) === 0 ? unknown : {}), ...((which & 4) === 0 && on.startsWith('goal') ? goal : {}) }
  return { at, on, set }
})

/** Any plan, as changes: few records and stamps, so that fields are written over, and names and texts of every kind. */
export const anyPlan: fc.Arbitrary<readonly Change[]> = fc.array(anyChange, { maxLength: 14 }).map((changes) => [
  { at: formatStamp({ ms: 1, counter: 0, writer: 'aaaaaaaaaa0' }), on: 'plan:p', set: { title: 'P', startsOn: '2018-07-01' } },
  ...changes,
])
