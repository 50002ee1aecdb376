import { useState, type ReactNode } from 'react'
import { isLive, recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import type { Goal } from '../../../shared/model/goal.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { outcomeOfGoal, outputOfGoal } from '../../../shared/plan/goal-place.ts'
import { Markdown } from '../../parts/Markdown.tsx'
import { usePlan, useSession } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { pastText } from '../../text/past.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { historyOf } from './history-store.ts'
import { momentWhen } from './moment-words.ts'
import { openToday } from '../../parts/open-today.ts'
import { PastFacts } from './PastFacts.tsx'
import styles from './PastGoal.module.css'
import { PastNotes } from './PastNotes.tsx'
import { PastSubGoals } from './PastSubGoals.tsx'
import type { Past } from './use-past-view.ts'

/** A goal as it was, to be read; one press leads to how it is today. */
export function PastGoal({ id, past: { view, moment } }: { readonly id: GoalId; readonly past: Past }): ReactNode {
  const session = useSession()
  const goal = recordOf(view, id)
  const isThereToday = usePlan((state) => isLive(state.view, id))
  const isByKey = useOpenedByKey()
  const close = (): void => {
    session.ui.getState().openGoal(null)
    historyOf(session).setState({ focused: id, wantsFocus: true, row: id, wantsRow: true })
  }
  const footer = isThereToday ? (
    <Button onClick={() => openToday(session, id)}>{pastText.openToday}</Button>
  ) : (
    <p className={styles.gone}>{pastText.goneToday}</p>
  )
  return (
    <SidePanel label={pastText.goal(goal?.title ?? '')} header={<Place view={view} id={id} />} footer={footer} onClose={close} takeFocus={isByKey} className={styles.panel}>
      <p className={styles.when}>
        {pastText.asOf(momentWhen(moment))} {pastText.readOnly}
      </p>
      {goal === null ? <EmptyState title={pastText.notThere} /> : <Body goal={goal} view={view} />}
    </SidePanel>
  )
}

function Body({ goal, view }: { readonly goal: Goal; readonly view: PlanView }): ReactNode {
  return (
    <>
      {!isLive(view, goal.id) && <p className={styles.deleted}>{pastText.wasDeleted}</p>}
      <h2 className={styles.title}>{goal.title === '' ? goalText.untitled : goal.title}</h2>
      <PastFacts goal={goal} view={view} />
      {goal.description !== '' && (
        <div className={styles.description}>
          <Markdown text={goal.description} />
        </div>
      )}
      <PastSubGoals goal={goal.id} view={view} />
      <PastNotes goal={goal.id} view={view} />
    </>
  )
}

function Place({ view, id }: { readonly view: PlanView; readonly id: GoalId }): ReactNode {
  const output = outputOfGoal(view, id)
  const outcome = outcomeOfGoal(view, id)
  return (
    <p className={styles.place} title={output?.title}>
      {output !== null && <b>{output.number}</b>} {outcome !== null && goalText.outcome(outcome.number)}
    </p>
  )
}

/** By a key the focus goes into the panel; by the pointer it stays with the card. */
function useOpenedByKey(): boolean {
  const [isByKey] = useState(() => document.activeElement?.matches(':focus-visible') === true)
  return isByKey
}
