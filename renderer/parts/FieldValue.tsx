import type { ReactNode } from 'react'
import type { Value } from '../../shared/changes/change.ts'
import { isDayOrMonth } from '../../shared/model/date.ts'
import { isStatus } from '../../shared/model/status.ts'
import { isQuarter } from '../../shared/model/year.ts'
import { yearStartOf, type PlanView } from '../../shared/plan/plan-view.ts'
import { formatDate, quarterLabel } from '../text/dates.ts'
import { recordText } from '../text/records.ts'
import { StatusName } from './StatusName.tsx'

export interface FieldValueProps {
  readonly field: string
  readonly value: Value | undefined
  readonly view: PlanView
  /** What is said where the field says nothing. */
  readonly nothing: string
  /** Shows a text, or an id by the title of what it stands for. */
  readonly showText: (text: string) => ReactNode
}

/** The value of a field in words: a status with its sign, a date and a quarter as people say them. */
export function FieldValue({ field, value, view, nothing, showText }: FieldValueProps): ReactNode {
  if (value === undefined || value === null || value === '') return nothing
  if (field === 'status' && isStatus(value)) return <StatusName status={value} />
  if (field === 'quarter' && isQuarter(value)) return quarterLabel(value)
  if (field === 'date' && isDayOrMonth(value)) return formatDate({ date: value, startsOn: yearStartOf(view) })
  if (typeof value === 'boolean') return value ? recordText.yes : recordText.no
  return showText(typeof value === 'string' ? value : JSON.stringify(value))
}
