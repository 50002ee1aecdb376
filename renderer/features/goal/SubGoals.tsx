import { useLayoutEffect, useRef } from 'react'
import { placeRecord } from '../../../shared/edits/place-record.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { childrenOf, goalsOf, recordOf } from '../../../shared/plan/plan-view.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { NewSubGoal } from './NewSubGoal.tsx'
import { SubGoalRow } from './SubGoalRow.tsx'
import styles from './SubGoals.module.css'

/** What a goal is made of, in order. */
export function SubGoals({ goal }: { readonly goal: GoalId }) {
  const { plan } = useSession()
  const announce = useAnnounce()
  const ids = usePlan((state) => childrenOf(state.view, { parent: goal, kind: 'goal' }))
  const done = usePlan((state) => ids.filter((id) => recordOf(state.view, id)?.status === 'done').length)
  const list = useRef<HTMLOListElement>(null)
  const keepsFocus = useRef<Element | null>(null)
  useLayoutEffect(() => {
    // an element that is put elsewhere in the page loses the focus
    if (keepsFocus.current instanceof HTMLElement) keepsFocus.current.focus()
    keepsFocus.current = null
  }, [ids])

  const place = (id: GoalId, index: number): void => {
    if (index < 0 || index >= ids.length) return
    const { view, act } = plan.getState()
    const title = recordOf(view, id)?.title ?? ''
    keepsFocus.current = list.current?.contains(document.activeElement) === true ? document.activeElement : null
    act({ action: 'goalReordered', subject: title }, placeRecord({ list: goalsOf(view, goal), index, on: id }))
    announce(goalText.movedTo(title, index + 1, ids.length))
  }
  /** After one is deleted, the focus goes to the one that took its place, else to the field for a new one. */
  const focusNear = (index: number): void => {
    requestAnimationFrame(() => {
      const rows = list.current?.querySelectorAll<HTMLElement>('li') ?? []
      const row = rows[Math.min(index, rows.length - 1)]
      const home = row?.querySelector<HTMLElement>('button') ?? list.current?.parentElement?.querySelector('input')
      home?.focus()
    })
  }
  return (
    <section className={styles.section} aria-label={goalText.subGoals}>
      <h3 className={styles.heading}>
        {goalText.subGoals}
        <span className={styles.count}>{goalText.subGoalsDone(done, ids.length)}</span>
      </h3>
      <ol ref={list} className={styles.list}>
        {ids.map((id, index) => (
          <SubGoalRow key={id} id={id} parent={goal} index={index} total={ids.length} onPlace={place} onDeleted={() => focusNear(index)} />
        ))}
      </ol>
      <NewSubGoal parent={goal} />
    </section>
  )
}
