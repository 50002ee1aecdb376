import { useEffect } from 'react'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { useOthers, usePlan, useSession, useShare } from '../../state/session.tsx'
import { mergesStoreOf, tabShown, useMerges, type LookTab } from './merges-store.ts'

/** Which of the two lists is shown; where nothing ever came through a share, there is only one. */
export function useLookTab(): { readonly shown: LookTab; readonly hasTabs: boolean } {
  const session = useSession()
  const { ui } = session
  const store = mergesStoreOf(session)
  const tab = useMerges((state) => state.tab)
  const conflicts = usePlan((state) => openConflicts(state.view).length)
  const others = useOthers((state) => state.changes.size + state.lately.size)
  const hasReceived = useOthers((state) => state.hasReceived)
  const isShared = useShare((state) => state.share !== null)
  const hasTabs = isShared || hasReceived || others > 0
  const shown = hasTabs ? tabShown({ tab, conflicts, others }) : 'review'
  // what there is to look at stays in sight until somebody chooses, whatever comes in or is done with meanwhile
  const isBegun = conflicts + others > 0
  useEffect(() => {
    if (hasTabs && isBegun && tab === null) store.setState({ tab: shown })
  }, [hasTabs, isBegun, tab, shown, store])
  useEffect(() => () => store.setState({ tab: null }), [store])
  useEffect(() => ui.setState({ exchangeList: shown }), [ui, shown])
  return { shown, hasTabs }
}
