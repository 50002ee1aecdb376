import fc from 'fast-check'
import type { Change, Fields } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import type { Model } from './compare-oracle.ts'

/** Two states of one plan, as the product reads them and as plain objects by id. */
export interface TwoStates {
  readonly before: PlanView
  readonly after: PlanView
  readonly models: { readonly before: Model; readonly after: Model }
}

type Written = { readonly on: RecordId; readonly set: Fields }

const mark = fc.constantFrom<Fields[string]>(true, false, null)
const partly = (fields: Readonly<Record<string, fc.Arbitrary<Fields[string]>>>): fc.Arbitrary<Fields> => fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Fields> // a key that is left out is not there
const of = (...values: readonly Fields[string][]): fc.Arbitrary<Fields[string]> => fc.constantFrom(...values)

// a goal is only ever below one that comes before it, so that no circle has to be cut in the oracle too
const goals = ['goal:a', 'goal:b', 'goal:c', 'goal:d'] as const
const goalEdits = goals.map((on, index) =>
  partly({
    parent: of(null, 'goal:gone', ...goals.slice(0, index)),
    output: of('output:x', 'output:y', 'output:gone', null),
    quarter: of(1, 2, null, 7),
    status: of('todo', 'done', 'blocked', 'Finished'),
    title: of('alpha', 'beta', '', null),
    order: of('a0', 'a1'),
    stretch: mark,
    'teams/SRE': mark,
    teams: of('no list'),
    mood: of('new field', null),
    deleted: mark,
  }).map((set): Written => ({ on, set })),
)
const noteEdits = partly({ about: of(...goals, 'output:x', null), quarter: of(1, 2), text: of('one', 'two'), date: of('2018-10-02'), deleted: mark })
const outputEdits = partly({ outcome: of('outcome:p', 'outcome:q', null), title: of('alpha', 'beta'), deleted: mark })

const anyEdit: fc.Arbitrary<Written> = fc.oneof(
  { weight: 8, arbitrary: fc.oneof(...goalEdits) },
  { weight: 3, arbitrary: fc.record({ on: fc.constantFrom<RecordId[]>('note:1', 'note:2'), set: noteEdits }) },
  { weight: 2, arbitrary: fc.record({ on: fc.constantFrom<RecordId[]>('output:x', 'output:y'), set: outputEdits }) },
  { weight: 1, arbitrary: fc.record({ on: fc.constantFrom<RecordId[]>('outcome:p', 'outcome:q'), set: partly({ title: of('alpha', 'beta'), program: of('program:r', null), deleted: mark }) }) },
  { weight: 1, arbitrary: fc.record({ on: fc.constantFrom<RecordId[]>('program:r', 'plan:t'), set: partly({ title: of('alpha', 'beta'), summary: of('s', ''), deleted: mark }) }) },
  { weight: 1, arbitrary: fc.record({ on: fc.constantFrom<RecordId[]>('risk:z'), set: partly({ weight: of(1, 2), deleted: mark }) }) },
  { weight: 1, arbitrary: fc.record({ on: fc.constantFrom<RecordId[]>('replica:aaaaaaaaaa'), set: partly({ name: of('one', 'two') }) }) },
)
const anyEdits = fc.array(anyEdit, { maxLength: 12 })

/** Two states that share a beginning, each edited on. */
export const anyTwoStates: fc.Arbitrary<TwoStates> = fc.record({ shared: anyEdits, mine: anyEdits, theirs: anyEdits }).map(({ shared, mine, theirs }) => {
  const [before, after] = [stateOf([...shared, ...mine]), stateOf([...shared, ...theirs])]
  return { before: before.view, after: after.view, models: { before: before.model, after: after.model } }
})

function stateOf(edits: readonly Written[]): { readonly view: PlanView; readonly model: Model } {
  const changes = edits.map((edit, index): Change => ({ at: formatStamp({ ms: 1_000 + index, counter: 0, writer: 'aaaaaaaaaa0' }), ...edit }))
  const model: Record<string, Record<string, Fields[string]>> = {}
  for (const { on, set } of edits) if (Object.keys(set).length > 0) model[on] = { ...model[on], ...set }
  return { view: createView(foldChanges(changes)), model }
}
