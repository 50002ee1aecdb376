import { hasKind, type RecordId } from '../../../shared/model/ids.ts'
import { quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import { recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { firstWords } from '../../../shared/board/first-words.ts'
import { StatusName } from '../../parts/StatusName.tsx'
import { quarterLabel } from '../../text/dates.ts'
import styles from '../../parts/ChangeList.module.css'
import { Listing } from '../../parts/Listing.tsx'
import { RecordRow } from '../../parts/RecordRow.tsx'

export interface NewRecordsProps {
  readonly title: string
  readonly hint?: string | undefined
  readonly ids: readonly RecordId[]
  readonly view: PlanView
}

/** Records by title; a goal with its quarter and status, a note with its first words. */
export function NewRecords({ title, hint, ids, view }: NewRecordsProps) {
  return (
    <Listing title={title} hint={hint} items={ids} keyOf={(id) => id}>
      {(id) => (
        <RecordRow id={id} view={view} wide={hasKind(id, 'note')}>
          {hasKind(id, 'goal') && <GoalFacts id={id} view={view} />}
          {hasKind(id, 'note') && <span className={styles.hint}>{firstWords(recordOf(view, id)?.text ?? '')}</span>}
        </RecordRow>
      )}
    </Listing>
  )
}

function GoalFacts({ id, view }: { readonly id: `goal:${string}`; readonly view: PlanView }) {
  const quarter = quarterOfGoal(view, id)
  return (
    <span className={styles.facts}>
      {quarter !== null && <span className={styles.hint}>{quarterLabel(quarter)}</span>}
      <StatusName status={recordOf(view, id)?.status ?? 'todo'} />
    </span>
  )
}
