import type { Stamp } from '../../../shared/changes/stamp.ts'
import { hasKind, type NoteId } from '../../../shared/model/ids.ts'
import type { HistoryEntry } from '../../../shared/plan/history.ts'
import { recordOf, yearStartOf } from '../../../shared/plan/plan-view.ts'
import { sourceOf } from '../../../shared/plan/stamp-source.ts'
import { computerName } from '../../parts/computer-name.ts'
import { usePlan } from '../../state/session.tsx'
import { formatDate, formatMoment } from '../../text/dates.ts'
import { goalText } from '../../text/goal.ts'
import { historyText } from '../../text/history.ts'
import { recordText } from '../../text/records.ts'
import styles from './GoalHistory.module.css'
import { HistoryStep } from './HistoryStep.tsx'

/** What was written at one moment: when, by whom, and each field before and after. */
export function HistoryItem({ entry, isHeaded }: { readonly entry: HistoryEntry; readonly isHeaded: boolean }) {
  // that a note is about this goal goes without saying
  const steps = entry.steps.filter((step) => step.field !== 'about' || (typeof step.after === 'string' && !hasKind(step.after, 'goal')))
  return (
    <li className={styles.entry} data-headed={isHeaded || undefined}>
      {isHeaded && (
        <p className={styles.head}>
          <Moment at={entry.at} />
        </p>
      )}
      {hasKind(entry.on, 'note') ? <NoteHeading id={entry.on} kind={entry.kind} /> : entry.kind !== 'changed' && <p className={styles.what}>{historyText.goal[entry.kind]}</p>}
      {steps.length > 0 && (
        <ul className={styles.steps}>
          {steps.map((step) => (
            <HistoryStep key={`${step.field}/${step.member ?? ''}/${JSON.stringify(step.after)}`} step={step} isNew={entry.kind === 'created'} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** When and by whom; what came with a goals page has no moment of its own. */
function Moment({ at }: { readonly at: Stamp }) {
  const source = sourceOf(at)
  const replica = source.kind === 'computer' ? source.replica : null
  const isHere = usePlan((state) => state.computer.replica === replica)
  const name = usePlan((state) => (replica === null ? '' : computerName(state.view, replica)))
  if (source.kind === 'page') return <span className={styles.page}>{recordText.page}</span>
  return (
    <>
      <time dateTime={isoOf(source.ms)}>{formatMoment(source.ms)}</time> <span>{historyText.by(isHere ? historyText.here : name)}</span>
    </>
  )
}

function NoteHeading({ id, kind }: { readonly id: NoteId; readonly kind: HistoryEntry['kind'] }) {
  const date = usePlan((state) => recordOf(state.view, id)?.date ?? '')
  const startsOn = usePlan((state) => yearStartOf(state.view))
  return <p className={styles.what}>{historyText.note[kind](goalText.noteOf(date === '' ? '' : formatDate({ date, startsOn })))}</p>
}

/** A clock that is far off may say what no Date can hold. */
function isoOf(ms: number): string | undefined {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
