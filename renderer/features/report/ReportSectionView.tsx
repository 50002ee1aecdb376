import type { CSSProperties, ReactNode } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { isLive } from '../../../shared/plan/plan-view.ts'
import type { ReportGoal, ReportHead, ReportSection } from '../../../shared/report/report.ts'
import { goalFacts, goalMeta, reportWords, sectionLabel, statusWords } from '../../../shared/report/report-words.ts'
import { openToday } from '../../parts/open-today.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { StatusName } from '../../parts/StatusName.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { walkRows } from '../../parts/walk-rows.ts'
import { useSession } from '../../state/session.tsx'
import { snapshotText } from '../../text/snapshots.ts'
import { classes } from '../../ui/classes.ts'
import { useToast } from '../../ui/toaster.ts'
import { FoldedList } from './FoldedList.tsx'
import { MetaWords } from './MetaWords.tsx'
import styles from './ReportScreen.module.css'

/** The goals of a status, each with what there is to say of it; its title leads to it on the board. */
export function ReportSectionView({ section: { kind, count, goals }, head }: { readonly section: ReportSection; readonly head: ReportHead }): ReactNode {
  const status = kind === 'dropped' ? 'postponed' : kind
  return (
    <section className={styles.section} data-section={kind}>
      <h2 className={classes(styles.heading, statusTone(status))}>
        <StatusIcon status={status} /> {sectionLabel[kind]} <span className={styles.count}>{count}</span>
      </h2>
      <FoldedList items={goals} first={40} className={styles.goals}>
        {(goal) => <GoalItem key={goal.id} goal={goal} head={head} />}
      </FoldedList>
    </section>
  )
}

/** Further than this sub-goals don't move to the right. */
const deepest = 6

function GoalItem({ goal, head }: { readonly goal: ReportGoal; readonly head: ReportHead }): ReactNode {
  const session = useSession()
  const toaster = useToast()
  const title = goal.title === '' ? reportWords.untitled : goal.title
  const open = (id: GoalId): void => {
    if (isLive(session.plan.getState().view, id)) openToday(session, id)
    else toaster.show({ id: 'goneGoal', text: snapshotText.goneGoal(title) })
  }
  return (
    <li className={styles.goal} data-report-goal={goal.id} data-level={goal.level} style={{ '--below': Math.min(goal.level, deepest) - 1 } as CSSProperties}>
      <p className={styles.goalLine}>
        <button type="button" className={styles.open} data-opens="" onClick={() => open(goal.id)} onKeyDown={walkRows}>
          <bdi>{title}</bdi>
        </button>
        {goal.level > 1 && <StatusName status={goal.status} words={statusWords(goal)} className={styles.status} />}
      </p>
      <MetaWords words={goalMeta(goal, head)} />
      {goalFacts(goal).map((fact) => (
        <p key={fact} className={styles.fact}>
          <bdi>{fact}</bdi>
        </p>
      ))}
    </li>
  )
}
