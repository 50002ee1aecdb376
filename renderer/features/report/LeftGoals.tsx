import type { ReactNode } from 'react'
import type { ReportLeft } from '../../../shared/report/report.ts'
import { leftWords, reportWords } from '../../../shared/report/report-words.ts'
import { FoldedList } from './FoldedList.tsx'
import { MetaWords } from './MetaWords.tsx'
import styles from './ReportScreen.module.css'

/** What the quarter set out with and no longer has. */
export function LeftGoals({ left }: { readonly left: readonly ReportLeft[] }): ReactNode {
  return (
    <section className={styles.section} data-section="left">
      <h2 className={styles.heading}>
        {reportWords.left} <span className={styles.count}>{left.length}</span>
      </h2>
      <FoldedList items={left} first={40} className={styles.goals}>
        {(goal) => (
          <li key={goal.id} className={styles.goal}>
            <p className={styles.goalLine}>
              <bdi className={styles.gone}>{goal.title === '' ? reportWords.untitled : goal.title}</bdi>
            </p>
            <MetaWords words={goal.output === '' ? [] : [goal.output]} />
            <p className={styles.fact}>
              <bdi>{leftWords(goal)}</bdi>
            </p>
          </li>
        )}
      </FoldedList>
    </section>
  )
}
