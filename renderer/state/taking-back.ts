import type { StoreApi } from 'zustand/vanilla'
import { rewriteChanges } from '../../shared/changes/remove-changes.ts'
import { takeInAgain } from '../../shared/changes/merge-again.ts'
import { undoEdits, undoStepOf, type ActionName } from '../../shared/changes/undo.ts'
import type { Exchange } from '../../shared/plan/exchange.ts'
import { mergesOf } from '../../shared/plan/merge-state.ts'
import { canBeDoneAgain, hasExchangedSince } from '../../shared/plan/done-again.ts'
import { againOf } from '../../shared/plan/take-back-merge.ts'
import { previewTakeBack } from '../../shared/plan/take-back-preview.ts'
import type { PlanState, PlanStoreParts } from './plan-state.ts'
import type { PlanWriter } from './plan-writer.ts'
import { foldHistoryAgain, unfoldHistory } from './old-history.ts'
import { takeBackMerge } from './take-back.ts'
import { undoLimit, type ActionEntry, type MergeAgainEntry, type MergeEntry, type TakenBack, type UndoEntry } from './undo-entry.ts'

type UndoList = 'undoable' | 'redoable'
/** Told what does again what was taken back. */
type Done = (inverse: UndoEntry, takenBack?: TakenBack) => Partial<PlanState>

export type TakingBack = Pick<PlanState, 'undo' | 'redo' | 'previewTakeBack' | 'takeBackMerge'>

interface TakingBackParts {
  readonly storage: Pick<PlanStoreParts['storage'], 'broughtBy'>
  readonly writer: PlanWriter
  readonly get: () => PlanState
  readonly set: StoreApi<PlanState>['setState']
  readonly beforeTakingBack: PlanStoreParts['beforeTakingBack']
}

