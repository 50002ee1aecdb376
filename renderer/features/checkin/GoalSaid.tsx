import { useMemo, type ReactNode } from 'react'
import { saidInQuarter, saidOfSource } from '../../../shared/checkin/said-before.ts'
import type { CheckInMonth } from '../../../shared/model/check-in-month.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { usePlan } from '../../state/session.tsx'
import { checkInText } from '../../text/checkin.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Pane.module.css'
import { SaidNotes } from './SaidNotes.tsx'

export interface GoalSaidProps {
  readonly goal: GoalId
  readonly month: CheckInMonth
  readonly showsSource: boolean
  readonly onToggleSource: () => void
}

/** What was said of a goal this quarter, the oldest first; one key away what was said before it was carried over. */
export function GoalSaid({ goal, month, showsSource, onToggleSource }: GoalSaidProps): ReactNode {
  const view = usePlan((state) => state.view)
  const said = useMemo(() => saidInQuarter({ view, goal, month }), [view, goal, month])
  const before = useMemo(() => saidOfSource({ view, goal }), [view, goal])
  const source = recordOf(view, goal)?.carriedFrom ?? null
  return (
    <>
      {source !== null && showsSource && (
        <>
          <p className={styles.sourceHead}>{checkInText.saidOfSource(recordOf(view, source)?.title ?? '')}</p>
          <SaidNotes notes={before} goal={source} />
        </>
      )}
      {said.length === 0 ? <p className={styles.nothing}>{checkInText.nothingSaid}</p> : <SaidNotes notes={said} goal={goal} />}
      {before.length > 0 && (
        <p className={styles.source}>
          <Button variant="quiet" size="small" keys="Alt+C" aria-expanded={showsSource} onClick={onToggleSource}>
            {showsSource ? checkInText.hideSource : checkInText.showSource(before.length)}
          </Button>
        </p>
      )}
    </>
  )
}
