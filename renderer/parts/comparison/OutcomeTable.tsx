import { useId, type ReactNode } from 'react'
import type { OutcomeComparison, PlanComparison } from '../../../shared/compare/comparison.ts'
import { statuses } from '../../../shared/model/status.ts'
import type { CountsByStatus } from '../../../shared/plan/plan-counts.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { comparisonText } from '../../text/comparison.ts'
import styles from './Comparison.module.css'
import { Shift } from './Shift.tsx'

/** What differs, outcome by outcome, with how many goals were and are done. */
export function OutcomeTable({ comparison }: { readonly comparison: PlanComparison }): ReactNode {
  const heading = useId()
  const { columns } = comparisonText
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={styles.title}>
        {comparisonText.byOutcome}
      </h3>
      <table className={styles.table} aria-labelledby={heading}>
        <thead>
          <tr>
            <th scope="col">{columns.outcome}</th>
            <th scope="col">{columns.added}</th>
            <th scope="col">{columns.dropped}</th>
            <th scope="col">{columns.moved}</th>
            <th scope="col">{columns.status}</th>
            <th scope="col">{columns.text}</th>
            <th scope="col">{columns.notes}</th>
            <th scope="col">{columns.done}</th>
          </tr>
        </thead>
        <tbody>
          {comparison.outcomes.map((outcome) => (
            <OutcomeLine key={outcome.outcome ?? ''} outcome={outcome} comparison={comparison} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function OutcomeLine({ outcome: { outcome: id, counts, statuses: by }, comparison }: { readonly outcome: OutcomeComparison; readonly comparison: PlanComparison }): ReactNode {
  const outcome = recordOf(comparison.after, id) ?? recordOf(comparison.before, id)
  const [was, is] = [doneWords(by.before), doneWords(by.after)]
  return (
    <tr>
      <th scope="row">
        {outcome === null ? (
          comparisonText.noOutcome
        ) : (
          <>
            <span className={styles.number}>{outcome.number}</span> {outcome.title}
          </>
        )}
      </th>
      {[counts.goalAdded, counts.goalDropped, counts.moved + counts.movedIn + counts.movedOut, counts.status, counts.text, counts.noteAdded].map((count, index) => (
        <td key={index} className={count === 0 ? styles.quiet : undefined}>
          {count}
        </td>
      ))}
      <td>{was === is ? is : <Shift from={was} to={is} />}</td>
    </tr>
  )
}

function doneWords(counts: CountsByStatus): string {
  return comparisonText.doneOf(counts.done, statuses.reduce((sum, status) => sum + counts[status], 0))
}
