import type { Value } from '../../shared/changes/change.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { FieldValue } from './FieldValue.tsx'
import { exchangeText } from '../text/exchange.ts'
import { titleOf } from './record-words.ts'

export interface SaidValueProps {
  readonly field: string
  readonly value: Value | undefined
  readonly view: PlanView
}

/** The value of a field as the lists of the dialogs say it: an id by the number and title of what it stands for. */
export function SaidValue({ field, value, view }: SaidValueProps) {
  return <FieldValue field={field} value={value} view={view} nothing={exchangeText.nothing} showText={(text) => titleOf(view, text)} />
}
