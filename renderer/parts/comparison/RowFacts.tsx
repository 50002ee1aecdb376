import type { ReactNode } from 'react'
import { firstWords } from '../../../shared/board/first-words.ts'
import { recordIn } from '../../../shared/changes/fold.ts'
import type { FieldChange } from '../../../shared/changes/merge.ts'
import type { Aspect, ComparedRecord, PlanComparison } from '../../../shared/compare/comparison.ts'
import { aspectOfField } from '../../../shared/compare/row-aspects.ts'
import { hasKind, isRecordId } from '../../../shared/model/ids.ts'
import { quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import { recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { comparisonText } from '../../text/comparison.ts'
import list from '../ChangeList.module.css'
import { FieldChangeRow } from '../FieldChangeRow.tsx'
import { StatusName } from '../StatusName.tsx'
import styles from './Comparison.module.css'
import { Shift } from './Shift.tsx'

export interface RowFactsProps {
  readonly row: ComparedRecord
  readonly aspect: Aspect
  readonly comparison: PlanComparison
}

/** What a row says of one aspect: old and new, or how an added or dropped record stands. */
export function RowFacts({ row, aspect, comparison }: RowFactsProps): ReactNode {
  const { on, change, moved } = row
  if (aspect === 'moved' || aspect === 'movedIn' || aspect === 'movedOut') return moved === null ? null : <Shift from={comparisonText.quarter(moved.from)} to={comparisonText.quarter(moved.to)} />
  if (change === 'changed') return <Fields fields={fieldsOf(row, aspect)} comparison={comparison} />
  const view = change === 'dropped' ? comparison.before : comparison.after
  if (hasKind(on, 'goal')) return <GoalFacts id={on} view={view} />
  return hasKind(on, 'note') ? <span className={list.hint}>{firstWords(recordOf(view, on)?.text ?? '')}</span> : null
}

function GoalFacts({ id, view }: { readonly id: `goal:${string}`; readonly view: PlanView }): ReactNode {
  return (
    <span className={styles.facts}>
      <span className={list.hint}>{comparisonText.quarter(quarterOfGoal(view, id))}</span>
      <StatusName status={recordOf(view, id)?.status ?? 'todo'} />
    </span>
  )
}

function Fields({ fields, comparison }: { readonly fields: readonly FieldChange[]; readonly comparison: PlanComparison }): ReactNode {
  return (
    <ul className={list.fields}>
      {fields.map(({ field, before, after }) => (
        <FieldChangeRow key={field} field={field} before={before} after={after} view={viewWith({ before, after, comparison })} />
      ))}
    </ul>
  )
}

/** Of a goal the fields of the aspect, a new place in its list left out; of another record all of them. */
function fieldsOf({ on, fields, moved }: ComparedRecord, aspect: Aspect): readonly FieldChange[] {
  const told = fields.filter(({ field }) => field !== 'order')
  if (!hasKind(on, 'goal')) return told.length === 0 ? fields : told
  return told.filter(({ field }) => aspectOfField(field) === aspect || (aspect === 'other' && moved === null && aspectOfField(field) === 'moved'))
}

/** The state that knows by name what the values stand for; a record that is gone stands only in the one before. */
function viewWith({ before, after, comparison }: Pick<FieldChange, 'before' | 'after'> & { readonly comparison: PlanComparison }): PlanView {
  const knowsAll = (view: PlanView): boolean => [before, after].every((value) => !isRecordId(value) || recordIn(view.set, value) !== undefined)
  return !knowsAll(comparison.after) && knowsAll(comparison.before) ? comparison.before : comparison.after
}
