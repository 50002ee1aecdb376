import { hasKind, type GoalId } from '../../../shared/model/ids.ts'
import { firstWords } from '../../../shared/board/first-words.ts'
import { recordIn } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { quarterOfGoal, subtreeOf } from '../../../shared/plan/goal-place.ts'
import { recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { sourceOf } from '../../../shared/plan/stamp-source.ts'
import type { FieldRow, MoveRow, RecordRow, ReviewRow } from '../../../shared/review/review-row.ts'
import { computerName } from '../../parts/computer-name.ts'
import { FieldChangeWords } from '../../parts/FieldChangeWords.tsx'
import { recordWords } from '../../parts/record-words.ts'
import { StatusName } from '../../parts/StatusName.tsx'
import { quarterLabel } from '../../text/dates.ts'
import { mergeText } from '../../text/exchange.ts'
import { MoveWords } from './MoveWords.tsx'
import { useReview, useReviewState } from './review-context.ts'
import styles from './ReviewList.module.css'

export interface RowWordsProps {
  readonly row: ReviewRow
  readonly isKept: boolean
}

/** What is said of a row: a field as old and new, a move with where it leads, what a new record is. */
export function RowWords({ row, isKept }: RowWordsProps) {
  switch (row.kind) {
    case 'record':
      return <RecordWords row={row} isKept={isKept} />
    case 'field':
    case 'move':
      return <ChangeWords row={row} isKept={isKept} />
    default:
      return null
  }
}

function ChangeWords({ row, isKept }: { readonly row: FieldRow | MoveRow; readonly isKept: boolean }) {
  const { view } = useReview().review
  const isFolded = !useReviewState(({ unfolded }) => unfolded.has(row.key))
  const { hint } = recordWords(view, row.on)
  return (
    <>
      {hint !== '' && <span className={styles.quiet}>{hint}: </span>}
      {row.kind === 'move' ? <MoveWords row={row} isKept={isKept} /> : <FieldChangeWords {...row.change} view={view} isFolded={isFolded} isKept={isKept} />}
      {isKept && <span className={styles.quiet}> {mergeText.stays}</span>}
      <Author row={row} />
    </>
  )
}

/** Who wrote it, where that is somebody else than who wrote the file. */
function Author({ row: { on, change } }: { readonly row: FieldRow | MoveRow }) {
  const { review, author } = useReview()
  const at = winnerOf(recordIn(review.view.set, on), change.field)?.at
  const source = at === undefined ? null : sourceOf(at)
  if (source?.kind !== 'computer' || source.replica === author) return null
  return <span className={styles.quiet}> {mergeText.by(computerName(review.view, source.replica))}</span>
}

function RecordWords({ row: { on, section }, isKept }: { readonly row: RecordRow; readonly isKept: boolean }) {
  const { view } = useReview().review
  const kept = section === 'deleted' ? mergeText.stays : section === 'restored' ? mergeText.staysDeleted : mergeText.isLeftOut
  return (
    <>
      {hasKind(on, 'goal') && section !== 'deleted' && <GoalFacts id={on} view={view} />}
      {hasKind(on, 'goal') && section === 'deleted' && <SubGoals id={on} view={view} />}
      {hasKind(on, 'note') && (
        <span className={styles.note}>
          <span className={styles.quiet}>{recordWords(view, on).hint}:</span> {firstWords(recordOf(view, on)?.text ?? '')}
        </span>
      )}
      {isKept && <span className={styles.quiet}> {kept}</span>}
    </>
  )
}

function GoalFacts({ id, view }: { readonly id: GoalId; readonly view: PlanView }) {
  const quarter = quarterOfGoal(view, id)
  return (
    <span className={styles.facts}>
      {quarter !== null && <span className={styles.quiet}>{quarterLabel(quarter)}</span>}
      <StatusName status={recordOf(view, id)?.status ?? 'todo'} />
    </span>
  )
}

/** What goes along with a goal that is deleted. */
function SubGoals({ id, view }: { readonly id: GoalId; readonly view: PlanView }) {
  const below = [...subtreeOf(view, id)].length - 1
  return below === 0 ? null : <span className={styles.quiet}>{mergeText.takesAlong(below)}</span>
}
