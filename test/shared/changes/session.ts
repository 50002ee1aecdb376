import type { Change, Edit } from '../../../shared/changes/change.ts'
import { addChanges, emptyChangeSet, type ChangeSet, type Folded } from '../../../shared/changes/fold.ts'
import { mergeChangeSets, type Merge } from '../../../shared/changes/merge.ts'
import { effectiveChanges } from '../../../shared/changes/merge-undo.ts'
import { stampEdits } from '../../../shared/changes/stamp-edits.ts'
import { undoEdits, undoStepOf, type UndoStep } from '../../../shared/changes/undo.ts'
import { createWindowClock, observeAll, type WindowClock } from '../../../shared/changes/writer.ts'

/** One window at work on a plan, as a value: what the app's store does, without a screen or a disk. */
export interface Session {
  readonly replica: string
  readonly clock: WindowClock
  readonly set: ChangeSet
  readonly undoable: readonly UndoStep[]
  readonly redoable: readonly UndoStep[]
}

export interface Written {
  readonly session: Session
  readonly changes: readonly Change[]
  readonly touched: Folded['touched']
}

export function openSession({ replica, slot = 0, set = emptyChangeSet() }: { readonly replica: string; readonly slot?: number; readonly set?: ChangeSet }): Session {
  return { replica, clock: createWindowClock({ replica, slot }), set, undoable: [], redoable: [] }
}

const name = { action: 'test', subject: '' }

export function act({ session, edits, now }: { readonly session: Session; readonly edits: readonly Edit[]; readonly now: number }): Written {
  const { session: after, step, ...written } = write({ session, edits, now })
  return { ...written, session: { ...after, undoable: [...after.undoable, step], redoable: [] } }
}

export function undo({ session, now }: { readonly session: Session; readonly now: number }): Written {
  return takeBack({ session, now, from: 'undoable', to: 'redoable' })
}

export function redo({ session, now }: { readonly session: Session; readonly now: number }): Written {
  return takeBack({ session, now, from: 'redoable', to: 'undoable' })
}

/** Merges a file, as one action that can be undone. */
export function takeIn({ session, theirs, now }: { readonly session: Session; readonly theirs: ChangeSet; readonly now: number }): { readonly session: Session; readonly merge: Merge } {
  const merge = mergeChangeSets(session.set, theirs)
  const clock = observeAll({ clock: session.clock, stamps: theirs.knows.values(), now })
  const step = undoStepOf({ before: session.set, changes: effectiveChanges(merge), name })
  return { session: { ...session, clock, set: merge.set, undoable: [...session.undoable, step], redoable: [] }, merge }
}

/** Takes back the newest step of a list that still has an effect. */
function takeBack({ session, now, from, to }: { readonly session: Session; readonly now: number; readonly from: 'undoable' | 'redoable'; readonly to: 'undoable' | 'redoable' }): Written {
  const step = session[from].at(-1)
  if (step === undefined) return { session, changes: [], touched: new Map() }
  const popped = { ...session, [from]: session[from].slice(0, -1) }
  const edits = undoEdits({ set: session.set, step, replica: session.replica })
  if (edits.length === 0) return takeBack({ session: popped, now, from, to })
  const { session: after, step: inverse, ...written } = write({ session: popped, edits, now })
  return { ...written, session: { ...after, [to]: [...after[to], inverse] } }
}

function write({ session, edits, now }: { readonly session: Session; readonly edits: readonly Edit[]; readonly now: number }): Written & { readonly step: UndoStep } {
  const { clock, changes } = stampEdits({ clock: session.clock, set: session.set, edits, now })
  const step = undoStepOf({ before: session.set, changes, name })
  const { set, touched } = addChanges(session.set, changes)
  return { session: { ...session, clock, set }, changes, touched, step }
}
