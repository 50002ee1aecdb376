import { useState, type ReactNode } from 'react'
import type { Goal } from '../../../shared/model/goal.ts'
import type { GoalsToTurn } from '../../../shared/turn/goals-to-turn.ts'
import { openGoal } from '../../parts/open-goal.ts'
import { useSession } from '../../state/session.tsx'
import { boardText } from '../../text/board.ts'
import { turnText } from '../../text/turn.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import styles from './TurnScreen.module.css'

/** How many titles of a kind are listed. */
const limit = 50

/** What isn't asked about: done, dropped, carried on already. Folded, since nothing is to be done with it. */
export function TurnApart({ apart }: { readonly apart: GoalsToTurn }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const { done, dropped, carried } = apart
  const words = turnText.apart(done.length, dropped.length, carried.length)
  if (words === '') return null
  return (
    <Disclosure title={turnText.apartTitle} hint={words} open={isOpen} onOpenChange={setOpen} className={styles.apart}>
      <div className={styles.groups}>
        <Group title={turnText.groups.carried} goals={carried} />
        <Group title={turnText.groups.done} goals={done} />
        <Group title={turnText.groups.dropped} goals={dropped} />
      </div>
    </Disclosure>
  )
}

function Group({ title, goals }: { readonly title: string; readonly goals: readonly Goal[] }): ReactNode {
  const session = useSession()
  if (goals.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className={styles.groupTitle}>{title}</h2>
      <ul className={styles.group}>
        {goals.slice(0, limit).map((goal) => (
          <li key={goal.id}>
            <button type="button" className={styles.other} onClick={() => openGoal(session, goal.id)}>
              {goal.title === '' ? boardText.untitled : goal.title}
            </button>
          </li>
        ))}
      </ul>
      {goals.length > limit && <p className={styles.hint}>{turnText.andMore(goals.length - limit)}</p>}
    </section>
  )
}
