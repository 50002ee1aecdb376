import { dayToFoldBefore, type FoldPreview } from '../../shared/share/old-history/fold-preview.ts'
import type { FoldAsked } from '../state/plan-state.ts'
import type { Session } from '../state/session.tsx'
import { oldHistoryText } from '../text/old-history.ts'
import type { Toaster } from '../ui/toaster.ts'
import type { AppStore } from './app-store.ts'
import { backUpBefore } from './keep-backups.ts'

/** Folding the old history of the open plan away. */
export interface OldHistoryActions {
  /** Says first what that would do. */
  readonly showFoldHistory: () => void
  readonly previewFold: (gone: ReadonlySet<string>) => Promise<FoldPreview | null>
  readonly foldHistory: (gone: ReadonlySet<string>) => Promise<void>
}

export function createOldHistoryActions({ store, toaster, current }: { readonly store: AppStore; readonly toaster: Toaster; readonly current: () => Session | null }): OldHistoryActions {
  const askedIn = ({ share, today }: Session, gone: ReadonlySet<string>): FoldAsked => ({ members: share.getState().state.members, gone, today: today() })
  return {
    showFoldHistory: () => {
      if (current() !== null) store.setState({ overlay: { kind: 'foldHistory' } })
    },
    previewFold: async (gone) => {
      const session = current()
      return session === null ? null : session.plan.getState().previewFold(askedIn(session, gone))
    },
    foldHistory: async (gone) => {
      const session = current()
      if (session === null) return
      store.setState({ overlay: null })
      await backUpBefore(session, 'fold')
      const count = await session.plan.getState().foldHistory(askedIn(session, gone))
      toaster.show({ text: count === null || count === 0 ? oldHistoryText.notDone : oldHistoryText.done(count, dayToFoldBefore(session.today())) })
    },
  }
}
