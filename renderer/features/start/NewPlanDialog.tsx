import { useState, type ReactNode } from 'react'
import { isYearStart, quarters, yearLabel } from '../../../shared/model/year.ts'
import { titleLimit } from '../../../shared/model/record-spec.ts'
import { quarterLabel, quarterMonths } from '../../text/dates.ts'
import { startText } from '../../text/start.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SegmentedControl, type Segment } from '../../ui/SegmentedControl.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './NewPlanDialog.module.css'
import { usualStartOf, usualStarts, yearStartFor } from './year-start.ts'

export interface NewPlanDialogProps {
  /** What is offered as the first day of the year. */
  readonly startsOn: string
  readonly today: string
  readonly onClose: () => void
  readonly onCreate: (plan: { readonly title: string; readonly startsOn: string }) => void
}

/** Asks what a new plan is called and when its year begins, and shows the quarters that follow. */
export function NewPlanDialog({ startsOn: offered, today, onClose, onCreate }: NewPlanDialogProps): ReactNode {
  const [title, setTitle] = useState('')
  const [startsOn, setStartsOn] = useState(offered)
  const [isMissing, setMissing] = useState(false)
  const create = (): void => {
    const said = title.replace(/\s+/g, ' ').trim()
    if (said === '') return setMissing(true)
    onClose()
    onCreate({ title: said, startsOn })
  }
  const usual = usualStartOf(startsOn)
  const segments: readonly Segment<string>[] = [...usualStarts.map((value) => ({ value, label: startText.months[value] })), ...(usual === null ? [{ value: 'other', label: startText.months.other }] : [])]
  return (
    <Dialog
      open
      size="small"
      title={startText.newPlan}
      onOpenChange={(open) => !open && onClose()}
      onSubmit={create}
      footerHint={startText.createHint}
      footer={
        <Button type="submit" variant="primary">
          {startText.create}
        </Button>
      }
    >
      <div className={styles.fields}>
        <TextField label={startText.newTitle} placeholder={startText.newTitlePlaceholder} value={title} maxLength={titleLimit} required error={isMissing && title.trim() === '' ? startText.newTitleMissing : null} onChange={setTitle} />
        <div>
          <p className={styles.label} aria-hidden="true">
            {startText.yearBegins}
          </p>
          <SegmentedControl label={startText.yearBegins} className={styles.starts} value={usual ?? 'other'} segments={segments} onChange={(monthDay) => setStartsOn(yearStartFor({ today, monthDay }))} />
        </div>
        <DateField label={startText.firstDay} description={startText.firstDayHint} precision="day" required value={startsOn} onCommit={(day) => isYearStart(day) && setStartsOn(day)} className={styles.day} />
        <Quarters startsOn={startsOn} />
      </div>
    </Dialog>
  )
}

function Quarters({ startsOn }: { readonly startsOn: string }): ReactNode {
  const year = yearLabel(startsOn)
  return (
    <section aria-label={startText.quarters(year)} aria-live="polite">
      <p className={styles.label}>{startText.quarters(year)}</p>
      <ul className={styles.quarters}>
        {quarters.map((quarter) => (
          <li key={quarter}>
            <strong>{quarterLabel(quarter)}</strong> <span>{quarterMonths({ startsOn, quarter })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
