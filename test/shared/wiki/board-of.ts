import type { Edit } from '../../../shared/changes/change.ts'
import { statuses, type Status } from '../../../shared/model/status.ts'

/** Cards by status, zeros left out: `{ inProgress: 6, stalled: 2 }`. */
export type Column = Partial<Record<Status, number>>

/** Goals of edits that each make a whole record, without those that an edit deletes. */
export function goalsIn(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter((edit) => edit.on.startsWith('goal:') && edit.set['deleted'] !== true)
}

export function notesIn(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter((edit) => edit.on.startsWith('note:'))
}

export function byStatus(goals: readonly Edit[]): Column {
  const counts = statuses.map((status) => [status, goals.filter((goal) => goal.set['status'] === status).length] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

/** The cards of a quarter's board: goals with that quarter, or the sub-goals of such. */
export function boardOf({ edits, quarter, level }: { readonly edits: readonly Edit[]; readonly quarter: number; readonly level: 'goals' | 'sub-goals' }): Column {
  const goals = goalsIn(edits)
  const tops = goals.filter((goal) => goal.set['parent'] === null && goal.set['quarter'] === quarter)
  const ids = new Set<unknown>(tops.map((goal) => goal.on))
  return byStatus(level === 'goals' ? tops : goals.filter((goal) => ids.has(goal.set['parent'])))
}

/** One set of fields for each record, later edits over earlier ones. */
export function laidOver(...layers: readonly (readonly Edit[])[]): readonly Edit[] {
  const records = new Map<Edit['on'], Edit['set']>()
  for (const { on, set } of layers.flat()) records.set(on, { ...records.get(on), ...set })
  return [...records].map(([on, set]) => ({ on, set }))
}

/** A field as text, whatever it holds. */
export function textOf(edit: Edit | undefined, field: string): string {
  const value = edit?.set[field]
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}
