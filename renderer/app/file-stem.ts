import { yearLabel } from '../../shared/model/year.ts'
import { programsOf, yearStartOf, type PlanView } from '../../shared/plan/plan-view.ts'

/** What the name of a file with a plan begins with: the code of its program, else its title, and the year. */
export function fileStem(view: PlanView): readonly string[] {
  const program = programsOf(view)[0]
  return [program === undefined || program.code === '' ? (view.plan?.title ?? '') : program.code, yearLabel(yearStartOf(view))]
}
