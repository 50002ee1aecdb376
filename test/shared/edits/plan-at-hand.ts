import type { Edit, Fields } from '../../../shared/changes/change.ts'
import { addChanges, foldChanges } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { createView, updateView } from '../../../shared/plan/plan-index.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'

/** A plan that holds these records, each written at once; those further down later. */
export function planWith(records: Readonly<Record<RecordId, Fields>>): PlanView {
  return createView(foldChanges(Object.entries(records).map(([on, set], index) => ({ at: stampOf(index), on: on as RecordId, set }))))
}

/** The plan after edits, as the app has it: brought up to date, not read anew. */
export function after(view: PlanView, edits: readonly Edit[] | null): PlanView {
  if (edits === null) throw new Error('there was nothing to edit')
  const latest = Math.max(0, ...[...view.set.knows.values()].map((stamp) => Number.parseInt(stamp.slice(0, 10), 36)))
  return updateView(view, addChanges(view.set, edits.map((edit) => ({ at: stampOf(latest + 1), ...edit }))))
}

function stampOf(ms: number): string {
  return formatStamp({ ms, counter: 0, writer: 'aaaaaaaaaa0' })
}

/** A small plan with something of everything, named so that a test reads by itself. */
export const smallPlan = {
  'plan:tec': { title: 'TEC3', startsOn: '2018-07-01' },
  'program:tec3': { code: 'TEC3', title: 'Deployment Pipeline', owner: 'RelEng', order: 'a0' },
  'outcome:one': { program: 'program:tec3', number: '1', title: 'CI is fast', order: 'a0' },
  'outcome:two': { program: 'program:tec3', number: '2', title: 'Deploys are safe', order: 'a1' },
  'output:1-1': { outcome: 'outcome:one', number: '1.1', title: 'Builds', order: 'a0' },
  'output:1-2': { outcome: 'outcome:one', number: '1.2', title: 'Metrics', order: 'a1' },
  'output:2-1': { outcome: 'outcome:two', number: '2.1', title: 'Stages', order: 'a0' },
  'goal:a': { output: 'output:1-1', quarter: 1, title: 'Verify stage', status: 'done', order: 'a0' },
  'goal:b': { output: 'output:1-1', quarter: 1, title: 'Cache images', status: 'inProgress', order: 'a1' },
  'goal:b1': { output: 'output:1-1', parent: 'goal:b', title: 'Cache base images', status: 'done', order: 'a0' },
  'goal:b2': { output: 'output:1-1', parent: 'goal:b', title: 'Cache layers', status: 'todo', order: 'a1' },
  'goal:c': { output: 'output:1-1', quarter: 2, title: 'Sign images', status: 'todo', order: 'a2' },
  'goal:d': { output: 'output:1-2', title: 'Collect metrics', status: 'postponed', order: 'a0' },
} as const satisfies Readonly<Record<RecordId, Fields>>
