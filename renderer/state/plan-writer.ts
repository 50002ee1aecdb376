import type { StoreApi } from 'zustand/vanilla'
import type { Change, Edit } from '../../shared/changes/change.ts'
import { addChanges, type ChangeSet, type Folded } from '../../shared/changes/fold.ts'
import { stampEdits } from '../../shared/changes/stamp-edits.ts'
import type { Stamp } from '../../shared/changes/stamp.ts'
import { typedOver } from '../../shared/changes/typed-over.ts'
import { undoStepOf, type ActionName } from '../../shared/changes/undo.ts'
import { createWindowClock, observeAll } from '../../shared/changes/writer.ts'
import { idOf } from '../../shared/model/ids.ts'
import { settledBy } from '../../shared/plan/settle-conflict.ts'
import { updateView } from '../../shared/plan/plan-index.ts'
import { recordOf } from '../../shared/plan/plan-view.ts'
import type { Commit } from '../data/storage.ts'
import type { PlanState, PlanStoreParts } from './plan-state.ts'
import type { ActionEntry } from './undo-entry.ts'
import { createWriteQueue, type WriteQueue } from './write-queue.ts'

/** An action, before it is stamped. `more` is told what takes it back, for the lists of what can be undone, and what was written. */
export interface Performance extends Pick<Commit, 'exchange'> {
  readonly name: ActionName
  readonly edits: readonly Edit[]
  /** What the fields said when a person began to type in them. */
  readonly begun?: readonly Edit[] | undefined
  readonly more: (entry: ActionEntry, changes: readonly Change[]) => Partial<PlanState>
}

/** What brings changes onto the screen, and then to disk. */
export interface PlanWriter {
  readonly stamp: (set: ChangeSet, edits: readonly Edit[]) => readonly Change[]
  /** As `stamp`, and with the first edit a computer says what people call it, so that colleagues see who wrote. */
  readonly stampOwn: (set: ChangeSet, edits: readonly Edit[]) => readonly Change[]
  /** Shows and queues what is written; an exchange with others is kept in mind with it. */
  readonly write: (folded: Folded, commit: Omit<Commit, 'at'>, more: Partial<PlanState>) => void
  /** Stamps, shows and queues edits. */
  readonly perform: (performance: Performance) => void
  /** Shows what another window has written. */
  readonly show: (folded: Folded, more: Partial<PlanState>) => void
  /** The clock runs on after stamps that came from elsewhere. */
  readonly observe: (stamps: Iterable<Stamp>) => void
  /** Goes on under another name, later than all that this plan has seen. */
  readonly rename: (replica: string) => void
  readonly queue: WriteQueue
}

export function createPlanWriter({ parts, get, set: setState }: { readonly parts: PlanStoreParts; readonly get: () => PlanState; readonly set: StoreApi<PlanState>['setState'] }): PlanWriter {
  const { storage, now } = parts
  let { clock } = parts
  const queue = createWriteQueue({ append: storage.append, onChange: (saving) => setState({ saving }) })

  const show: PlanWriter['show'] = (folded, more) => {
    const before = get().view
    setState({ view: updateView(before, folded), last: { before, touched: folded.touched }, ...more })
  }
  const stamp: PlanWriter['stamp'] = (set, edits) => {
    const stamped = stampEdits({ clock, set, edits, now: now() })
    clock = stamped.clock
    return stamped.changes
  }
  const stampOwn: PlanWriter['stampOwn'] = (set, edits) => stamp(set, [...edits, ...introduceComputer(get())])
  const write: PlanWriter['write'] = (folded, commit, more) => {
    const { exchange } = commit
    const at = now()
    show(folded, { ...(exchange !== undefined && { exchanges: [...get().exchanges, { ...exchange, at }] }), ...more })
    queue.add({ ...commit, at })
  }
  return {
    stamp,
    stampOwn,
    write,
    show,
    queue,
    perform: ({ name, edits, begun = [], more, exchange }) => {
      const before = get().view.set
      const own = [...edits, ...settledBy(get().view, edits)]
      const changes = stampOwn(before, own)
      const entry = { kind: 'action', ...undoStepOf({ before, changes: changes.slice(0, own.length), name }) } as const
      const over = begun.length === 0 ? [] : typedOver({ before, after: addChanges(before, changes).set, begun, replica: get().computer.replica })
      const written = [...changes, ...over]
      write(addChanges(before, written), { changes: written, action: name.action, exchange }, more(entry, changes))
    },
    observe: (stamps) => {
      clock = observeAll({ clock, stamps, now: now() })
    },
    rename: (replica) => {
      clock = observeAll({ clock: createWindowClock({ replica, slot: parts.slot }), stamps: get().view.set.knows.values(), now: now() })
    },
  }
}

function introduceComputer({ view, computer }: Pick<PlanState, 'view' | 'computer'>): readonly Edit[] {
  const on = idOf('replica', computer.replica)
  if (computer.name === '' || recordOf(view, on)?.name === computer.name) return []
  return [{ on, set: { name: computer.name } }]
}
