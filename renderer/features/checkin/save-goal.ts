import type { Edit } from '../../../shared/changes/change.ts'
import { lastSaid, statusInMonth } from '../../../shared/checkin/said-before.ts'
import { checkIn, type CheckInNote, type HeldUp } from '../../../shared/edits/check-in-edits.ts'
import { dateInMonth, type CheckInMonth } from '../../../shared/model/check-in-month.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { Status } from '../../../shared/model/status.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import type { Draft } from '../../state/drafts.ts'
import type { Session } from '../../state/session.tsx'
import { goOn } from './go.ts'
import { heldBegun, heldDraft, heldSaid } from './held-drafts.ts'

interface OneGoal {
  readonly session: Session
  readonly goal: GoalId
  readonly month: CheckInMonth
}

/** Writes what was typed and chosen as one step to undo, and goes on; false where there is nothing to write. */
export function saveGoal({ session, goal, month, note }: OneGoal & { readonly note: Draft | null }): boolean {
  const text = note?.text.trim() ?? ''
  if (text === '' && (note?.status ?? null) === null && Object.values(heldDraft({ session, goal, month })).every((each) => each === null)) return false
  const status = note?.status ?? statusInMonth({ view: session.plan.getState().view, goal, month })
  write({ session, goal, month, said: { text, status, ...heldSaid({ session, goal, month, status }) }, begun: [heldBegun({ session, goal, month }, note)] })
  return true
}

/** Writes again what was said last; false where nothing was. */
export function repeatGoal({ session, goal, month }: OneGoal): boolean {
  const { view } = session.plan.getState()
  const last = lastSaid({ view, goal, month })
  if (last === null) return false
  write({ session, goal, month, said: { text: last.note.text, status: last.status ?? statusInMonth({ view, goal, month }), reason: null, waitingOn: null, since: null }, begun: [] })
  return true
}

function write({ session, goal, month, said, begun }: OneGoal & { readonly said: Pick<CheckInNote, 'text' | 'status' | keyof HeldUp>; readonly begun: readonly Edit[] }): void {
  const { view, act } = session.plan.getState()
  const id = session.makeId('note')
  act(nameOf(recordOf(view, goal)?.title ?? '', said.status), checkIn({ view, id, date: dateInMonth({ month, today: session.today() }), goal, ...said }), begun)
  goOn(session, { note: id, from: { kind: 'goal', goal } })
}

function nameOf(subject: string, detail: Status): { readonly action: string; readonly subject: string; readonly detail: string } {
  return { action: 'checkedIn', subject, detail }
}
