import type { Edit, Fields } from '../../../shared/changes/change.ts'
import type { HeldUp } from '../../../shared/edits/check-in-edits.ts'
import { isDayOrMonth, isMonth } from '../../../shared/model/date.ts'
import { dateInMonth, type CheckInMonth } from '../../../shared/model/check-in-month.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { Status } from '../../../shared/model/status.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import type { Draft } from '../../state/drafts.ts'
import type { Session } from '../../state/session.tsx'
import { draftKey } from './checkin-drafts.ts'

interface HeldGoal {
  readonly session: Session
  readonly goal: GoalId
  readonly month: CheckInMonth
}

const parts = ['reason', 'waitingOn', 'since'] as const
type Part = (typeof parts)[number]

/** What was typed of why a goal is held up, for whom it waits and since when; null for what nobody has touched. */
export function heldDraft(held: HeldGoal): HeldUp {
  const typed = (part: Part): string | null => draftOf(held, part)?.text.trim() ?? null
  // what reads as it did when it was begun must not write over what came since
  const changed = (part: Part): string | null => (typed(part) === draftOf(held, part)?.begun?.text ? null : typed(part))
  const since = changed('since')
  return { reason: changed('reason'), waitingOn: changed('waitingOn'), since: since === '' || isDayOrMonth(since) ? since : null }
}

/** What the goal said when somebody began to type that, and to choose a status. @param chosen the draft in which that was */
export function heldBegun(held: HeldGoal, chosen: Draft | null): Edit {
  const typed = parts.flatMap((part) => {
    const begun = draftOf(held, part)?.begun
    return begun === undefined ? [] : [[part, begun.text] as const]
  })
  const status = chosen?.begun?.status ?? null
  return { on: held.goal, set: { ...Object.fromEntries(typed), ...(status === null ? {} : { status }) } satisfies Fields }
}

/** The same as it is written: a status that is told of a month that is over began then, not today. */
export function heldSaid({ status, ...goal }: HeldGoal & { readonly status: Status }): HeldUp {
  const held = heldDraft(goal)
  const date = dateInMonth({ month: goal.month, today: goal.session.today() })
  const isTaken = recordOf(goal.session.plan.getState().view, goal.goal)?.status !== status
  return { ...held, since: held.since ?? (isTaken && isMonth(date) ? date : null) }
}

/** Drops what was typed, once it is written. */
export function forgetHeld(held: HeldGoal): void {
  for (const part of parts) held.session.drafts.getState().keep(keyOf(held, part), null)
}

function draftOf(held: HeldGoal, part: Part): Draft | undefined {
  return held.session.drafts.getState().drafts[keyOf(held, part)]
}

function keyOf({ session, goal, month: { month } }: HeldGoal, part: Part): string {
  return draftKey({ plan: session.plan.getState().planId, month, on: goal, part })
}
