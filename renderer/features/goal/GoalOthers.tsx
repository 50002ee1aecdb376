import { useState, type ReactNode } from 'react'
import { msOf } from '../../../shared/changes/stamp.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { othersGroups } from '../../../shared/plan/others-groups.ts'
import { computerName } from '../../parts/computer-name.ts'
import { OthersLines } from '../../parts/OthersLines.tsx'
import { useOthersOf } from '../../parts/use-others.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { shortMoment } from '../../text/backups.ts'
import { othersText } from '../../text/others.ts'
import styles from './GoalOthers.module.css'

/** What others had changed when the goal was opened. What comes in while one reads moves nothing: it is told in the panel's head. */
export function GoalOthers({ goal }: { readonly goal: GoalId }): ReactNode {
  const { today } = useSession()
  const changes = useOthersOf(goal)
  const now = usePlan((state) => state.view)
  const [{ group, view }] = useState(() => ({ group: othersGroups(now, changes)[0], view: now }))
  if (group === undefined) return null
  return (
    <section className={styles.section} aria-label={othersText.inGoal}>
      <h3 className={styles.heading}>
        {othersText.by(
          group.by.map((replica) => computerName(view, replica)),
          shortMoment(msOf(group.at), today()),
        )}
      </h3>
      <OthersLines about={goal} changes={group.changes} view={view} />
    </section>
  )
}
