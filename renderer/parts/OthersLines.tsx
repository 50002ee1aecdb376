import type { ReactNode } from 'react'
import { recordIn } from '../../shared/changes/fold.ts'
import { winnerOf } from '../../shared/changes/folded-record.ts'
import { hasKind, type RecordId } from '../../shared/model/ids.ts'
import { memberField } from '../../shared/model/record-spec.ts'
import type { OthersChange, OthersStep } from '../../shared/plan/others-change.ts'
import { recordOf, yearStartOf, type PlanView } from '../../shared/plan/plan-view.ts'
import { formatDate } from '../text/dates.ts'
import { goalText } from '../text/goal.ts'
import { historyText } from '../text/history.ts'
import { othersText } from '../text/others.ts'
import listStyles from './ChangeList.module.css'
import { FieldChangeWords } from './FieldChangeWords.tsx'
import styles from './OthersLines.module.css'

export interface OthersLinesProps {
  /** What all of it is about, and is told by whoever shows it. */
  readonly about: RecordId
  readonly changes: readonly OthersChange[]
  readonly view: PlanView
}

/** What others changed, in words: each field as one saw it last, and as it is now. */
export function OthersLines({ about, changes, view }: OthersLinesProps): ReactNode {
  return (
    <ul className={styles.lines}>
      {changes.map((change) => (
        <Lines key={change.on} change={change} isMain={change.on === about} view={view} />
      ))}
    </ul>
  )
}

function Lines({ change: { on, kind, steps }, isMain, view }: { readonly change: OthersChange; readonly isMain: boolean; readonly view: PlanView }): ReactNode {
  const heading = hasKind(on, 'note') ? noteHeading(on, kind, view) : kind === 'changed' ? null : (isMain && hasKind(on, 'goal') ? historyText.goal : plainWords)[kind]
  const excerpt = hasKind(on, 'note') && kind === 'created' ? textOf(view, on) : ''
  return (
    <>
      {heading !== null && (
        <li className={listStyles.field}>
          <span className={styles.what}>{heading}</span>
          {excerpt !== '' && <span className={styles.excerpt}>{excerpt}</span>}
        </li>
      )}
      {steps.filter(({ field }) => isTold({ on, kind, field })).map((step) => (
        <li key={`${step.field}/${step.member ?? ''}`} className={listStyles.field}>
          <Step step={step} view={view} />
        </li>
      ))}
    </>
  )
}

const plainWords = { created: othersText.added, deleted: othersText.deleted, restored: othersText.restored, changed: '' } as const

/** Of something new only what is not said by its heading and where one looks first. */
function isTold({ on, kind, field }: Pick<OthersChange, 'on' | 'kind'> & { readonly field: string }): boolean {
  if (hasKind(on, 'note')) return kind !== 'created' && field !== 'about'
  return kind !== 'created' || ['status', 'quarter', 'owner', 'teams'].includes(field)
}

function Step({ step: { field, member, before, after }, view }: { readonly step: OthersStep; readonly view: PlanView }): ReactNode {
  if (field === 'order') return historyText.placeChanged
  return <FieldChangeWords field={member === null ? field : memberField(field, member)} before={before} after={after} view={view} />
}

function noteHeading(on: `note:${string}`, kind: OthersChange['kind'], view: PlanView): string {
  const date = recordOf(view, on)?.date ?? ''
  return historyText.note[kind](goalText.noteOf(date === '' ? '' : formatDate({ date, startsOn: yearStartOf(view) })))
}

function textOf(view: PlanView, on: RecordId): string {
  const text = winnerOf(recordIn(view.set, on), 'text')?.value
  return typeof text === 'string' ? text : ''
}
