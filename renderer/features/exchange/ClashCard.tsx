import type { Cell } from '../../../shared/changes/folded-record.ts'
import { splitField } from '../../../shared/model/record-spec.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import type { ClashRow, Side } from '../../../shared/review/review-row.ts'
import { isLongText } from '../../parts/long-text.ts'
import { titleOf } from '../../parts/record-words.ts'
import { SaidValue } from '../../parts/SaidValue.tsx'
import { TextChange } from '../../parts/TextChange.tsx'
import { exchangeText, mergeText } from '../../text/exchange.ts'
import { fieldName } from '../../../shared/words/fields.ts'
import { isProse } from '../../../shared/words/prose.ts'
import { placeWords } from '../../parts/place-words.ts'
import { QuestionCard } from './QuestionCard.tsx'
import { useReview, useReviewState } from './review-context.ts'

export interface ClashCardProps {
  readonly row: ClashRow
  readonly isTabbable: boolean
}

/** What both sides wrote in one field; the one that is to count is chosen. */
export function ClashCard({ row, isTabbable }: ClashCardProps) {
  const { view } = useReview().review
  const isFolded = !useReviewState(({ unfolded }) => unfolded.has(row.key))
  const { field, mine, theirs } = row.conflict
  const { name } = splitField(field)
  const question = field === 'order' ? mergeText.place : fieldName(name).toLowerCase()
  const words = (side: Side): React.ReactNode => <ClashValue row={row} side={side} view={view} isFolded={isFolded} />
  return <QuestionCard row={row} question={question} canUnfold={isProse(name) && (isLongText(mine.value) || isLongText(theirs.value))} isTabbable={isTabbable} mine={words('mine')} theirs={words('theirs')} />
}

interface ClashValueProps {
  readonly row: ClashRow
  readonly side: Side
  readonly view: PlanView
  readonly isFolded: boolean
}

function ClashValue({ row: { on, conflict }, side, view, isFolded }: ClashValueProps) {
  const cell: Cell = conflict[side]
  const { name, member } = splitField(conflict.field)
  const [before, after] = [conflict.mine.value, conflict.theirs.value]
  if (conflict.field === 'order') return placeWords(view, on, cell.value)
  if (member !== undefined) return `${titleOf(view, member)} ${cell.value === true ? exchangeText.added : exchangeText.removed}`
  if (isProse(name) && typeof before === 'string' && typeof after === 'string' && cell.value !== '') return <TextChange before={before} after={after} only={side === 'mine' ? 'before' : 'after'} isFolded={isFolded} />
  return <SaidValue field={name} value={cell.value} view={view} />
}
