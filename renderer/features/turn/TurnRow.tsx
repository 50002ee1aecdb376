import type { KeyboardEvent, ReactNode } from 'react'
import { firstWords } from '../../../shared/board/first-words.ts'
import type { Goal } from '../../../shared/model/goal.ts'
import { titleLimit } from '../../../shared/model/record-spec.ts'
import { quarterLabel, formatDate } from '../../text/dates.ts'
import type { Quarter } from '../../../shared/model/year.ts'
import { earlierGoals, timesCarried } from '../../../shared/plan/carried.ts'
import { endOfGoal, outputOfGoal } from '../../../shared/plan/goal-place.ts'
import { notesOfGoal } from '../../../shared/plan/notes.ts'
import { yearStartOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { decisionKinds, type DecisionKind } from '../../../shared/turn/decision.ts'
import { openGoal } from '../../parts/open-goal.ts'
import { StatusName } from '../../parts/StatusName.tsx'
import { usePlan, useSession } from '../../state/session.tsx'
import { boardText } from '../../text/board.ts'
import { carriedWords, turnText } from '../../text/turn.ts'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { decide, turnStoreOf } from './turn-store.ts'
import styles from './TurnList.module.css'
import type { TurnItem } from './use-turning.ts'

export interface TurnRowProps {
  readonly item: TurnItem
  readonly to: string
  readonly quarter: Quarter
  readonly isActive: boolean
  readonly onChoose: (kind: DecisionKind) => void
}

/** One goal: what it is, how it stood last, and what becomes of it. */
export function TurnRow({ item, to, quarter, isActive, onChoose }: TurnRowProps): ReactNode {
  const session = useSession()
  const view = usePlan((state) => state.view)
  const { goal, decision } = item
  const title = goal.title === '' ? boardText.untitled : goal.title
  const kinds = turnText.kinds(to)
  return (
    <div className={styles.row}>
      <span className={styles.number}>{outputOfGoal(view, goal.id)?.number}</span>
      <div className={styles.what}>
        <button type="button" data-main className={styles.title} tabIndex={isActive ? 0 : -1} aria-label={turnText.open(title)} onClick={() => openGoal(session, goal.id)}>
          {title}
        </button>
        <p className={styles.facts}>{factsOf(view, item).join(' · ')}</p>
      </div>
      <StatusName status={goal.status} className={styles.status} />
      <SegmentedControl<DecisionKind>
        label={turnText.decision(title)}
        size="small"
        value={decision.kind}
        segments={decisionKinds.map((value) => ({ value, label: kinds[value] }))}
        onChange={onChoose}
        className={styles.decisions}
      />
      {decision.kind === 'drop' && <Reason goal={goal} reason={decision.reason} quarter={quarter} />}
    </div>
  )
}

/** How often it was carried, and the last word on it. */
function factsOf(view: PlanView, { goal, scope }: TurnItem): readonly string[] {
  const [before] = earlierGoals(view, goal.id)
  const end = before === undefined ? null : endOfGoal(view, before.id)
  const times = timesCarried(view, goal.id)
  const last = notesOfGoal(view, goal.id).at(-1)
  const words = last === undefined ? goal.reason : firstWords(last.text)
  const date = last === undefined || last.date === '' ? '' : formatDate({ date: last.date, startsOn: yearStartOf(view) })
  const note = last === undefined && words === '' ? turnText.noNote : [date, words].filter((part) => part !== '').join(': ')
  return [...(scope === 'unscheduled' ? [turnText.notScheduled] : []), ...(times === 0 ? [] : [carriedWords(end === null ? (goal.carriedThrough.at(-1) ?? '') : quarterLabel(end), times)]), note]
}

function Reason({ goal, reason, quarter }: { readonly goal: Goal; readonly reason: string; readonly quarter: Quarter }): ReactNode {
  const store = turnStoreOf(useSession())
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.key !== 'Enter' && event.key !== 'Escape') || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    store.setState({ active: goal.id, wantsFocus: 'row' })
  }
  return (
    <TextField
      label={turnText.reason(goal.title)}
      hideLabel
      value={reason}
      placeholder={turnText.reasonPlaceholder}
      maxLength={titleLimit}
      onChange={(next) => decide(store, { quarter, decisions: [[goal.id, { kind: 'drop', reason: next }]] })}
      onKeyDown={onKeyDown}
      className={styles.reason}
    />
  )
}
