import { useEffect, type ReactNode } from 'react'
import { isOverDeletion } from '../../../shared/plan/open-conflict.ts'
import { openConflictsInOrder } from '../../../shared/plan/open-conflicts.ts'
import { keepAllConflicts } from '../../parts/decide-conflict.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { mergesText } from '../../text/merges.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFocusHome } from '../../ui/focus-home.ts'
import { ConflictList } from './ConflictList.tsx'
import styles from './ExchangeScreen.module.css'
import { focusConflicts, mergesStoreOf } from './merges-store.ts'

/** What waits to be looked at, or that nothing does. */
export function ToReview(): ReactNode {
  const session = useSession()
  const open = usePlan((state) => openConflictsInOrder(state.view))
  useFocusHome(() => focusConflicts(session))
  // what is undone from another screen comes back without taking the focus from who pressed something there
  useEffect(() => () => mergesStoreOf(session).setState({ decided: [] }), [session])
  return (
    <section className={styles.toReview} aria-labelledby="conflicts-to-review">
      <div className={styles.head}>
        <h2 id="conflicts-to-review" className={styles.heading}>
          {mergesText.toReview} {open.length > 0 && <span className={styles.count}>{open.length}</span>}
        </h2>
        {open.length > 0 && (
          <>
            <Button size="small" title={mergesText.keepAllTitle} onClick={() => keepAllConflicts(session)}>
              {mergesText.keepAll(open.length)}
            </Button>
            <p className={styles.hint}>{mergesText.toReviewHint(open.some(isOverDeletion))}</p>
          </>
        )}
      </div>
      {open.length === 0 ? <EmptyState title={mergesText.nothing}>{mergesText.nothingHint}</EmptyState> : <ConflictList open={open} />}
    </section>
  )
}
