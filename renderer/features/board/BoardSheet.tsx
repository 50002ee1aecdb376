import type { ReactNode } from 'react'
import { filterWords } from '../../../shared/board/filter-words.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { asksForReason, statuses, type Status } from '../../../shared/model/status.ts'
import { isQuarter } from '../../../shared/model/year.ts'
import { ownerOf } from '../../../shared/plan/goal-place.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { isTeamName } from '../../../shared/teams/known-teams.ts'
import { SheetHead } from '../../parts/SheetHead.tsx'
import { StatusName } from '../../parts/StatusName.tsx'
import { heldWords } from '../../parts/held-words.ts'
import { sinceStartWords, wayWords } from '../../parts/life-words.ts'
import { useCard, useCardMarks } from '../../parts/use-card.ts'
import { useProgramShown } from '../../parts/use-program-shown.ts'
import { useBoard, usePlan } from '../../state/session.tsx'
import { boardText, shellText } from '../../text/board.ts'
import { formatDate, quarterLabel, quarterMonths } from '../../text/dates.ts'
import { printText } from '../../text/print.ts'
import { acceptText } from '../../text/teams.ts'
import styles from './BoardSheet.module.css'

/** The board on paper: every goal that it shows, by status, over as many pages as it takes. */
export function BoardSheet(): ReactNode {
  const view = usePlan((state) => state.view)
  const { scope, filter } = useBoard((state) => state.query)
  const { columns, shown, hidden } = useBoard((state) => state.board)
  const words = filterWords(view, filter)
  const scopeWords = isQuarter(scope) ? `${quarterLabel(scope)} ${quarterMonths({ startsOn: yearStartOf(view), quarter: scope })}` : shellText[scope]
  return (
    <div className={styles.sheet} data-sheet="board">
      <SheetHead>
        <h1 className={styles.title}>{scopeWords}</h1>
        <p className={styles.counts}>{boardText.counts({ shown, done: columns.done.length, hidden })}</p>
        {words.length > 0 && <p className={styles.counts}>{printText.filter(words)}</p>}
      </SheetHead>
      {statuses.map((status) => columns[status].length > 0 && <SheetTable key={status} status={status} goals={columns[status]} showsQuarter={!isQuarter(scope)} />)}
    </div>
  )
}

function SheetTable({ status, goals, showsQuarter }: { readonly status: Status; readonly goals: readonly GoalId[]; readonly showsQuarter: boolean }): ReactNode {
  return (
    <table className={styles.table}>
      <colgroup>
        <col className={styles.numbers} />
        <col />
        {showsQuarter && <col className={styles.quarters} />}
        <col className={styles.whose} />
        <col className={styles.dates} />
      </colgroup>
      <thead>
        <tr>
          <th colSpan={2} className={styles.status}>
            <StatusName status={status} /> <span className={styles.count}>{goals.length}</span>
          </th>
          {showsQuarter && <th>{printText.quarter}</th>}
          <th>{printText.who}</th>
          <th>{printText.note}</th>
        </tr>
      </thead>
      <tbody>
        {goals.map((id) => (
          <SheetRow key={id} id={id} showsQuarter={showsQuarter} />
        ))}
      </tbody>
    </table>
  )
}

function SheetRow({ id, showsQuarter }: { readonly id: GoalId; readonly showsQuarter: boolean }): ReactNode {
  const card = useCard(id)
  const marks = useCardMarks(id)
  const startsOn = usePlan((state) => yearStartOf(state.view))
  const owner = usePlan((state) => ownerOf(state.view, id))
  const showsProgram = useProgramShown()
  if (card === null) return null
  const { goal } = card
  const reasons = asksForReason(goal.status) ? [heldWords(marks, startsOn), goal.reason, goal.waitingOn === '' ? '' : boardText.waitingOn(goal.waitingOn)] : []
  const reason = reasons.filter((part) => part !== '').join(' · ')
  const about = [
    ...(marks.isDropped ? [boardText.dropped] : []),
    ...[sinceStartWords(marks, startsOn)].flatMap((since) => since?.words ?? []),
    ...wayWords(card),
    ...(goal.stretch ? [boardText.stretch] : []),
    ...(card.parentTitle === null ? [] : [card.parentTitle]),
    ...goal.tasks,
    ...(card.subGoals === 0 ? [] : [boardText.subGoalsLong(card.subGoalsDone, card.subGoals)]),
    ...goal.dependsOn.filter(isTeamName).map((team) => `${acceptText.needs(team)}: ${acceptText.state(goal.accepted.includes(team))}`),
  ]
  const written = card.notedOn === null ? '' : formatDate({ date: card.notedOn, startsOn })
  return (
    <tr>
      <td className={styles.number}>{[showsProgram ? card.programCode : '', card.outputNumber].join(' ')}</td>
      <td>
        <p className={styles.name}>{goal.title === '' ? boardText.untitled : goal.title}</p>
        {about.length > 0 && <p className={styles.about}>{about.join(' · ')}</p>}
        {(reason !== '' || card.noted !== null) && <p className={styles.words}>{reason === '' ? card.noted : reason}</p>}
      </td>
      {showsQuarter && <td>{card.quarter === null ? '' : quarterLabel(card.quarter)}</td>}
      <td>{[goal.teams.join(', '), owner].filter((part) => part !== '').join(' · ')}</td>
      <td>{card.needsNote && card.needsNoteSince === null ? boardText.noNote : written}</td>
    </tr>
  )
}
