import type { ReactNode } from 'react'
import type { Value } from '../../../shared/changes/change.ts'
import { isDayOrMonth } from '../../../shared/model/date.ts'
import { isStatus } from '../../../shared/model/status.ts'
import { isQuarter } from '../../../shared/model/year.ts'
import { yearStartOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { StatusName } from '../../parts/StatusName.tsx'
import { formatDate, quarterLabel } from '../../text/dates.ts'
import { exchangeText } from '../../text/exchange.ts'
import { titleOf } from './record-words.ts'

export interface SaidValueProps {
  readonly field: string
  readonly value: Value | undefined
  readonly view: PlanView
}

/** The value of a field in words: a status with its sign, an id by the title of what it stands for. */
export function SaidValue({ field, value, view }: SaidValueProps): ReactNode {
  if (value === undefined || value === null || value === '') return exchangeText.nothing
  if (field === 'status' && isStatus(value)) return <StatusName status={value} />
  if (field === 'quarter' && isQuarter(value)) return quarterLabel(value)
  if (field === 'date' && isDayOrMonth(value)) return formatDate({ date: value, startsOn: yearStartOf(view) })
  if (typeof value === 'boolean') return value ? exchangeText.yes : exchangeText.no
  return typeof value === 'string' ? titleOf(view, value) : JSON.stringify(value)
}
