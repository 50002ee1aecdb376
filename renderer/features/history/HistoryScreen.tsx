import type { ReactNode } from 'react'
import { useUi } from '../../state/session.tsx'
import { pastText } from '../../text/past.ts'
import { Changes } from './Changes.tsx'
import { HistoryHead } from './HistoryHead.tsx'
import styles from './HistoryScreen.module.css'
import { usePast } from './history-store.ts'
import { MomentList } from './MomentList.tsx'
import { PastBoard } from './PastBoard.tsx'
import { PastGoal } from './PastGoal.tsx'
import { PastTree } from './PastTree.tsx'
import { TimeSlider } from './TimeSlider.tsx'
import { useMoments, type Moments } from './use-moments.ts'
import { usePastView } from './use-past-view.ts'

/** The plan as it was at any moment of its life. Nothing can be changed here. */
export function HistoryScreen(): ReactNode {
  const moments = useMoments()
  if (moments === null) return <main className={styles.screen} aria-label={pastText.label} tabIndex={-1} aria-busy="true" />
  return <LookBack moments={moments} />
}

function LookBack({ moments }: { readonly moments: Moments }): ReactNode {
  const tab = usePast((state) => state.tab)
  const goal = useUi((state) => state.goal)
  const past = usePastView(moments.current)
  return (
    <>
      <main className={styles.screen} aria-label={pastText.label} tabIndex={-1}>
        <HistoryHead current={moments.current} />
        <TimeSlider moments={moments} />
        <div className={styles.body}>
          <div className={styles.shown} data-working={past?.isCurrent === false || undefined}>
            {past !== null && tab === 'board' && <PastBoard past={past.result} />}
            {past !== null && tab === 'plan' && <PastTree past={past.result} />}
            {tab === 'changes' && <Changes moments={moments} />}
          </div>
          <MomentList moments={moments} />
        </div>
      </main>
      {goal !== null && past !== null && <PastGoal key={goal} id={goal} past={past.result} />}
    </>
  )
}
