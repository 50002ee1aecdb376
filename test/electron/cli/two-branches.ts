import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { problemText } from '../../../shared/file/problem.ts'
import { readPlanFile } from '../../../shared/file/read-plan-file.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { fileOf } from './run-plan.ts'

const at = (hour: number, replica: string): string => formatStamp({ ms: Date.UTC(2018, 11, 6, hour), counter: 0, writer: `${replica}0` })

const changes: readonly Change[] = [
  { at: at(8, 'aaaaaaaaaa'), on: 'plan:p', set: { title: 'TEC3', startsOn: '2018-07-01' } },
  { at: at(8, 'aaaaaaaaaa'), on: 'goal:g', set: { title: 'Deploy', status: 'todo', quarter: 2 } },
]

const changesOfA: readonly Change[] = [...changes, { at: at(9, 'aaaaaaaaaa'), on: 'goal:g', set: { status: 'done' } }]

/** A plan as both branches have it. */
export const start = fileOf(changes)
/** The same on two branches, each edited in an app of its own: the status on both, and a new goal on the second. */
export const branchA = fileOf(changesOfA)
/** The first branch, gone on with. */
export const branchAOn = fileOf([...changesOfA, { at: at(12, 'aaaaaaaaaa'), on: 'goal:h', set: { title: 'Later' } }])
export const branchB = fileOf([...changes, { at: at(10, 'bbbbbbbbbb'), on: 'goal:g', set: { status: 'blocked' } }, { at: at(11, 'bbbbbbbbbb'), on: 'goal:h', set: { title: 'Of the other branch' } }])

/** What the two goals say in a file that is as it was written, and how many conflicts wait. Fails the test where it is not. */
export function stateOf(file: string): { readonly g: string | null; readonly h: string | null; readonly conflicts: number } {
  const read = readPlanFile(file)
  if (!read.ok) throw new Error(problemText(read.problem))
  if (read.file.byHand !== null) throw new Error('its digest does not fit')
  const view = createView(read.file.set)
  const said = (id: GoalId): string | null => {
    const goal = recordOf(view, id)
    return goal === null ? null : `${goal.title} ${goal.status}`
  }
  return { g: said('goal:g'), h: said('goal:h'), conflicts: openConflicts(view).length }
}
