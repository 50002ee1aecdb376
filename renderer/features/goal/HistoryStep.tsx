import { ArrowRight } from 'lucide-react'
import type { Value } from '../../../shared/changes/change.ts'
import { isRecordId, hasKind } from '../../../shared/model/ids.ts'
import { isDayOrMonth } from '../../../shared/model/date.ts'
import { isStatus } from '../../../shared/model/status.ts'
import { isQuarter } from '../../../shared/model/year.ts'
import type { FieldStep } from '../../../shared/plan/history.ts'
import { recordOf, yearStartOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { StatusName } from '../../parts/StatusName.tsx'
import { usePlan } from '../../state/session.tsx'
import { formatDate, quarterLabel } from '../../text/dates.ts'
import { goalText } from '../../text/goal.ts'
import { historyText } from '../../text/history.ts'
import { fieldName } from '../../text/status.ts'
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

/** A value in words: a status with its sign, an id by its title, nothing as a dash. */
function Said({ field, value, view }: { readonly field: string; readonly value: Value; readonly view: PlanView }) {
  if (value === null || value === '') return historyText.nothing
  if (field === 'status' && isStatus(value)) return <StatusName status={value} />
  if (field === 'quarter' && isQuarter(value)) return quarterLabel(value)
  if (field === 'date' && isDayOrMonth(value)) return formatDate({ date: value, startsOn: yearStartOf(view) })
  if (typeof value === 'boolean') return value ? historyText.yes : historyText.no
  if (typeof value !== 'string') return <LongText text={JSON.stringify(value)} />
  return <LongText text={isRecordId(value) ? titleOf(view, value) : value} />
}

/** The title of a record by its id; what is no id, a team, stands for itself. */
function titleOf(view: PlanView, id: string): string {
  if (!isRecordId(id)) return id
  const record = hasKind(id, 'goal') ? recordOf(view, id) : hasKind(id, 'output') ? recordOf(view, id) : null
  if (record === null) return hasKind(id, 'goal') || hasKind(id, 'output') ? historyText.unknownRecord : id
  if (record.title === '') return goalText.untitled
  return 'number' in record ? goalText.outputOption(record.number, record.title) : record.title
}
