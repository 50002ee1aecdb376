import type { ProgramId } from '../../shared/model/ids.ts'
import { programsOf, recordOf } from '../../shared/plan/plan-view.ts'
import type { Session } from './session.tsx'

/** Narrows what is shown to one program, or to none; of the outcomes chosen before only its own stay chosen. */
export function chooseProgram({ board, plan }: Pick<Session, 'board' | 'plan'>, program: ProgramId | null): void {
  const { view } = plan.getState()
  const { outcomes } = board.getState().query.filter
  board.getState().narrow(program === null ? { programs: [] } : { programs: [program], outcomes: outcomes.filter((id) => recordOf(view, id)?.program === program) })
}

/** Goes on to the next program, after the last to all of them. */
export function nextProgram(session: Pick<Session, 'board' | 'plan'>): void {
  const programs = programsOf(session.plan.getState().view).map(({ id }) => id)
  const chosen = session.board.getState().query.filter.programs.at(-1)
  chooseProgram(session, programs[chosen === undefined ? 0 : programs.indexOf(chosen) + 1] ?? null)
}
