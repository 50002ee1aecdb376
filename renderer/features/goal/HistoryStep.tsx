import { ArrowRight } from 'lucide-react'
import type { Value } from '../../../shared/changes/change.ts'
import { parseGoalStates } from '../../../shared/model/goal-state.ts'
import { isRecordId, hasKind } from '../../../shared/model/ids.ts'
import type { FieldStep } from '../../../shared/plan/history.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { recordName } from '../../../shared/plan/record-name.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { FieldValue } from '../../parts/FieldValue.tsx'
import { whoWrote } from '../../parts/who-wrote.ts'
import { usePlan } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { historyText } from '../../text/history.ts'
import { recordText } from '../../text/records.ts'
import { fieldName } from '../../../shared/words/fields.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './GoalHistory.module.css'
import { LongText } from './LongText.tsx'

/** One field, before and after, in words. */
export function HistoryStep({ step, isNew }: { readonly step: FieldStep; readonly isNew: boolean }) {
  const view = usePlan((state) => state.view)
  const isLong = [step.before, step.after].some((value) => typeof value === 'string' && value.length > 40)
  return (
    <li className={styles.step} data-long={isLong || undefined}>
      <span className={styles.field}>{fieldName(step.field)}</span>
      <span className={styles.values}>{step.member === null ? <BeforeAndAfter step={step} view={view} isNew={isNew} /> : <Member step={step} view={view} />}</span>
      {step.lostTo !== undefined && <span className={styles.lost}>{historyText.lost(whoWrote(view, step.lostTo))}</span>}
    </li>
  )
}

function BeforeAndAfter({ step: { field, before, after }, view, isNew }: { readonly step: FieldStep; readonly view: PlanView; readonly isNew: boolean }) {
  if (field === 'order') return historyText.placeChanged
  if (isNew) return <Said field={field} value={after} view={view} />
  return (
    <>
      <span className={styles.before}>
        <VisuallyHidden>{historyText.from} </VisuallyHidden>
        <Said field={field} value={before} view={view} />
      </span>
      <ArrowRight className={styles.arrow} aria-hidden="true" />
      <span>
        <VisuallyHidden> {historyText.to} </VisuallyHidden>
        <Said field={field} value={after} view={view} />
      </span>
    </>
  )
}

function Member({ step: { member, after }, view }: { readonly step: FieldStep; readonly view: PlanView }) {
  return (
    <>
      <span className={after === true ? undefined : styles.before}>{titleOf(view, member ?? '')}</span> <span className={styles.how}>{after === true ? historyText.added : historyText.removed}</span>
    </>
  )
}

function Said({ field, value, view }: { readonly field: string; readonly value: Value; readonly view: PlanView }) {
  return <FieldValue field={field} value={value} view={view} nothing={historyText.nothing} showText={(text) => <LongText text={titleOf(view, text)} />} />
}

/** The title of a goal or an output by its id; what is no such id, a team, stands for itself. */
function titleOf(view: PlanView, id: string): string {
  const [state] = parseGoalStates([id])
  if (state !== undefined) return recordText.stated(titleOf(view, state.goal), statusLabel[state.status])
  if (!isRecordId(id) || !(hasKind(id, 'goal') || hasKind(id, 'output'))) return id
  const name = recordName(view, id)
  if (name === null) return historyText.unknownRecord
  return name.title === '' ? goalText.untitled : goalText.outputOption(name.number, name.title)
}
