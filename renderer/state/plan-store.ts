import { createStore, type StoreApi } from 'zustand/vanilla'
import { conflictIdOf } from '../../shared/changes/conflict-records.ts'
import { effectiveChanges } from '../../shared/changes/merge-undo.ts'
import { rewriteChanges } from '../../shared/changes/remove-changes.ts'
import { bringsOwn, takeIn } from '../../shared/changes/take-in.ts'
import { undoStepOf } from '../../shared/changes/undo.ts'
import { withWholeCharacters } from '../../shared/edits/whole-characters.ts'
import type { ChangeSet } from '../../shared/changes/fold.ts'
import type { Exchange } from '../../shared/plan/exchange.ts'
import { openShares } from '../../shared/plan/open-shares.ts'
import { settledBy } from '../../shared/plan/settle-conflict.ts'
import { foldedBefore } from '../../shared/share/old-history/folded-before.ts'
import { withoutReturned } from '../../shared/share/old-history/returned-history.ts'
import { receivedAction } from '../data/received-log.ts'
import type { PlanState, PlanStoreParts, Taking } from './plan-state.ts'
import { createOldHistory } from './old-history.ts'
import { createPlanWriter } from './plan-writer.ts'
import { createTakingBack } from './taking-back.ts'
import { undoLimit, type UndoEntry } from './undo-entry.ts'

export type PlanStore = StoreApi<PlanState>

/** One open plan. It holds state and the order of steps; every rule is in `shared/`. */
export function createPlanStore(parts: PlanStoreParts): PlanStore {
  const { storage, planId, view, exchanges, computer } = parts
  return createStore<PlanState>()((set, get) => {
    const writer = createPlanWriter({ parts, get, set })
    const remember = (entry: UndoEntry): Partial<PlanState> => ({ lastAction: { name: entry.name, how: 'done' }, undoable: [...get().undoable, entry].slice(-undoLimit), redoable: [] })
    /** What was folded away here doesn't come back with what others hold. */
    const unfolded = (theirs: ChangeSet): ChangeSet => withoutReturned({ set: get().view.set, theirs, before: foldedBefore(get().view.set, get().computer.replica) })
    const take = ({ name, theirs, edits: chosen, file, isOwn = false }: Taking): void => {
      const before = get().view.set
      const edits = [...chosen, ...settledBy(get().view, chosen)]
      writer.observe(theirs.knows.values())
      const reviewed = file === undefined ? null : new Set(file.reviewed.map(conflictIdOf))
      const taken = takeIn({ set: before, theirs, taken: unfolded(theirs), edits, reviewed, stamp: writer.stampOwn })
      const { folded, brought, made, merge } = taken
      if (folded.set === before) return
      // into a plan that begins with it a file brings back what this computer wrote before it was removed, or copied
      if (before.records.size > 0 && !isOwn && bringsOwn({ brought, made, replica: get().computer.replica })) parts.onCopied()
      if (file === undefined) {
        const step = undoStepOf({ before, changes: [...effectiveChanges(merge), ...made.slice(0, edits.length)], after: folded.set, name })
        return writer.write(folded, { changes: brought, action: name.action }, remember({ kind: 'action', ...step }))
      }
      const exchange = { kind: 'merged', id: parts.makeKey(), file: file.name, by: file.by, knows: [...theirs.knows.values()], added: file.changes, before: [...before.knows.values()] } as const
      return writer.write(folded, { changes: brought, action: 'fileMerged', exchange }, remember({ kind: 'merge', name, id: exchange.id, brought }))
    }
    const receive = (theirs: ChangeSet): void => {
      const before = get().view.set
      writer.observe(theirs.knows.values())
      const { folded, brought, made } = takeIn({ set: before, theirs, taken: unfolded(theirs), edits: [], reviewed: new Set(), stamp: writer.stampOwn })
      if (folded.set === before) return
      if (before.records.size > 0 && bringsOwn({ brought, made, replica: get().computer.replica })) parts.onCopied()
      if (brought.length === 0) return writer.show(folded, {})
      writer.write(folded, { changes: brought, action: receivedAction }, { lastReceived: { at: parts.now(), changes: brought } })
    }
    /** Writes into the log what was exchanged without a change of the plan. */
    const note = (exchange: Exchange, action: 'planExported' | 'planShared' = 'planExported'): void => writer.write({ set: get().view.set, touched: new Map() }, { changes: [], action, exchange }, {})
    storage.subscribe((commits) => {
      writer.observe(commits.flatMap(({ changes }) => changes.map(({ at }) => at)))
      for (const commit of commits) writer.show(rewriteChanges(get().view.set, commit), commit.action === receivedAction ? { lastReceived: { at: commit.at, changes: commit.changes } } : {})
      const heard = commits.flatMap(({ exchange, at }) => (exchange === undefined ? [] : [{ ...exchange, at }]))
      if (heard.length > 0) set({ exchanges: [...get().exchanges, ...heard] })
    })
    return {
      planId,
      view,
      last: { before: view, touched: new Map() },
      lastAction: null,
      saving: { kind: 'saved' },
      isRemoved: false,
      lastReceived: null,
      undoable: [],
      redoable: [],
      exchanges,
      leaving: 0,
      computer,
      act: (name, edits, begun) => {
        if (edits.length > 0) writer.perform({ name, edits: withWholeCharacters(edits), begun, more: remember })
      },
      takeIn: take,
      receive,
      markShared: ({ id, place, isJoined = false }) => {
        if (openShares(get().exchanges).every((share) => share.id !== id)) note({ kind: 'shared', id, place, ...(isJoined && { isJoined }) }, 'planShared')
      },
      markUnshared: () => {
        for (const { id, place } of openShares(get().exchanges)) note({ kind: 'unshared', id, place }, 'planShared')
      },
      ...createOldHistory({ storage, writer, get, remember }),
      ...createTakingBack({ storage, writer, get, set, beforeTakingBack: parts.beforeTakingBack }),
      beginExport: (file) => {
        const id = parts.makeKey()
        const end = (exchange: Exchange | null): void => {
          if (exchange !== null) note(exchange)
          set({ leaving: get().leaving - 1 })
        }
        note({ kind: 'exporting', id, file })
        set({ leaving: get().leaving + 1 })
        return { set: get().view.set, saved: (name) => end({ kind: 'exported', id, file: name }), givenUp: () => end({ kind: 'notExported', id }), lost: () => end(null) }
      },
      retrySaving: writer.queue.retry,
      unsaved: writer.queue.waiting,
      setComputer: (next) => {
        if (next.replica !== get().computer.replica) writer.rename(next.replica)
        set({ computer: next })
      },
    }
  })
}
