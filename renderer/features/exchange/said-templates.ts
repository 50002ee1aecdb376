import type { Edit } from '../../../shared/changes/change.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { memberField } from '../../../shared/model/record-spec.ts'
import type { Status } from '../../../shared/model/status.ts'
import { formatStatusWord } from '../../../shared/model/status-word.ts'
import type { PageTemplate } from '../../../shared/wiki/source/wikitext-lines.ts'

/** A template by its name, the lines in which it stands, and the status that a person says it means; null for none. */
export interface SaidTemplate {
  readonly name: string
  readonly lines: readonly number[]
  readonly status: Status | null
}

/** By name, in any order. */
export type SaidTemplates = ReadonlyMap<string, SaidTemplate>

/** The templates of a page by name, with what was said of them, in the order in which they first stand there. */
export function templateRows(templates: readonly PageTemplate[], said: SaidTemplates): readonly SaidTemplate[] {
  const unknown = [...Map.groupBy(templates, ({ name }) => name)].filter(([name]) => said.get(name)?.status === undefined || said.get(name)?.status === null)
  const rows = [...unknown.map(([name, all]): SaidTemplate => ({ name, lines: [...new Set(all.map(({ line }) => line))], status: null })), ...[...said.values()].filter(({ status }) => status !== null)]
  return rows.toSorted((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0))
}

/** What was said, as members of the plan's words for statuses. */
export function wordsSaid(said: SaidTemplates): readonly string[] {
  return [...said.values()].flatMap(({ name, status }) => (status === null ? [] : [formatStatusWord({ word: name.trim(), status })]))
}

/** The same as an edit of the plan; none where nothing was said. */
export function wordEdits(planId: PlanId, said: SaidTemplates): readonly Edit[] {
  const words = wordsSaid(said)
  return words.length === 0 ? [] : [{ on: planId, set: Object.fromEntries(words.map((word) => [memberField('statusWords', word), true])) }]
}
