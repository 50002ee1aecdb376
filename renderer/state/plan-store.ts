import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Change, Edit } from '../../shared/changes/change.ts'
import { conflictIdOf } from '../../shared/changes/conflict-records.ts'
import { addChanges, type ChangeSet, type Folded } from '../../shared/changes/fold.ts'
import { effectiveChanges } from '../../shared/changes/merge-undo.ts'
import { rewriteChanges } from '../../shared/changes/remove-changes.ts'
import { stampEdits } from '../../shared/changes/stamp-edits.ts'
import { bringsOwn, broughtByOthers, takeIn, takeInAgain } from '../../shared/changes/take-in.ts'
import { undoEdits, undoStepOf, type ActionName } from '../../shared/changes/undo.ts'
import { createWindowClock, observeAll, type WindowClock } from '../../shared/changes/writer.ts'
import { withWholeCharacters } from '../../shared/edits/whole-characters.ts'
import { idOf } from '../../shared/model/ids.ts'
import { mergesOf, type Exchange } from '../../shared/plan/exchange.ts'
import { settledBy } from '../../shared/plan/open-conflicts.ts'
import { createView, updateView } from '../../shared/plan/plan-index.ts'
import { recordOf } from '../../shared/plan/plan-view.ts'
import { previewTakeBack } from '../../shared/plan/take-back-preview.ts'
import type { Commit } from '../data/storage.ts'
import type { PlanState, PlanStoreParts, Taking } from './plan-state.ts'
import { takeBackMerge } from './take-back.ts'
import type { ActionEntry, MergeEntry, TakenBack, UndoEntry } from './undo-entry.ts'
import { createWriteQueue } from './write-queue.ts'

export type PlanStore = StoreApi<PlanState>

const undoLimit = 500

type UndoList = 'undoable' | 'redoable'

