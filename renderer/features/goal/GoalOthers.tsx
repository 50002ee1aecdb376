import { useState, type ReactNode } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { OthersLines } from '../../parts/OthersLines.tsx'
import { othersWords } from '../../parts/others-words.ts'
import { useOthersOf } from '../../parts/use-others.ts'
import { usePlan } from '../../state/session.tsx'
import { othersText } from '../../text/others.ts'
import styles from './GoalOthers.module.css'

/** What others had changed when the goal was opened. What comes in while one reads moves nothing: it is told in the panel's head. */
export function GoalOthers({ goal }: { readonly goal: GoalId }): ReactNode {
  const changes = useOthersOf(goal)
  const view = usePlan((state) => state.view)
  const [atFirst] = useState({ changes, view })
  if (atFirst.changes.length === 0) return null
  return (
    <section className={styles.section} aria-label={othersText.title}>
      <h3 className={styles.heading}>{othersWords(view, atFirst.changes)}</h3>
      <OthersLines about={goal} changes={atFirst.changes} view={atFirst.view} />
    </section>
  )
}
