import type { Value } from '../../shared/changes/change.ts'
import type { FieldChange } from '../../shared/changes/merge.ts'
import type { ComparedRecord, PlanComparison } from '../../shared/compare/comparison.ts'
import { isRecordId } from '../../shared/model/ids.ts'
import { splitField } from '../../shared/model/record-spec.ts'
import { isStatus } from '../../shared/model/status.ts'
import { isQuarter } from '../../shared/model/year.ts'
import { recordName } from '../../shared/plan/record-name.ts'
import { foldDifference, textDifference } from '../../shared/review/text-difference.ts'
import { fieldLabel, fieldName } from '../../shared/words/fields.ts'
import { isProse } from '../../shared/words/prose.ts'
import { statusLabel } from '../../shared/words/statuses.ts'
import { plain } from './outcome.ts'

const indent = '      '

/** A line for each field that differs: `status: To do → Done`, `teams: + SRE`, `text: … the [-old-]{+new+} one …`. */
export function fieldLines({ comparison, fields, moved }: { readonly comparison: PlanComparison } & Pick<ComparedRecord, 'fields' | 'moved'>): readonly string[] {
  const told = fields.filter(({ field }) => field !== 'order' && !(field === 'quarter' && moved !== null))
  const lines = told.map((change) => `${indent}${plain(lineOf(comparison, change))}`)
  const quarter = moved === null ? [] : [`${indent}${fieldLabel.quarter}: ${quarterText(moved.from)} → ${quarterText(moved.to)}`]
  // a new place among its neighbours is worth a line only where nothing else is told
  return quarter.length + lines.length === 0 ? [`${indent}stands elsewhere in its list`] : [...quarter, ...lines]
}

/** A text of people's in quotes, on one line. */
export function quoteLine(text: string): string {
  return `"${plain(text)}"`
}

function lineOf(comparison: PlanComparison, { field, before, after }: FieldChange): string {
  const { name, member } = splitField(field)
  if (member !== undefined) return `${fieldName(name)}: ${after === true ? '+' : '-'} ${valueText(comparison, { field: name, value: member })}`
  const parts = typeof before === 'string' && typeof after === 'string' && before !== '' && after !== '' && isProse(name) ? textDifference(before, after) : null
  if (parts !== null) {
    const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const
    return `${fieldName(name)}: ${foldDifference(parts).map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join('')}`
  }
  return `${fieldName(name)}: ${valueText(comparison, { field: name, value: before ?? null })} → ${valueText(comparison, { field: name, value: after })}`
}

function valueText(comparison: PlanComparison, { field, value }: { readonly field: string; readonly value: Value }): string {
  if (value === null || value === '') return 'none'
  if (field === 'status' && isStatus(value)) return statusLabel[value]
  if (field === 'quarter' && isQuarter(value)) return quarterText(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (isRecordId(value)) {
    const name = recordName(comparison.after, value) ?? recordName(comparison.before, value)
    return name === null ? value : name.number === '' ? quoteLine(name.title) : name.number
  }
  return isProse(field) || typeof value !== 'string' ? JSON.stringify(value) : value
}

function quarterText(quarter: number | null): string {
  return quarter === null ? 'not scheduled' : `Q${quarter}`
}
