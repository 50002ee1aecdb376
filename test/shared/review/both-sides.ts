import fc from 'fast-check'
import type { Edit, Fields, Value } from '../../../shared/changes/change.ts'
import { foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { smallPlan } from '../edits/plan-at-hand.ts'
import { act, openSession, type Session } from '../changes/session.ts'

/** What both computers have before they part. */
export const common: ChangeSet = foldChanges(Object.entries(smallPlan).map(([on, set]) => ({ at: formatStamp({ ms: 1, counter: 0, writer: '00000000000' }), on: on as RecordId, set })))

export const start = Date.UTC(2018, 9, 2, 12)

/** The plan on a computer of its own, with edits made there; one action each, a minute apart. */
export function editedBy(replica: string, edits: readonly Edit[], { from = start, set = common }: { readonly from?: number; readonly set?: ChangeSet } = {}): Session {
  return edits.reduce((session, edit, index) => act({ session, edits: [edit], now: from + index * 60_000 }).session, openSession({ replica, set }))
}

// few records, fields and values, so that both sides meet; every kind of row can come of them
const anyFields: fc.Arbitrary<Fields> = fc
  .dictionary(fc.constantFrom('status', 'title', 'teams/SRE', 'quarter', 'order', 'output', 'deleted', 'reason'), fc.integer({ min: 0, max: 2 }), { minKeys: 1, maxKeys: 3 })
  .map((drawn) => Object.fromEntries(Object.entries(drawn).map(([field, index]) => [field, values[field]?.[index] ?? null])))

const values: Readonly<Record<string, readonly Value[]>> = {
  status: ['todo', 'done', 'blocked'],
  title: ['a', 'b', ''],
  'teams/SRE': [true, false, true],
  quarter: [1, 2, null],
  order: ['a5', 'a6', 'a7'],
  output: ['output:1-1', 'output:2-1', null],
  deleted: [true, false, null],
  reason: ['why', '', null],
}

const anyEdit: fc.Arbitrary<Edit> = fc.record({ on: fc.constantFrom<RecordId[]>('goal:a', 'goal:b', 'goal:new', 'note:n', 'output:1-1', 'milestone:m'), set: anyFields })

export const anyEdits: fc.Arbitrary<readonly Edit[]> = fc.array(anyEdit, { maxLength: 8 })

/** Two computers that went on by themselves, in any order of time; the second one may have edits of the first. */
export const anyTwo: fc.Arbitrary<{ readonly mine: Session; readonly theirs: Session }> = fc
  .record({ mine: anyEdits, theirs: anyEdits, ahead: fc.constantFrom(-90_000, 0, 90_000), both: anyEdits })
  .map(({ mine, theirs, ahead, both }) => {
    const { set } = editedBy('cccccccccc', both, { from: start - 3_600_000 })
    return { mine: editedBy('aaaaaaaaaa', mine, { set }), theirs: editedBy('bbbbbbbbbb', theirs, { set, from: start + ahead }) }
  })
