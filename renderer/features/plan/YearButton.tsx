import type { ReactNode } from 'react'
import { addDays, addMonths } from '../../../shared/model/date.ts'
import { editFields } from '../../../shared/edits/edit-fields.ts'
import type { Plan } from '../../../shared/model/plan.ts'
import { isYearStart, quarters, yearLabel } from '../../../shared/model/year.ts'
import { useSession } from '../../state/session.tsx'
import { formatDate, quarterLabel, quarterMonths } from '../../text/dates.ts'
import { planText } from '../../text/plan.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Popover } from '../../ui/Popover.tsx'
import styles from './PlanHead.module.css'

/** The fiscal year, and behind it the day on which it begins with the quarters that follow from it. */
export function YearButton({ plan }: { readonly plan: Plan }): ReactNode {
  const { plan: store } = useSession()
  const { startsOn } = plan
  const end = addDays({ day: addMonths({ day: startsOn, months: 12 }), days: -1 })
  const month = (day: string): string => formatDate({ date: day.slice(0, 7), startsOn })
  const change = (day: string | null): void => {
    if (!isYearStart(day)) return
    const { view, act } = store.getState()
    act({ action: 'planEdited', subject: plan.title }, editFields({ view, on: plan.id, set: { startsOn: day } }))
  }
  return (
    <Popover
      label={planText.yearBegins}
      className={styles.popover}
      trigger={
        <Button variant="quiet" size="small" className={styles.year}>
          {planText.year(yearLabel(startsOn), month(startsOn), month(end))}
        </Button>
      }
    >
      <DateField label={planText.yearBegins} precision="day" required value={startsOn} onCommit={change} />
      <dl className={styles.quarters}>
        {quarters.map((quarter) => (
          <div key={quarter}>
            <dt>{quarterLabel(quarter)}</dt>
            <dd>{quarterMonths({ startsOn, quarter })}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.hint}>{planText.yearBeginsHint}</p>
    </Popover>
  )
}
