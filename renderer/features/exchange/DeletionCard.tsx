import { splitField } from '../../../shared/model/record-spec.ts'
import type { DeletionRow, Side } from '../../../shared/review/review-row.ts'
import { SaidValue } from '../../parts/SaidValue.tsx'
import { WorkWords, workTold } from '../../parts/WorkWords.tsx'
import { mergeText } from '../../text/exchange.ts'
import { conflictText } from '../../text/merges.ts'
import { fieldName } from '../../../shared/words/fields.ts'
import styles from './QuestionCard.module.css'
import { QuestionCard } from './QuestionCard.tsx'
import { useReview } from './review-context.ts'

export interface DeletionCardProps {
  readonly row: DeletionRow
  readonly isTabbable: boolean
}

/** What one side deleted while the other worked on it: it is left deleted, or brought back. */
export function DeletionCard({ row, isTabbable }: DeletionCardProps) {
  const words = (side: Side): React.ReactNode => (side === row.deletedBy ? mergeText.deletion[row.deletedBy].deleted : <Work row={row} side={side} />)
  return <QuestionCard row={row} question="" isTabbable={isTabbable} mine={words('mine')} theirs={words('theirs')} />
}

function Work({ row, side }: { readonly row: DeletionRow; readonly side: Side }) {
  const { view } = useReview().review
  const { conflict, along } = row
  const cell = conflict[side]
  const { name } = splitField(cell.field)
  if (conflict.below !== undefined || along.length > 0) {
    return (
      <>
        {mergeText.deletion[row.deletedBy].kept}
        {[conflict, ...along].slice(0, workTold).map(({ on, below, ...each }) => (
          <span key={`${below} ${each[side].at}`} className={styles.work}>
            {' '}
            <WorkWords on={on} below={below} cell={each[side]} view={view} />
          </span>
        ))}
        {along.length >= workTold && <span className={styles.work}> {conflictText.moreWork(along.length + 1 - workTold)}</span>}
      </>
    )
  }
  return (
    <>
      {mergeText.deletion[row.deletedBy].kept}
      {name !== 'deleted' && (
        <span className={styles.work}>
          {' '}
          {mergeText.wentOn} {fieldName(name).toLowerCase()} {typeof cell.value === 'boolean' ? '' : <SaidValue field={name} value={cell.value} view={view} />}
        </span>
      )}
    </>
  )
}
