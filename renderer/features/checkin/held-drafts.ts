import type { HeldUp } from '../../../shared/edits/check-in-edits.ts'
import { isDayOrMonth, isMonth } from '../../../shared/model/date.ts'
import { dateInMonth, type CheckInMonth } from '../../../shared/model/check-in-month.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { Status } from '../../../shared/model/status.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import type { Session } from '../../state/session.tsx'
import { draftKey } from './checkin-drafts.ts'

interface HeldGoal {
  readonly session: Session
  readonly goal: GoalId
  readonly month: CheckInMonth
}

const parts = ['reason', 'waitingOn', 'since'] as const

/** What was typed of why a goal is held up, for whom it waits and since when; null for what nobody has touched. */
export function heldDraft({ session, goal, month: { month } }: HeldGoal): HeldUp {
  const { drafts } = session.drafts.getState()
  const typed = (part: (typeof parts)[number]): string | null => drafts[draftKey({ plan: session.plan.getState().planId, month, on: goal, part })]?.text.trim() ?? null
  const since = typed('since')
  return { reason: typed('reason'), waitingOn: typed('waitingOn'), since: since === '' || isDayOrMonth(since) ? since : null }
}

/** The same as it is written: a status that is told of a month that is over began then, not today. */
export function heldSaid({ status, ...goal }: HeldGoal & { readonly status: Status }): HeldUp {
  const held = heldDraft(goal)
  const date = dateInMonth({ month: goal.month, today: goal.session.today() })
  const isTaken = recordOf(goal.session.plan.getState().view, goal.goal)?.status !== status
  return { ...held, since: held.since ?? (isTaken && isMonth(date) ? date : null) }
}

/** Drops what was typed, once it is written. */
export function forgetHeld({ session, goal, month: { month } }: HeldGoal): void {
  for (const part of parts) session.drafts.getState().keep(draftKey({ plan: session.plan.getState().planId, month, on: goal, part }), null)
}
