import type { Session } from '../state/session.tsx'
import type { Route } from './route.ts'

/** Where a person is in an open plan. */
export function placeOf({ plan, board, ui }: Pick<Session, 'plan' | 'board' | 'ui'>): Route {
  const { screen, goal, moment, month } = ui.getState()
  return { plan: plan.getState().planId, screen, scope: board.getState().query.scope, goal, moment, month }
}
