import type { Aspect, ComparedRecord, ComparisonCounts, PlanComparison } from '../../shared/compare/comparison.ts'
import { hasKind, type GoalId, type OutputId, type PlanId, type RecordId } from '../../shared/model/ids.ts'
import { quarterOfGoal } from '../../shared/plan/goal-place.ts'
import { recordOf, type PlanView } from '../../shared/plan/plan-view.ts'
import { recordName } from '../../shared/plan/record-name.ts'
import { statusLabel } from '../../shared/words/statuses.ts'
import { counted } from '../../shared/words/counted.ts'
import { fieldLines, quoteLine } from './field-text.ts'
import { plain } from './outcome.ts'
import { planName } from './plan-text.ts'

/** A comparison for people: what happened in counts, then record by record under its output. */
export function diffText({ comparison, plan, names: [from, to] }: { readonly comparison: PlanComparison; readonly plan: PlanId; readonly names: readonly [string, string] }): string {
  const { after, rows, counts } = comparison
  const head = `${plain(`${planName(after, plan)}: ${from} → ${to}`)}\n${countsText(counts)}`
  const groups = [...Map.groupBy(rows, ({ outcome, output }) => `${outcome} ${output}`).values()].toSorted((a, b) => rankOf(comparison, a[0]) - rankOf(comparison, b[0]))
  const lists = groups.map((group) => [headingOf(comparison, group[0]), ...group.flatMap((row) => rowLines(comparison, row))].join('\n'))
  return `${[head, ...lists].join('\n\n')}\n`
}

const countWords: Readonly<Record<Aspect, (count: number) => string>> = {
  goalAdded: (count) => `${counted(count, 'goal')} added`,
  goalDropped: (count) => `${counted(count, 'goal')} dropped`,
  moved: (count) => `${count} moved to another quarter`,
  movedIn: (count) => `${count} moved in`,
  movedOut: (count) => `${count} moved out`,
  status: (count) => `${count} with another status`,
  text: (count) => `${count} with another text`,
  other: (count) => `${count} with other details`,
  reordered: (count) => `${count} elsewhere in a list`,
  noteAdded: (count) => `${counted(count, 'note')} added`,
  noteChanged: (count) => `${counted(count, 'note')} changed`,
  noteRemoved: (count) => `${counted(count, 'note')} removed`,
  partAdded: (count) => `${counted(count, 'other record')} added`,
  partChanged: (count) => `${counted(count, 'other record')} changed`,
  partDropped: (count) => `${counted(count, 'other record')} dropped`,
}

function countsText(counts: ComparisonCounts): string {
  const told = (Object.keys(countWords) as readonly Aspect[]).filter((aspect) => counts[aspect] > 0).map((aspect) => countWords[aspect](counts[aspect])) // it has an entry an aspect
  return told.length === 0 ? 'No difference' : told.join(', ')
}

/** What belongs to the plan itself comes first, then outcome after outcome; within one the rows have their order. */
function rankOf({ outcomes }: PlanComparison, row: ComparedRecord | undefined): number {
  const isPlan = row === undefined || (row.outcome === null && row.output === null)
  return isPlan ? -1 : outcomes.findIndex(({ outcome }) => outcome === row.outcome)
}

/** `TEC3 / Outcome 1 / Output 1.1 Builds`, as far as a row belongs to them. */
function headingOf(comparison: PlanComparison, row: ComparedRecord | undefined): string {
  const outcome = row?.outcome ?? null
  const program = outcome === null ? null : readEither(comparison, (view) => recordOf(view, outcome)?.program ?? null)
  const parts = [program, outcome, row?.output ?? null].filter((id) => id !== null)
  return parts.length === 0 ? 'Plan' : parts.map((id, index) => nameOf(comparison, id, { isShort: index < parts.length - 1 })).join(' / ')
}

const signs = { added: '+', dropped: '-', changed: '~' } as const

function rowLines(comparison: PlanComparison, { on, change, moved, fields }: ComparedRecord): readonly string[] {
  const view = change === 'dropped' ? comparison.before : comparison.after
  const head = `  ${signs[change]} ${nameOf(comparison, on)}${hasKind(on, 'goal') ? goalFacts(view, on) : ''}`
  if (hasKind(on, 'note')) return [head, ...(change === 'changed' ? fieldLines({ comparison, fields, moved }) : [`      ${noteText(view, on)}`])]
  return change === 'changed' ? [head, ...fieldLines({ comparison, fields, moved })] : [head]
}

/** ` (Q2, Done)`. */
function goalFacts(view: PlanView, id: GoalId): string {
  const quarter = quarterOfGoal(view, id)
  const status = recordOf(view, id)?.status
  return ` (${[quarter === null ? 'not scheduled' : `Q${quarter}`, ...(status === undefined ? [] : [statusLabel[status]])].join(', ')})`
}

/** @param isShort the number alone, where there is one */
function nameOf(comparison: PlanComparison, id: RecordId, { isShort }: { readonly isShort: boolean } = { isShort: false }): string {
  if (hasKind(id, 'note')) return noteName(comparison, id)
  const { number, title } = readEither(comparison, (view) => recordName(view, id)) ?? { number: '', title: '' }
  const kind = hasKind(id, 'outcome') ? 'Outcome' : hasKind(id, 'output') ? 'Output' : hasKind(id, 'plan') ? 'Plan' : ''
  const told = [kind, number, isShort && number !== '' ? '' : title].filter((part) => part !== '')
  return plain(number === '' && title === '' ? id : told.join(' '))
}

/** `Note of 2018-10-02 on "Collect metrics"`. */
function noteName(comparison: PlanComparison, id: `note:${string}`): string {
  const note = readEither(comparison, (view) => recordOf(view, id))
  const about: GoalId | OutputId | null = note?.about ?? null
  const name = about === null ? null : readEither(comparison, (view) => recordName(view, about))
  const on = name === null ? '' : ` on ${name.number === '' ? quoteLine(name.title) : `${name.number}${note?.quarter === null || note?.quarter === undefined ? '' : ` in Q${note.quarter}`}`}`
  return plain(`Note${note === null || note.date === '' ? '' : ` of ${note.date}`}${on}`)
}

function noteText(view: PlanView, id: `note:${string}`): string {
  return plain(recordOf(view, id)?.text ?? '').trim()
}

/** What there is after, else what there was before. */
function readEither<T>({ before, after }: PlanComparison, read: (view: PlanView) => T | null): T | null {
  return read(after) ?? read(before)
}
