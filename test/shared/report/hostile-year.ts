import type { Change, Fields } from '../../../shared/changes/change.ts'
import { addChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { PlanId, RecordId } from '../../../shared/model/ids.ts'
import { statuses } from '../../../shared/model/status.ts'
import { hostilePlan, short } from './hostile-plan.ts'

export interface HostileYear {
  readonly mine: ChangeSet
  /** What somebody else made of the same plan meanwhile, so that texts meet texts. */
  readonly theirs: ChangeSet
}

/** A year as it went, in which each string stands in every field: goals moved, re-worded, given up and carried over, and edited on two sides. */
export function hostileYear(strings: readonly string[], plan: PlanId): HostileYear {
  const at = (index: number): string => strings[index % strings.length] ?? ''
  const members = strings.flatMap((text) => [[`taskLinks/${short(text)}`, true] as const, [`statusWords/${short(text)}`, true] as const])
  const later: readonly Edit[] = [
    [plan, { ...Object.fromEntries(members), 'taskLinks/T#=https://hostile.example/T#': true, 'statusWords/Fertig=done': true }],
    ...strings.flatMap((text, index): readonly Edit[] => [
      [`goal:g${index}`, { status: statuses[(index + 2) % statuses.length] ?? 'todo', ...(index % 3 === 0 && { title: `${text}${at(index + 1)}`.slice(0, 900).toWellFormed() }), ...(index % 11 === 0 && { dropped: true }) }],
      ...(index % 2 === 0 ? [[`goal:c${index}`, { output: `output:u${index}`, quarter: 3, ...(index % 4 === 0 && { until: 4 }), title: text, reason: text, status: statuses[index % 5] ?? 'todo', carriedFrom: `goal:g${index}`, order: 'a1', owner: text }] as const] : []),
      [`note:d${index}`, { about: `goal:g${index}`, date: '2018-12', text: `${text}\n\n- ${text}`, author: text, status: statuses[index % statuses.length] ?? 'todo' }],
      [`note:u${index}`, { [`states/goal:g${index}=done`]: true, [`states/${short(text)}`]: true }],
      ...(index % 10 === 0 ? [[`goal:l${index}`, { quarter: 4 }] as const] : []),
    ]),
  ]
  const early = strings.flatMap((text, index): readonly Edit[] => (index % 10 === 0 ? [[`goal:l${index}`, { output: `output:u${index}`, quarter: 2, title: text, order: 'a2' }]] : []))
  const year = written(written(hostilePlan(strings, plan), early, { month: 8, writer: 'hhhhhhhhhh0' }), later, { month: 10, writer: 'hhhhhhhhhh0' })
  const side = (by: number): readonly Edit[] => strings.map((_, index) => [`goal:g${index}`, edited(at(index + by), index, by)])
  return { mine: written(year, side(1), { month: 11, writer: 'mmmmmmmmmm0' }), theirs: written(year, [...side(2), ...added(strings)], { month: 11, writer: 'tttttttttt0' }) }
}

type Edit = readonly [RecordId, Fields]

/** Each goal is edited by both sides in one or two of its fields. */
function edited(text: string, index: number, by: number): Fields {
  const fields: readonly Fields[] = [{ title: text }, { reason: text, description: text }, { owner: text, waitingOn: text }, by === 1 ? { deleted: true } : { title: text }, { status: statuses[(index + by) % statuses.length] ?? 'todo', [`teams/${short(text)}`]: true }]
  return fields[index % fields.length] ?? {}
}

function added(strings: readonly string[]): readonly Edit[] {
  return strings.map((text, index) => [`goal:n${index}`, { output: `output:u${index}`, quarter: 2, title: text, order: 'a3', [`teams/${short(text)}`]: true }])
}

function written(set: ChangeSet, edits: readonly Edit[], { month, writer }: { readonly month: number; readonly writer: string }): ChangeSet {
  return addChanges(set, edits.map(([on, fields], index): Change => ({ at: formatStamp({ ms: Date.UTC(2018, month, 2, 12) + index, counter: 0, writer }), on, set: fields }))).set
}
