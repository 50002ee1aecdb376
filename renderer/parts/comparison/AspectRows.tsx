import { useMemo, type ReactNode } from 'react'
import type { Aspect, ComparedRecord, PlanComparison } from '../../../shared/compare/comparison.ts'
import { hasKind, type GoalId } from '../../../shared/model/ids.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { aspectLabel, comparisonText } from '../../text/comparison.ts'
import { Listing } from '../Listing.tsx'
import { RecordRow } from '../RecordRow.tsx'
import styles from './Comparison.module.css'
import { RowFacts } from './RowFacts.tsx'

export interface AspectRowsProps {
  readonly aspect: Aspect
  readonly comparison: PlanComparison
  readonly onGoal: ((id: GoalId) => void) | undefined
}

/** So many rows are shown until one asks for all. */
const first = 20

/** The records of one aspect, each with what it is about: old and new. */
export function AspectRows({ aspect, comparison, onGoal }: AspectRowsProps): ReactNode {
  const rows = useMemo(() => comparison.rows.filter(({ aspects }) => aspects.includes(aspect)), [comparison, aspect])
  if (rows.length === 0) return null
  if (aspect === 'reordered') return <p className={styles.quiet}>{comparisonText.reordered(rows.length)}</p>
  return (
    <Listing title={aspectLabel[aspect]} items={rows} keyOf={({ on }) => on} first={first}>
      {(row) => {
        const view = row.change === 'dropped' ? comparison.before : comparison.after
        const goal = goalOf(row, comparison)
        return (
          <RecordRow id={row.on} view={view} wide={!isShort(aspect)} onOpen={goal === null || onGoal === undefined ? undefined : () => onGoal(goal)}>
            <RowFacts row={row} aspect={aspect} comparison={comparison} />
          </RecordRow>
        )
      }}
    </Listing>
  )
}

function isShort(aspect: Aspect): boolean {
  return aspect === 'goalAdded' || aspect === 'goalDropped' || aspect === 'partAdded' || aspect === 'partDropped'
}

/** The goal itself, or the one a note speaks of. */
function goalOf({ on, change }: ComparedRecord, { before, after }: PlanComparison): GoalId | null {
  const about = hasKind(on, 'note') ? (recordOf(change === 'dropped' ? before : after, on)?.about ?? null) : on
  return hasKind(about, 'goal') ? about : null
}
