import type { ChangeSet } from '../../shared/changes/fold.ts'
import { isSameKnows } from '../../shared/changes/knows.ts'
import type { PlanFile } from '../../shared/file/read-plan-file.ts'
import { openConflicts } from '../../shared/plan/open-conflicts.ts'
import type { MergeDecision } from '../features/exchange/MergeDialog.tsx'
import { appText } from '../text/app.ts'
import type { Toaster } from '../ui/toaster.ts'
import type { AppOverlay, AppStore } from './app-store.ts'
import { openIn, type PlanDesk } from './plan-desk.ts'
import { takeIntoPlan } from './take-into-plan.ts'

interface MergeReviewed {
  readonly store: AppStore
  readonly desk: PlanDesk
  readonly toaster: Pick<Toaster, 'show'>
  /** Told of a file with which a plan began. */
  readonly onNew: (file: PlanFile) => void
}

/** Merges the file that was looked through, and writes what the person chose against it. */
export async function mergeReviewed({ store, desk, toaster, onNew }: MergeReviewed, { edits, reviewed, changes }: MergeDecision): Promise<void> {
  const { overlay } = store.getState()
  if (overlay?.kind !== 'mergeFile') return
  const { file, fileName } = overlay
  // the review follows the plan that is open here; of another one it is seen now whether somebody has worked on it since
  const mine = openIn(store)?.plan.getState().planId === file.planId ? null : await newsOf(desk, overlay)
  // pressed twice, or left by Escape meanwhile
  if (store.getState().overlay !== overlay) return
  if (mine !== null) return store.setState({ overlay: { ...overlay, mine } })
  store.setState({ overlay: null })
  const taking = { name: { action: 'fileMerged' as const, subject: fileName }, theirs: file.set, edits, file: { name: fileName, by: file.by.name, reviewed, changes } }
  const taken = await takeIntoPlan({ store, desk, id: file.planId, taking })
  if (taken === null) return
  if (taken.isNew) return onNew(file)
  const { plan } = taken.session
  const toReview = openConflicts(plan.getState().view).length
  toaster.show({
    isUndo: true,
    text: appText.merged(fileName, changes),
    detail: toReview === 0 ? undefined : appText.toReview(toReview),
    action: { label: appText.undo, keys: 'Ctrl+Z', onPress: () => plan.getState().undo() },
  })
}

/** The plan on this computer, where it isn't what was reviewed any more; else null. */
async function newsOf(desk: PlanDesk, { file, mine }: Extract<AppOverlay, { readonly kind: 'mergeFile' }>): Promise<ChangeSet | null> {
  const now = await desk.changesOf(file.planId)
  return now.ok && now.value !== null && (mine === null || !isSameKnows(now.value.knows, mine.knows)) ? now.value : null
}
