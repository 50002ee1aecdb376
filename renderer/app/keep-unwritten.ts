import { keepInOutbox } from '../data/outbox.ts'
import type { OpenedPlan } from './open-session.ts'

/**
 * Keeps what is not safely written of an open plan where whoever opens it next finds it: what the database has not, and
 * what it has and the journal not, since a browser may throw a database away.
 * @param slot the writer slot of this window
 */
export function keepUnwritten({ session, storage }: OpenedPlan, slot: number): void {
  const { planId, unsaved } = session.plan.getState()
  keepInOutbox({ plan: planId, slot, commits: [...storage.copy.uncopied(), ...unsaved()] })
}
