import { expect, test } from 'vitest'
import type { Change, Fields } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { stampAt, writeFile } from './sample-file.ts'

/** A goal as people write them. */
function goalAt(index: number): Fields {
  return {
    output: 'output:V1StGXR8Z5',
    quarter: 1 + (index % 4),
    title: `Move the ${index}th service to the deployment pipeline and retire its old host`,
    status: 'inProgress',
    owner: 'Release Engineering',
    order: `a${String(index).padStart(4, '0')}V`,
    'teams/RelEng': true,
    'teams/ServiceOps': true,
    [`tasks/T${205_000 + index}`]: true,
  }
}

const plan: Change = { at: stampAt(1), on: 'plan:p', set: { title: 'TEC3', startsOn: '2018-07-01' } }
const goals = Array.from({ length: 1_000 }, (_, index): Change => ({ at: stampAt(1), on: `goal:${String(index).padStart(10, 'V')}`, set: goalAt(index) }))

/** The plan as a program would write it that keeps no history: records and nothing else. */
function plainJson(changes: readonly Change[]): string {
  const rows = changes.map(({ on, set }) => {
    const sets = ['teams', 'tasks'].map((name) => [name, Object.keys(set).flatMap((field) => (field.startsWith(`${name}/`) ? [field.slice(name.length + 1)] : []))] as const)
    const plainFields = Object.entries(set).filter(([field]) => !field.includes('/'))
    return { id: on, ...Object.fromEntries(plainFields), ...Object.fromEntries(sets.filter(([, members]) => members.length > 0)) }
  })
  return JSON.stringify({ plan: rows[0], goals: rows.slice(1) })
}

test('[F5] a plan of 1,000 goals that was never edited is within a tenth of its plain JSON', () => {
  const [written, plain] = [writeFile(foldChanges([plan, ...goals])).length, plainJson([plan, ...goals]).length]
  expect(written).toBeLessThan(plain * 1.1)
})

test('[F5] where each goal was made at a moment of its own, it is within a fifth', () => {
  const made = goals.map((goal, index) => ({ ...goal, at: stampAt(2 + index) }))
  const [written, plain] = [writeFile(foldChanges([plan, ...made])).length, plainJson([plan, ...made]).length]
  expect(written).toBeLessThan(plain * 1.2)
})
