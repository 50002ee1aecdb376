import { useEffect, useLayoutEffect, type ReactNode } from 'react'
import { isOverDeletion, openConflictsInOrder } from '../../../shared/plan/open-conflicts.ts'
import { keepAllConflicts } from '../../parts/decide-conflict.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { mergesText } from '../../text/merges.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ConflictList } from './ConflictList.tsx'
import styles from './ExchangeScreen.module.css'
import { focusConflicts, mergesStoreOf, useMerges } from './merges-store.ts'

/** What waits to be looked at, or that nothing does. */
export function ToReview(): ReactNode {
  const session = useSession()
  const open = usePlan((state) => openConflictsInOrder(state.view))
  useEffect(() => {
    // who came by key goes on by key; who pressed something keeps the focus there
    if (document.activeElement === document.body) focusConflicts(session)
  }, [session])
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
      {open.length === 0 ? <Nothing /> : <ConflictList open={open} />}
    </section>
  )
}

/** After the last one was decided the focus is on the screen, from where keys go on. */
function Nothing(): ReactNode {
  const store = mergesStoreOf(useSession())
  const wantsFocus = useMerges((state) => state.wantsFocus)
  useLayoutEffect(() => {
    if (!wantsFocus) return
    store.setState({ wantsFocus: false })
    document.querySelector('main')?.focus()
  }, [wantsFocus, store])
  return <EmptyState title={mergesText.nothing}>{mergesText.nothingHint}</EmptyState>
}