/** Undo and redo of this window's actions, and taking back any merge of this computer, however long ago it was. */
export function createTakingBack({ storage, writer, get, set: setState, beforeTakingBack }: TakingBackParts): TakingBack {
  const merged = (id: string): Extract<Exchange, { readonly kind: 'merged' }> | null => {
    const found = get().exchanges.findLast((each) => each.kind === 'merged' && each.id === id)
    if (found?.kind !== 'merged') return null
    const { at: _, ...exchange } = found
    return exchange
  }
  /** Out of the plan, or by new changes where it has left this computer; null where it was taken back already. */
  const takeBackEntry = (entry: MergeEntry, done: Done): TakenBack | null => {
    const { exchanges, view, computer } = get()
    const back = takeBackMerge({ set: view.set, entry, exchanges, replica: computer.replica })
    if (back === null) return null
    const exchange = { kind: 'takenBack', id: entry.id } as const
    if (back.taken.how === 'reverted') writer.perform({ name: entry.name, edits: back.edits, exchange, more: (inverse, changes) => done({ ...inverse, merge: { id: entry.id, counts: true, written: changes } }, back.taken) })
    else {
      const own = back.edits.length === 0 ? [] : writer.stamp(view.set, back.edits)
      const changes = [...back.reopened, ...own]
      const left = rewriteChanges(view.set, { without: back.without, changes })
      const out = {
        again: againOf({ brought: entry.brought, without: back.without }),
        written: own,
        settingBack: undoStepOf({ before: view.set, changes: own.filter(({ on }) => back.changedBack.some((edit) => edit.on === on)), name: entry.name }),
        known: [...view.set.knows.values()],
        left: left.set,
      }
      writer.write(left, { changes, without: back.without, action: 'mergeTakenBack', exchange }, done({ kind: 'mergeAgain', name: entry.name, id: entry.id, out }, back.taken))
    }
    return back.taken
  }
  const mergeAgain = (entry: MergeAgainEntry, done: Done): boolean => {
    const exchange = merged(entry.id)
    if (exchange === null || !canBeDoneAgain({ exchanges: get().exchanges, id: entry.id })) return false
    const { exchanges, view, computer } = get()
    const { folded, brought, without } = takeInAgain({ set: view.set, out: entry.out, knows: exchange.knows, replica: computer.replica, hasExchanged: hasExchangedSince({ exchanges, id: entry.id }), stamp: writer.stamp })
    const more = done({ kind: 'merge', name: entry.name, id: entry.id, brought })
    writer.write(folded, { changes: brought, ...(without.length > 0 && { without }), action: 'fileMerged', exchange }, renewed({ id: entry.id, renew: () => brought, more }))
    return true
  }
  /** What a merge that counts again consists of may be written anew: the merge's own entry, further down a list, takes back that. */
  const renewed = ({ id, renew: renewBrought, more }: { readonly id: string; readonly renew: (brought: MergeEntry['brought']) => MergeEntry['brought']; readonly more: Partial<PlanState> }): Partial<PlanState> => {
    const { undoable, redoable } = { ...get(), ...more }
    const renew = (entry: UndoEntry): UndoEntry => (entry.kind === 'merge' && entry.id === id ? { ...entry, brought: renewBrought(entry.brought) } : entry)
    return { ...more, undoable: undoable.map(renew), redoable: redoable.map(renew) }
  }
  const takeBackAction = (entry: ActionEntry, done: Done): boolean => {
    const edits = undoEdits({ set: get().view.set, step: entry, replica: get().computer.replica })
    if (edits.length === 0) return false
    const { merge } = entry
    const exchange = merge === undefined ? undefined : merge.counts ? (merged(merge.id) ?? undefined) : ({ kind: 'takenBack', id: merge.id } as const)
    writer.perform({
      name: entry.name,
      edits,
      exchange,
      more: (inverse, changes) => {
        if (merge === undefined) return done(inverse)
        const written = [...merge.written, ...changes]
        const more = done({ ...inverse, merge: { id: merge.id, counts: !merge.counts, written } })
        // what set it back, and what undid that, goes with the merge as well
        return merge.counts ? renewed({ id: merge.id, renew: (brought) => [...brought, ...written], more }) : more
      },
    })
    return true
  }
  /** False where it has no effect any more. */
  const takeBackOne = (entry: UndoEntry, done: Done): boolean => {
    switch (entry.kind) {
      case 'merge':
        void beforeTakingBack?.() // it sees the plan as it is now, so nothing has to wait for it
        return takeBackEntry(entry, done) !== null
      case 'mergeAgain':
        return mergeAgain(entry, done)
      case 'fold':
        return unfoldHistory({ writer, get }, entry, done)
      case 'foldAgain':
        return foldHistoryAgain({ writer, get }, entry, done)
      case 'action':
        return takeBackAction(entry, done)
      default:
        return entry satisfies never
    }
  }
  /** Takes back the newest entry of a list that still has an effect. */
  const takeBack = (from: UndoList, to: UndoList): ActionName | null => {
    const entry = get()[from].at(-1)
    if (entry === undefined) return null
    setState({ [from]: get()[from].slice(0, -1) })
    const { name } = entry
    const how = from === 'undoable' ? 'undone' : 'redone'
    const done: Done = (inverse, takenBack) => ({ lastAction: { name, how, takenBack }, [to]: [...get()[to], inverse] })
    return takeBackOne(entry, done) ? name : takeBack(from, to)
  }
  /** A merge with what it brought, from memory or from the log. */
  const mergeEntry = async (id: string): Promise<MergeEntry | null> => {
    const present = get().undoable.find((entry) => entry.kind === 'merge' && entry.id === id)
    const brought = present?.kind === 'merge' ? ({ ok: true, value: present.brought } as const) : await storage.broughtBy(id)
    const file = merged(id)?.file
    return brought.ok && file !== undefined ? { kind: 'merge', name: { action: 'mergeTakenBack', subject: file }, id, brought: brought.value } : null
  }
  return {
    undo: () => takeBack('undoable', 'redoable'),
    redo: () => takeBack('redoable', 'undoable'),
    previewTakeBack: async (id) => {
      const entry = await mergeEntry(id)
      const merges = mergesOf(get().exchanges)
      const merge = merges.find((each) => each.id === id)
      return entry === null || merge === undefined || merge.isTakenBack ? null : previewTakeBack({ view: get().view, merge, merges, brought: entry.brought, replica: get().computer.replica })
    },
    takeBackMerge: async (id) => {
      const entry = await mergeEntry(id)
      if (entry === null) return null
      await beforeTakingBack?.()
      return takeBackEntry(entry, (inverse, takenBack) => ({ lastAction: { name: entry.name, how: 'done', takenBack }, undoable: [...get().undoable, inverse].slice(-undoLimit), redoable: [] }))
    },
  }
}
