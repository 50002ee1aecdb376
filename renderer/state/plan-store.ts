import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Change, Edit } from '../../shared/changes/change.ts'
import { addChanges, changesOfRecord, recordIn, type ChangeSet, type Folded } from '../../shared/changes/fold.ts'
import { mergeChangeSets } from '../../shared/changes/merge.ts'
import { effectiveChanges } from '../../shared/changes/merge-undo.ts'
import { stampEdits } from '../../shared/changes/stamp-edits.ts'
import { undoEdits, undoStepOf, type ActionName, type UndoStep } from '../../shared/changes/undo.ts'
import { observeAll, type WindowClock } from '../../shared/changes/writer.ts'
import { idOf, type PlanId, type RecordId } from '../../shared/model/ids.ts'
import { createView, updateView } from '../../shared/plan/plan-index.ts'
import { recordOf, type PlanView } from '../../shared/plan/plan-view.ts'
import type { Commit, Computer, PlanStorage } from '../data/storage.ts'
import { createWriteQueue, type Saving } from './write-queue.ts'

export interface PlanState {
  readonly planId: PlanId
  readonly view: PlanView
  /** What the last change touched, for whoever keeps something worked out from the view. */
  readonly last: { readonly before: PlanView; readonly touched: Folded['touched'] }
  /** What this window did last, to be said aloud; a new object each time. */
  readonly lastAction: { readonly name: ActionName; readonly how: 'done' | 'undone' | 'redone' } | null
  readonly saving: Saving
  readonly undoable: readonly UndoStep[]
  readonly redoable: readonly UndoStep[]
  readonly computer: Computer
  /** Does what a person asked: at once in memory and on the screen, then to disk. */
  readonly act: (name: ActionName, edits: readonly Edit[]) => void
  /** Takes in another set of changes (a file, a page), and edits on top of it, as one action. */
  readonly takeIn: (name: ActionName, theirs: ChangeSet, edits: readonly Edit[]) => void
  /** Takes back the last action of this window that still has an effect; its name, or null when there is none. */
  readonly undo: () => ActionName | null
  readonly redo: () => ActionName | null
  readonly retrySaving: () => void
  /** What isn't on disk yet. */
  readonly unsaved: () => readonly Commit[]
  readonly setComputer: (computer: Computer) => void
}

export type PlanStore = StoreApi<PlanState>

export interface PlanStoreParts {
  readonly planId: PlanId
  readonly storage: Pick<PlanStorage, 'append' | 'subscribe'>
  readonly set: ChangeSet
  readonly clock: WindowClock
  readonly computer: Computer
  /** Milliseconds since 1970. */
  readonly now: () => number
}

const undoLimit = 500

/** One open plan. It holds state and the order of steps; every rule is in `shared/`. */
export function createPlanStore(parts: PlanStoreParts): PlanStore {
  const { storage, now } = parts
  let clock = parts.clock
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
    /** Stamps, shows and queues edits; `more` gets the step that takes them back. */
    const perform = (name: ActionName, edits: readonly Edit[], more: (step: UndoStep) => Partial<PlanState>): void => {
      const before = get().view.set
      const changes = stamp(before, [...edits, ...introduceComputer(get())])
      show(addChanges(before, changes), more(undoStepOf({ before, changes: changes.slice(0, edits.length), name })))
      queue.add({ changes, action: name.action, at: now() })
    }
    /** Takes back the newest step of a list that still has an effect. */
    const takeBack = (from: 'undoable' | 'redoable', to: 'undoable' | 'redoable'): ActionName | null => {
      const step = get()[from].at(-1)
      if (step === undefined) return null
      setState({ [from]: get()[from].slice(0, -1) })
      const edits = undoEdits({ set: get().view.set, step, replica: get().computer.replica })
      if (edits.length === 0) return takeBack(from, to)
      const lastAction = { name: step.name, how: from === 'undoable' ? 'undone' : 'redone' } as const
      perform(step.name, edits, (inverse) => ({ lastAction, [to]: [...get()[to], inverse] }))
      return step.name
    }
    const remember = (step: UndoStep): Partial<PlanState> => ({ lastAction: { name: step.name, how: 'done' }, undoable: [...get().undoable, step].slice(-undoLimit), redoable: [] })

    return {
      planId: parts.planId,
      view,
      last: { before: view, touched: new Map() },
      lastAction: null,
      saving: { kind: 'saved' },
      undoable: [],
      redoable: [],
      computer: parts.computer,
      act: (name, edits) => {
        if (edits.length > 0) perform(name, edits, remember)
      },
      takeIn: (name, theirs, edits) => {
        const before = get().view.set
        const merge = mergeChangeSets(before, theirs)
        clock = observeAll({ clock, stamps: theirs.knows.values(), now: now() })
        const changes = edits.length === 0 ? [] : stamp(merge.set, [...edits, ...introduceComputer(get())])
        const added = addChanges(merge.set, changes)
        if (added.set === before) return
        const step = undoStepOf({ before, changes: [...effectiveChanges(merge), ...changes.slice(0, edits.length)], name })
        show({ set: added.set, touched: new Map([...added.touched, ...merge.touched]) }, remember(step))
        const taken = [...merge.touched.keys()].flatMap((id) => changesIn(theirs, id))
        queue.add({ changes: [...taken, ...changes], action: name.action, at: now() })
      },
      undo: () => takeBack('undoable', 'redoable'),
      redo: () => takeBack('redoable', 'undoable'),
      retrySaving: queue.retry,
      unsaved: queue.waiting,
      setComputer: (computer) => setState({ computer }),
    }
  })
  storage.subscribe((changes) => {
    clock = observeAll({ clock, stamps: changes.map((change) => change.at), now: now() })
    const before = store.getState().view
    const folded = addChanges(before.set, changes)
    store.setState({ view: updateView(before, folded), last: { before, touched: folded.touched } })
  })
  return store
}

function changesIn(set: ChangeSet, id: RecordId): readonly Change[] {
  const record = recordIn(set, id)
  return record === undefined ? [] : changesOfRecord(record)
}

/** With its first edit a computer says what people call it, so that colleagues see who wrote. */
function introduceComputer({ view, computer }: Pick<PlanState, 'view' | 'computer'>): readonly Edit[] {
  const on = idOf('replica', computer.replica)
  if (computer.name === '' || recordOf(view, on)?.name === computer.name) return []
  return [{ on, set: { name: computer.name } }]
}
