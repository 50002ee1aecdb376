import { useId, type ReactNode } from 'react'
import { aspects, type PlanComparison } from '../../../shared/compare/comparison.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { comparisonText } from '../../text/comparison.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { CountCards, type CountCard } from '../CountCards.tsx'
import { AspectRows } from './AspectRows.tsx'
import styles from './Comparison.module.css'
import { OutcomeTable } from './OutcomeTable.tsx'
import { StatusShift } from './StatusShift.tsx'

export interface ComparisonProps {
  readonly comparison: PlanComparison
  /** Goes to the goal of a row; without it rows lead nowhere. */
  readonly onGoal?: ((id: GoalId) => void) | undefined
}

/** What differs between two states of a plan: figures, outcomes, then row by row. Only to be read. */
export function Comparison({ comparison, onGoal }: ComparisonProps): ReactNode {
  const heading = useId()
  if (comparison.rows.length === 0) return <EmptyState title={comparisonText.nothing}>{comparisonText.nothingHint}</EmptyState>
  return (
    <div role="group" aria-label={comparisonText.label} className={styles.comparison} data-walk="">
      <section aria-labelledby={heading}>
        <h3 id={heading}>
          <VisuallyHidden>{comparisonText.figures}</VisuallyHidden>
        </h3>
        <CountCards cards={cardsOf(comparison)} />
        <StatusShift statuses={comparison.statuses} />
      </section>
      <OutcomeTable comparison={comparison} />
      {aspects.map((aspect) => (
        <AspectRows key={aspect} aspect={aspect} comparison={comparison} onGoal={onGoal} />
      ))}
    </div>
  )
}

function cardsOf({ counts }: PlanComparison): readonly CountCard[] {
  const { cards } = comparisonText
  return [
    { id: 'added', count: counts.goalAdded, label: cards.added },
    { id: 'dropped', count: counts.goalDropped, label: cards.dropped },
    { id: 'moved', count: counts.moved + counts.movedIn + counts.movedOut, label: cards.moved },
    { id: 'status', count: counts.status, label: cards.status },
    { id: 'text', count: counts.text, label: cards.text },
    { id: 'notes', count: counts.noteAdded, label: cards.notes },
  ]
}
