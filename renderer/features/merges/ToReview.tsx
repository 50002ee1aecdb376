import { useEffect, type ReactNode } from 'react'
import { isOverDeletion } from '../../../shared/plan/open-conflict.ts'
import { openConflictsInOrder } from '../../../shared/plan/open-conflicts.ts'
import { keepAllConflicts } from '../../parts/decide-conflict.ts'
import { useHeldConflicts } from '../../parts/use-held-conflicts.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { mergesText } from '../../text/merges.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFocusHome } from '../../ui/focus-home.ts'
import { ConflictList } from './ConflictList.tsx'
import styles from './ExchangeScreen.module.css'
import { LookHead } from './LookHead.tsx'
import { focusExchange, mergesStoreOf } from './merges-store.ts'

/** What waits to be looked at, or that nothing does. */
export function ToReview({ hasTabs }: { readonly hasTabs: boolean }): ReactNode {
  const session = useSession()
  const open = usePlan((state) => openConflictsInOrder(state.view))
  const held = useHeldConflicts(open)
  if (open.length === 0 && held.isHeld) held.release() // nothing is left that could be pressed
  useFocusHome(() => focusExchange(session))
  // what is undone from another screen comes back without taking the focus from who pressed something there
  useEffect(() => () => mergesStoreOf(session).setState({ decided: [] }), [session])
  const keepAll = (
    <Button size="small" title={mergesText.keepAllTitle} onClick={() => keepAllConflicts(session)}>
      {mergesText.keepAll(open.length)}
    </Button>
  )
  return (
    <section className={styles.toReview} aria-labelledby="conflicts-to-review">
      <LookHead
        id="conflicts-to-review"
        title={mergesText.toReview}
        hasTabs={hasTabs}
        shown="review"
        count={open.length}
        button={open.length > 0 && keepAll}
        hint={open.length > 0 ? mergesText.toReviewHint(held.shown.some(({ conflict }) => isOverDeletion(conflict))) : undefined}
      />
      {open.length === 0 ? <EmptyState title={mergesText.nothing}>{mergesText.nothingHint}</EmptyState> : <ConflictList held={held} />}
    </section>
  )
}
