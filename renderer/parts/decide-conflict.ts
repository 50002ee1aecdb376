import type { ConflictSide, OpenConflict } from '../../shared/plan/open-conflict.ts'
import { openConflicts } from '../../shared/plan/open-conflicts.ts'
import { countingSide, keepConflict, settleConflict } from '../../shared/plan/settle-conflict.ts'
import type { Session } from '../state/session.tsx'
import { recordWords } from './record-words.ts'

/** Lets one side of a conflict count, or keeps what counts where none is named. One action, one undo. */
export function decideConflict({ plan }: Session, { conflict: { id }, side }: { readonly conflict: OpenConflict; readonly side: ConflictSide | null }): void {
  const { view, act } = plan.getState()
  const conflict = openConflicts(view).find((each) => each.id === id)
  if (conflict === undefined) return // another window has decided it
  const isKept = side === null || countingSide(view, conflict) === side
  const name = { action: isKept ? 'conflictKept' : 'conflictFlipped', subject: recordWords(view, conflict.on).title, detail: conflict.field }
  act(name, isKept ? keepConflict(conflict) : settleConflict({ view, conflict, side }))
}

/** Keeps what counts in all conflicts that wait. */
export function keepAllConflicts({ plan }: Session): void {
  const { view, act } = plan.getState()
  const open = openConflicts(view)
  act({ action: 'conflictKept', subject: String(open.length) }, open.flatMap(keepConflict))
}
