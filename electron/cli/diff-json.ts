import type { ComparedRecord, PlanComparison } from '../../shared/compare/comparison.ts'
import { recordName } from '../../shared/plan/record-name.ts'
import { recordOf } from '../../shared/plan/plan-view.ts'

/** A comparison for programs: the same rows and counts as the app shows, each record with its names. */
export function diffJson(comparison: PlanComparison): Readonly<Record<string, unknown>> {
  const { counts, statuses, outcomes, rows } = comparison
  return {
    counts,
    statuses,
    outcomes: outcomes.map(({ outcome, ...rest }) => ({ outcome, ...(outcome === null ? {} : nameOf(comparison, outcome)), ...rest })),
    records: rows.map((row) => recordJson(comparison, row)),
  }
}

function recordJson(comparison: PlanComparison, { on, change, aspects, moved, outcome, output, fields }: ComparedRecord): Readonly<Record<string, unknown>> {
  const program = outcome === null ? null : (recordOf(comparison.after, outcome) ?? recordOf(comparison.before, outcome))?.program
  return {
    id: on,
    ...nameOf(comparison, on),
    change,
    aspects,
    program: program ?? null,
    outcome,
    output,
    moved,
    fields: fields.map(({ field, before, after }) => ({ field, before: before ?? null, after })),
  }
}

/** As it is called after, or was called before where it is gone. */
function nameOf({ before, after }: PlanComparison, id: ComparedRecord['on']): Readonly<Record<string, string>> {
  const { number = '', title = '' } = recordName(after, id) ?? recordName(before, id) ?? {}
  return { ...(number === '' ? {} : { number }), ...(title === '' ? {} : { title }) }
}
