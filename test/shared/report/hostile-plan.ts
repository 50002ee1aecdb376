import type { Change, Fields } from '../../../shared/changes/change.ts'
import { foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { statuses } from '../../../shared/model/status.ts'

/** A plan in which each string stands in every field of its own program, outcome, output, goal, sub-goal and note. */
export function hostilePlan(strings: readonly string[], plan: PlanId = 'plan:hostile'): ChangeSet {
  const changes = strings.flatMap((text, index) => [
    change(`program:p${index}`, { code: short(text), title: text, owner: text, summary: text, links: text, order: keyOf(index) }),
    change(`outcome:o${index}`, { program: `program:p${index}`, number: short(text), title: text, order: keyOf(index) }),
    change(`output:u${index}`, { outcome: `outcome:o${index}`, number: short(text), title: text, order: keyOf(index) }),
    change(`goal:g${index}`, { output: `output:u${index}`, quarter: 2, status: statuses[index % statuses.length] ?? 'todo', order: keyOf(index), stretch: index % 5 === 0, ...said(text) }),
    change(`goal:s${index}`, { output: `output:u${index}`, parent: `goal:g${index}`, status: statuses[(index + 3) % statuses.length] ?? 'todo', order: 'a0', ...said(text) }),
    change(`note:n${index}`, { about: `goal:g${index}`, date: '2018-11-07', text, author: text }),
    change(`note:u${index}`, { about: `output:u${index}`, quarter: 2, date: '2018-12', text: `Words before it: ${text}`, status: 'inProgress' }),
  ])
  return foldChanges([change(plan, { title: strings[0] ?? '', startsOn: '2018-07-01', summary: strings[1] ?? '' }), change('replica:hhhhhhhhhh', { name: short(strings[2] ?? '') }), ...changes])
}

function said(text: string): Fields {
  const member = short(text)
  return { title: text, description: text, reason: text, waitingOn: text, owner: text, [`teams/${member}`]: true, [`tasks/${member}`]: true, [`dependsOn/${member}`]: true, [`accepted/${member}`]: true, [`carriedThrough/${member}`]: true }
}

/** A member of a set holds 200 letters at most. */
export function short(text: string): string {
  return text.slice(0, 200).toWellFormed()
}

function keyOf(index: number): string {
  return `a${String(index).padStart(3, '0')}`
}

function change(on: Change['on'], set: Fields): Change {
  return { at: formatStamp({ ms: Date.UTC(2018, 8, 1), counter: 0, writer: 'hhhhhhhhhh0' }), on, set }
}
