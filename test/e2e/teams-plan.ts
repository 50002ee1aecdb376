import type { Fields } from '../../shared/changes/change.ts'
import { foldChanges, type ChangeSet } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import type { RecordId } from '../../shared/model/ids.ts'
import { statuses } from '../../shared/model/status.ts'

const longName = 'Data centre operations and hardware procurement'

/** A plan of two programs, in which teams need something of each other and some goals have owners. */
export function teamsPlan(): ChangeSet {
  return setOf({
    'plan:annual': { title: 'Annual plan', startsOn: '2018-07-01' },
    'program:tec3': { code: 'TEC3', title: 'Deployment Pipeline', order: 'a0' },
    'program:tec13': { code: 'TEC13', title: 'Code health', order: 'a1' },
    'outcome:1': { program: 'program:tec3', number: '1', title: 'Deploys are safe', order: 'a0' },
    'outcome:2': { program: 'program:tec13', number: '1', title: 'Code is healthy', order: 'a0' },
    'output:1': { outcome: 'outcome:1', number: '1.1', title: 'Stages', order: 'a0' },
    'output:2': { outcome: 'outcome:2', number: '1.1', title: 'Measures', order: 'a0' },
    'goal:verify': { output: 'output:1', quarter: 2, title: 'Run the verify stage in production', status: 'inProgress', owner: 'Build lead', 'teams/RelEng': true, 'dependsOn/SRE': true, [`dependsOn/${longName}`]: true, order: 'a0' },
    'goal:canary': { output: 'output:1', quarter: 2, title: 'Deploy to a canary first', status: 'blocked', reason: 'The new hosts are not racked.', waitingOn: 'the SRE team, after the holidays', owner: 'Ops lead', 'teams/RelEng': true, order: 'a1' },
    'goal:hosts': { output: 'output:1', quarter: 3, title: 'Rack the new hosts', status: 'todo', 'teams/SRE': true, order: 'a2' },
    'goal:rollout': { output: 'output:1', quarter: 3, title: 'Roll out to all hosts', status: 'todo', 'teams/ServiceOps': true, 'dependsOn/goal:hosts': true, order: 'a3' },
    'goal:racks': { output: 'output:1', quarter: 2, title: 'Move two racks', status: 'done', 'teams/SRE': true, 'dependsOn/ServiceOps': true, order: 'a4' },
    'goal:metric': { output: 'output:2', quarter: 2, title: 'Choose a code health metric', status: 'inProgress', 'teams/RelEng': true, order: 'a5' },
    'goal:nobody': { output: 'output:2', quarter: 2, title: 'Write down what is missing', status: 'todo', order: 'a6' },
    'note:1': { about: 'goal:verify', date: '2018-11-07', text: 'The namespace is there.', author: 'Build lead' },
  })
}

/** So many goals of one quarter in all statuses, each with a title of its own. */
export function manyGoals(count: number): ChangeSet {
  const goals = Array.from({ length: count }, (_, index): readonly [RecordId, Fields] => [
    `goal:g${index}`,
    {
      output: 'output:1',
      quarter: 2,
      title: `Goal number ${index} ${'with words '.repeat(index % 9)}`.trim(),
      status: statuses[index % statuses.length] ?? 'todo',
      order: `a${String(index).padStart(4, '0')}1`,
      'teams/SRE': index % 2 === 0,
      owner: index % 13 === 0 ? '' : `Person ${index % 13}`,
      ...(index === 4 && { 'carriedThrough/FY17/18 Q4': true }),
      ...(index % 5 === 0 && { reason: 'Waits for hosts.', waitingOn: 'RelEng' }),
    },
  ])
  return setOf({
    'plan:many': { title: 'Many goals', startsOn: '2018-07-01' },
    'program:p': { code: 'P', title: 'Program', order: 'a0' },
    'outcome:1': { program: 'program:p', number: '1', title: 'Outcome', order: 'a0' },
    'output:1': { outcome: 'outcome:1', number: '1.1', title: 'Output', order: 'a0' },
    ...Object.fromEntries(goals),
  })
}

function setOf(records: Readonly<Record<string, Fields>>): ChangeSet {
  const at = Date.UTC(2018, 9, 2, 12)
  return foldChanges(Object.entries(records).map(([on, set], index) => ({ at: formatStamp({ ms: at + index, counter: 0, writer: 'ssssssssss0' }), on: on as RecordId, set }))) // written above, each with its kind
}
