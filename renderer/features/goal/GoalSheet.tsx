import { useMemo, type ReactNode } from 'react'
import type { Goal } from '../../../shared/model/goal.ts'
import { hasKind, type GoalId } from '../../../shared/model/ids.ts'
import { notesOfGoal } from '../../../shared/plan/notes.ts'
import { goalsOf, recordOf, yearStartOf } from '../../../shared/plan/plan-view.ts'
import { statedBy } from '../../../shared/plan/stated-by.ts'
import { Markdown } from '../../parts/Markdown.tsx'
import { SheetHead } from '../../parts/SheetHead.tsx'
import { StatusName } from '../../parts/StatusName.tsx'
import { usePlan } from '../../state/session.tsx'
import { formatDate } from '../../text/dates.ts'
import { goalText } from '../../text/goal.ts'
import styles from './GoalSheet.module.css'
import { newestNotesFirst } from './order-notes.ts'
import { useSheetFacts } from './use-sheet-facts.ts'

/** A goal on paper: its fields, its sub-goals, its notes. */
export function GoalSheet({ id }: { readonly id: GoalId }): ReactNode {
  const goal = usePlan((state) => recordOf(state.view, id))
  if (goal === null) return null
  return (
    <div className={styles.sheet} data-sheet="goal">
      <SheetHead />
      <h1 className={styles.title}>{goal.title === '' ? goalText.untitled : goal.title}</h1>
      {goal.deleted && <p className={styles.deleted}>{goalText.deleted}</p>}
      <p className={styles.status}>
        <StatusName status={goal.status} />
      </p>
      <Facts goal={goal} />
      {goal.description !== '' && <Markdown text={goal.description} className={styles.description} />}
      <SubGoals of={id} />
      <Notes goal={goal} />
    </div>
  )
}

function Facts({ goal }: { readonly goal: Goal }): ReactNode {
  const facts = useSheetFacts(goal)
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function SubGoals({ of }: { readonly of: GoalId }): ReactNode {
  const view = usePlan((state) => state.view)
  const goals = goalsOf(view, of)
  if (goals.length === 0) return null
  return (
    <section>
      <h2 className={styles.heading}>{goalText.subGoals}</h2>
      <SubGoalList goals={goals} />
    </section>
  )
}

function SubGoalList({ goals }: { readonly goals: readonly Goal[] }): ReactNode {
  const view = usePlan((state) => state.view)
  return (
    <ul className={styles.list}>
      {goals.map((goal) => {
        const below = goalsOf(view, goal.id)
        return (
          <li key={goal.id}>
            <p className={styles.subGoal}>
              <span className={styles.subStatus}>
                <StatusName status={goal.status} />
              </span>
              <span>
                {goal.title === '' ? goalText.untitled : goal.title}
                {goal.reason !== '' && <span className={styles.quiet}> {goal.reason}</span>}
              </span>
              <span className={styles.quiet}>{goal.teams.join(', ')}</span>
            </p>
            {below.length > 0 && <SubGoalList goals={below} />}
          </li>
        )
      })}
    </ul>
  )
}

function Notes({ goal: { id } }: { readonly goal: Goal }): ReactNode {
  const view = usePlan((state) => state.view)
  const notes = useMemo(() => newestNotesFirst(view, notesOfGoal(view, id)), [view, id])
  if (notes.length === 0) return null
  return (
    <section>
      <h2 className={styles.heading}>{goalText.notes}</h2>
      {notes.map((note) => {
        const status = statedBy(note, id)
        return (
          <article key={note.id} className={styles.note}>
            <p className={styles.noteHead}>
              <b>{note.date === '' ? goalText.noDate : formatDate({ date: note.date, startsOn: yearStartOf(view) })}</b>
              {status !== null && <StatusName status={status} />}
              {note.author !== '' && <span className={styles.quiet}>{note.author}</span>}
              {hasKind(note.about, 'output') && <span className={styles.quiet}>{goalText.forAllTag(recordOf(view, note.about)?.number ?? '')}</span>}
            </p>
            {note.text !== '' && <Markdown text={note.text} />}
          </article>
        )
      })}
    </section>
  )
}
