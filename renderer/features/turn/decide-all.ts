import type { DecisionKind } from '../../../shared/turn/decision.ts'
import type { Session } from '../../state/session.tsx'
import { decide, forgetDecisions, turnStoreOf } from './turn-store.ts'
import type { Turning } from './use-turning.ts'

/** Decides the same on all goals; a reason that was written stays. */
export function decideAll(session: Session, { turning: { quarter, items }, kind }: { readonly turning: Turning; readonly kind: DecisionKind }): void {
  decide(turnStoreOf(session), { quarter, decisions: items.map(({ goal, decision }) => [goal.id, { kind, reason: decision.reason }]) })
}

/** Forgets what was decided: what is proposed counts again. */
export function proposeAll(session: Session, { quarter }: Turning): void {
  forgetDecisions(session, quarter)
}
