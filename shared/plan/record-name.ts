import { hasKind, type RecordId } from '../model/ids.ts'
import { recordOf, type PlanView } from './plan-view.ts'

/** What a record is called; either part may be empty. */
export interface RecordName {
  /** The number of an outcome or output, the code of a program. */
  readonly number: string
  readonly title: string
}

/** The name of a program, outcome, output, goal or plan; null for other kinds, and for what is not in the plan. */
export function recordName(view: PlanView, id: RecordId): RecordName | null {
  if (hasKind(id, 'program')) {
    const program = recordOf(view, id)
    return program === null ? null : { number: program.code, title: program.title }
  }
  if (hasKind(id, 'outcome') || hasKind(id, 'output')) return recordOf<'outcome' | 'output'>(view, id)
  const record = hasKind(id, 'goal') || hasKind(id, 'plan') ? recordOf<'goal' | 'plan'>(view, id) : null
  return record === null ? null : { number: '', title: record.title }
}