/** One open plan. It holds state and the order of steps; every rule is in `shared/`. */
export function createPlanStore(parts: PlanStoreParts): PlanStore {
  const { storage, now } = parts
  let { clock } = parts
  const view = createView(parts.set)
  const store = createStore<PlanState>()((setState, get) => {
    const queue = createWriteQueue({ append: storage.append, onChange: (saving) => setState({ saving }) })

    const show = (folded: Folded, more: Partial<PlanState>): void => {
      const before = get().view
      setState({ view: updateView(before, folded), last: { before, touched: folded.touched }, ...more })
    }
    const stamp = (set: ChangeSet, edits: readonly Edit[]): readonly Change[] => {
      const stamped = stampEdits({ clock, set, edits, now: now() })
      clock = stamped.clock
      return stamped.changes
    }
    /** Shows and queues what is written; an exchange with others is kept in mind with it. */
    const write = (folded: Folded, commit: Omit<Commit, 'at'>, more: Partial<PlanState>): void => {
      const { exchange } = commit
      const at = now()
      show(folded, { ...(exchange !== undefined && { exchanges: [...get().exchanges, { ...exchange, at }] }), ...more })
      queue.add({ ...commit, at })
    }
    /** Stamps, shows and queues edits; `more` gets the entry that takes them back. */
    const perform = ({ name, edits, more, exchange }: { readonly name: ActionName; readonly edits: readonly Edit[]; readonly more: (entry: ActionEntry) => Partial<PlanState> } & Pick<Commit, 'exchange'>): void => {
      const before = get().view.set
      const own = [...edits, ...settledBy(get().view, edits)]
      const changes = stamp(before, [...own, ...introduceComputer(get())])
      const entry = { kind: 'action', ...undoStepOf({ before, changes: changes.slice(0, own.length), name }) } as const
      write(addChanges(before, changes), { changes, action: name.action, exchange }, more(entry))
    }
    const remember = (entry: UndoEntry): Partial<PlanState> => ({ lastAction: { name: entry.name, how: 'done' }, undoable: [...get().undoable, entry].slice(-undoLimit), redoable: [] })

    /** Takes back a merge: out of the plan, or by new changes where it has left this computer. `more` gets what does it again. */
    const takeBackEntry = ({ entry, more }: { readonly entry: MergeEntry; readonly more: (inverse: UndoEntry, taken: TakenBack) => Partial<PlanState> }): TakenBack | null => {
      const { exchanges, view: { set } } = get()
      const back = takeBackMerge({ set, entry, exchanges })
      if (back === null) return null
      const exchange = { kind: 'takenBack', id: entry.id } as const
      if (back.taken.how === 'reverted') perform({ name: entry.name, edits: back.edits, exchange, more: (inverse) => more({ ...inverse, merge: { id: entry.id, counts: true } }, back.taken) })
      else {
        const changes = [...back.reopened, ...(back.edits.length === 0 ? [] : stamp(set, back.edits))]
        write(rewriteChanges(set, { without: back.without, changes }), { changes, without: back.without, action: 'mergeTakenBack', exchange }, more({ ...entry, kind: 'mergeAgain', brought: back.without }, back.taken))
      }
      return back.taken
    }
    const merged = (id: string): Extract<Exchange, { readonly kind: 'merged' }> | null => {
      const found = get().exchanges.findLast((each) => each.kind === 'merged' && each.id === id)
      if (found?.kind !== 'merged') return null
      const { at: _, ...exchange } = found
      return exchange
    }
    /** Takes back the newest entry of a list that still has an effect. */
    const takeBack = (from: UndoList, to: UndoList): ActionName | null => {
      const entry = get()[from].at(-1)
      if (entry === undefined) return null
      setState({ [from]: get()[from].slice(0, -1) })
      const { name } = entry
      const how = from === 'undoable' ? 'undone' : 'redone'
      const done = (inverse: UndoEntry, takenBack?: TakenBack): Partial<PlanState> => ({ lastAction: { name, how, takenBack }, [to]: [...get()[to], inverse] })
      return takeBackOne({ entry, done }) ? name : takeBack(from, to)
    }
    /** False where it has no effect any more. */
    const takeBackOne = ({ entry, done }: { readonly entry: UndoEntry; readonly done: (inverse: UndoEntry, takenBack?: TakenBack) => Partial<PlanState> }): boolean => {
      if (entry.kind === 'merge') return takeBackEntry({ entry, more: done }) !== null
      if (entry.kind === 'mergeAgain') {
        const exchange = merged(entry.id)
        if (exchange === null) return false
        const { folded, brought } = takeInAgain({ set: get().view.set, brought: entry.brought, knows: exchange.knows, replica: get().computer.replica, stamp })
        write(folded, { changes: brought, action: 'fileMerged', exchange }, done({ ...entry, kind: 'merge', brought }))
        return true
      }
      const edits = undoEdits({ set: get().view.set, step: entry, replica: get().computer.replica })
      if (edits.length === 0) return false
      const { merge } = entry
      const exchange = merge === undefined ? undefined : merge.counts ? (merged(merge.id) ?? undefined) : ({ kind: 'takenBack', id: merge.id } as const)
      perform({ name: entry.name, edits, exchange, more: (inverse) => done({ ...inverse, merge: merge && { ...merge, counts: !merge.counts } }) })
      return true
    }
    /** A merge with what it brought, from memory or from the log. */
    const mergeEntry = async (id: string): Promise<MergeEntry | null> => {
      const present = get().undoable.find((entry) => entry.kind === 'merge' && entry.id === id)
      const brought = present?.kind === 'merge' ? ({ ok: true, value: present.brought } as const) : await storage.broughtBy(id)
      const file = merged(id)?.file
      return brought.ok && file !== undefined ? { kind: 'merge', name: { action: 'mergeTakenBack', subject: file }, id, brought: brought.value } : null
    }
    const take = ({ name, theirs, edits: chosen, file }: Taking): void => {
      const before = get().view.set
      const edits = [...chosen, ...settledBy(get().view, chosen)]
      clock = observeAll({ clock, stamps: theirs.knows.values(), now: now() })
      const reviewed = file === undefined ? null : new Set(file.reviewed.map(conflictIdOf))
      const taken = takeIn({ set: before, theirs, edits, reviewed, stamp: (set, own) => stamp(set, [...own, ...introduceComputer(get())]) })
      const { folded, brought, made, merge } = taken
      if (folded.set === before) return
      // into a plan that begins with it a file brings back what this computer wrote before it was taken off, or copied
      if (before.records.size > 0 && bringsOwn({ brought, made, replica: get().computer.replica })) parts.onCopied()
      if (file === undefined) {
        const step = undoStepOf({ before, changes: [...effectiveChanges(merge), ...made.slice(0, edits.length)], name })
        return write(folded, { changes: brought, action: name.action }, remember({ kind: 'action', ...step }))
      }
      const exchange = { kind: 'merged', id: parts.makeKey(), file: file.name, by: file.by, knows: [...theirs.knows.values()], added: file.changes ?? broughtByOthers(taken), before: [...before.knows.values()] } as const
      return write(folded, { changes: brought, action: 'fileMerged', exchange }, remember({ kind: 'merge', name, id: exchange.id, brought }))
    }

    return {
      planId: parts.planId,
      view,
      last: { before: view, touched: new Map() },
      lastAction: null,
      saving: { kind: 'saved' },
      undoable: [],
      redoable: [],
      exchanges: parts.exchanges,
      computer: parts.computer,
      act: (name, edits) => {
        if (edits.length > 0) perform({ name, edits: withWholeCharacters(edits), more: remember })
      },
      takeIn: take,
      previewTakeBack: async (id) => {
        const entry = await mergeEntry(id)
        const merges = mergesOf(get().exchanges)
        const merge = merges.find((each) => each.id === id)
        return entry === null || merge === undefined || merge.isTakenBack ? null : previewTakeBack({ view: get().view, merge, merges, brought: entry.brought })
      },
      takeBackMerge: async (id) => {
        const entry = await mergeEntry(id)
        if (entry === null) return null
        const others = get().undoable.filter((each) => each.kind !== 'merge' || each.id !== id)
        return takeBackEntry({ entry, more: (inverse, takenBack) => ({ lastAction: { name: entry.name, how: 'done', takenBack }, undoable: [...others, inverse].slice(-undoLimit), redoable: [] }) })
      },
      exported: (file) => write({ set: get().view.set, touched: new Map() }, { changes: [], action: 'planExported', exchange: { kind: 'exported', file } }, {}),
      undo: () => takeBack('undoable', 'redoable'),
      redo: () => takeBack('redoable', 'undoable'),
      retrySaving: queue.retry,
      unsaved: queue.waiting,
      setComputer: (computer) => {
        if (computer.replica !== get().computer.replica) clock = renamedClock({ parts, replica: computer.replica, set: get().view.set })
        setState({ computer })
      },
    }
  })
  storage.subscribe((commits) => {
    clock = observeAll({ clock, stamps: commits.flatMap(({ changes }) => changes.map(({ at }) => at)), now: now() })
    const heard = commits.flatMap(({ exchange, at }) => (exchange === undefined ? [] : [{ ...exchange, at }]))
    for (const commit of commits) {
      const before = store.getState().view
      const folded = rewriteChanges(before.set, commit)
      store.setState({ view: updateView(before, folded), last: { before, touched: folded.touched } })
    }
    if (heard.length > 0) store.setState((state) => ({ exchanges: [...state.exchanges, ...heard] }))
  })
  return store
}

/** The clocks of the same window under another name: later than all that this plan has seen. */
function renamedClock({ parts, replica, set }: { readonly parts: PlanStoreParts; readonly replica: string; readonly set: ChangeSet }): WindowClock {
  return observeAll({ clock: createWindowClock({ replica, slot: parts.slot }), stamps: set.knows.values(), now: parts.now() })
}

/** With its first edit a computer says what people call it, so that colleagues see who wrote. */
function introduceComputer({ view, computer }: Pick<PlanState, 'view' | 'computer'>): readonly Edit[] {
  const on = idOf('replica', computer.replica)
  if (computer.name === '' || recordOf(view, on)?.name === computer.name) return []
  return [{ on, set: { name: computer.name } }]
}
