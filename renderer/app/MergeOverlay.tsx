import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { emptyChangeSet } from '../../shared/changes/fold.ts'
import { MergeDialog, type MergeDialogProps } from '../features/exchange/MergeDialog.tsx'
import type { PlanStore } from '../state/plan-store.ts'
import type { AppOverlay } from './app-store.ts'
import type { App } from './create-app.ts'
import { openIn } from './plan-desk.ts'

// the same one each time: a review of another is worked out anew
const nothing = emptyChangeSet()

/** A file that is looked through before it is merged: against the plan as it is now, which another window may be working on. */
export function MergeOverlay({ app, overlay: { file, fileName, mine, at } }: { readonly app: App; readonly overlay: Extract<AppOverlay, { readonly kind: 'mergeFile' }> }): ReactNode {
  const plan = openIn(app.store)?.plan ?? null
  const dialog = { file, fileName, now: at, onCancel: app.closeOverlay, onMerge: app.mergeFile, onOpenCopy: app.openCopy }
  return plan?.getState().planId === file.planId ? <LiveReview plan={plan} {...dialog} /> : <MergeDialog mine={mine ?? nothing} {...dialog} />
}

function LiveReview({ plan, ...dialog }: Omit<MergeDialogProps, 'mine'> & { readonly plan: PlanStore }): ReactNode {
  const mine = useStore(plan, (state) => state.view.set)
  return <MergeDialog mine={mine} {...dialog} />
}
