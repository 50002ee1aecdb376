import { rewriteChanges } from '../../shared/changes/remove-changes.ts'
import { addChanges } from '../../shared/changes/fold.ts'
import { isSameKnows } from '../../shared/changes/knows.ts'
import { mergesOf } from '../../shared/plan/merge-state.ts'
import { dayToFoldBefore, foldPreviewInSteps } from '../../shared/share/old-history/fold-preview.ts'
import { foldedDay, foldedEdit } from '../../shared/share/old-history/folded-before.ts'
import type { PlanState, PlanStoreParts } from './plan-state.ts'
import type { PlanWriter } from './plan-writer.ts'
import { stepsDone } from './run-steps.ts'
import type { FoldAgainEntry, FoldEntry, UndoEntry } from './undo-entry.ts'

export type OldHistory = Pick<PlanState, 'previewFold' | 'foldHistory'>

interface OldHistoryParts {
  readonly storage: Pick<PlanStoreParts['storage'], 'broughtBy'>
  readonly writer: PlanWriter
  readonly get: () => PlanState
  readonly remember: (entry: UndoEntry) => Partial<PlanState>
}

/** The plan goes on while it is worked out; then it is worked out anew, so often. */
const attempts = 5

export function createOldHistory({ storage, writer, get, remember }: OldHistoryParts): OldHistory {
  const previewFold: OldHistory['previewFold'] = async ({ members, gone, today }) => {
    const standing = mergesOf(get().exchanges).filter(({ isTakenBack }) => !isTakenBack)
    const merges = await Promise.all(standing.map(async ({ id, at }) => ({ at, brought: await storage.broughtBy(id) })))
    const read = merges.flatMap(({ at, brought }) => (brought.ok ? [{ at, brought: brought.value }] : []))
    if (read.length < merges.length) return null
    const { view, computer } = get()
    return stepsDone(foldPreviewInSteps({ set: view.set, merges: read, day: dayToFoldBefore(today), self: computer.replica, members, gone }))
  }
  return {
    previewFold,
    foldHistory: async (asked) => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const { set } = get().view
        const preview = await previewFold(asked)
        if (preview === null || preview.changes.length === 0) return preview === null ? null : 0
        if (get().view.set !== set) continue
        const { day, changes: without } = preview
        const { replica } = get().computer
        const changes = writer.stamp(set, [foldedEdit(replica, day)])
        const entry: FoldEntry = { kind: 'fold', name: { action: 'historyFolded', subject: day }, gone: without, day, before: foldedDay(set, replica) }
        writer.write(rewriteChanges(set, { without, changes }), { changes, without, action: 'historyFolded' }, remember(entry))
        return without.length
      }
      return 0
    },
  }
}

type Done = (inverse: UndoEntry) => Partial<PlanState>

/** Brings back what was folded away. */
export function unfoldHistory({ writer, get }: Pick<OldHistoryParts, 'writer' | 'get'>, entry: FoldEntry, done: Done): boolean {
  const { view, computer } = get()
  const changes = [...entry.gone, ...writer.stamp(view.set, [foldedEdit(computer.replica, entry.before)])]
  writer.write(addChanges(view.set, changes), { changes, action: 'historyUnfolded' }, done({ ...entry, kind: 'foldAgain' }))
  return true
}

/** Folds away again what was brought back; not where more rests on it by now. */
export function foldHistoryAgain({ writer, get }: Pick<OldHistoryParts, 'writer' | 'get'>, entry: FoldAgainEntry, done: Done): boolean {
  const { view, computer } = get()
  const without = entry.gone
  const left = rewriteChanges(view.set, { without, changes: [] })
  if (!isSameKnows(left.set.knows, view.set.knows)) return false
  const changes = writer.stamp(view.set, [foldedEdit(computer.replica, entry.day)])
  writer.write(rewriteChanges(view.set, { without, changes }), { changes, without, action: 'historyFolded' }, done({ ...entry, kind: 'fold' }))
  return true
}
