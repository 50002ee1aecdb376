import { useEffect } from 'react'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { useOthers, usePlan, useSession, useShare } from '../../state/session.tsx'
import { mergesStoreOf, tabShown, useMerges, type LookTab } from './merges-store.ts'

/** Which of the two lists is shown; where nothing ever came through a share, there is only one. */
export function useLookTab(): { readonly shown: LookTab; readonly hasTabs: boolean } {
  const store = mergesStoreOf(useSession())
  const tab = useMerges((state) => state.tab)
  const conflicts = usePlan((state) => openConflicts(state.view).length)
  const others = useOthers((state) => state.changes.size + state.lately.size)
  const hasReceived = useOthers((state) => state.hasReceived)
  const isShared = useShare((state) => state.share !== null)
  const hasTabs = isShared || hasReceived || others > 0
  const shown = hasTabs ? tabShown({ tab, conflicts, others }) : 'review'
  // what is shown at first stays until somebody chooses, whatever comes in or is done with meanwhile
  useEffect(() => {
    if (hasTabs && tab === null) store.setState({ tab: shown })
  }, [hasTabs, tab, shown, store])
  useEffect(() => () => store.setState({ tab: null }), [store])
  return { shown, hasTabs }
}
