import type { ReactNode } from 'react'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { useOthersCount } from '../../parts/use-others.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { othersText } from '../../text/others.ts'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import styles from './ExchangeScreen.module.css'
import { mergesStoreOf, type LookTab } from './merges-store.ts'

export interface LookHeadProps {
  readonly id: string
  readonly title: string
  readonly hasTabs: boolean
  readonly shown: LookTab
  readonly count: number
  readonly button?: ReactNode
  readonly hint?: string | undefined
}

/** The top of either list: what it is, how much of it waits, what can be done with all of it. */
export function LookHead({ id, title, hasTabs, shown, count, button, hint }: LookHeadProps): ReactNode {
  const store = mergesStoreOf(useSession())
  const conflicts = usePlan((state) => openConflicts(state.view).length)
  const others = useOthersCount()
  return (
    <div className={styles.head}>
      {hasTabs ? (
        <>
          <h2 id={id} className={styles.unseen}>
            {title}
          </h2>
          <SegmentedControl<LookTab>
            label={othersText.tabs}
            value={shown}
            segments={[
              { value: 'others', label: othersText.title, hint: others === 0 ? undefined : String(others) },
              { value: 'review', label: othersText.toReview, hint: conflicts === 0 ? undefined : String(conflicts) },
            ]}
            onChange={(tab) => store.setState({ tab })}
            className={styles.tabs}
          />
        </>
      ) : (
        <h2 id={id} className={styles.heading}>
          {title} {count > 0 && <span className={styles.count}>{count}</span>}
        </h2>
      )}
      {button}
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    </div>
  )
}
