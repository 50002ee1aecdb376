import type { Goal } from '../model/goal.ts'
import type { Note } from '../model/note.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Output } from '../model/output.ts'
import type { Program } from '../model/program.ts'
import { quarters, type Quarter } from '../model/year.ts'
import { goalsOf, notesAbout, outcomesOf, outputsOf, programsOf, type PlanView } from '../plan/plan-view.ts'

/** A program with its quarters; the last is of what belongs to no program. */
export interface ProgramPart {
  readonly program: Program | null
  readonly quarters: readonly { readonly quarter: Quarter | null; readonly sections: readonly SectionPart[] }[]
}

/** What stands under one output in one quarter. An outcome without outputs has a section too, and what has no output. */
export interface SectionPart {
  readonly quarter: Quarter | null
  readonly outcome: Outcome | null
  readonly output: Output | null
  readonly goals: readonly Goal[]
  readonly notes: readonly Note[]
}

interface Place {
  readonly outcome: Outcome | null
  readonly output: Output | null
}

const allQuarters: readonly (Quarter | null)[] = [...quarters, null]

/** A plan as the sections of a page. Each live record but the plan's own has its place in exactly one, or stands above several. */
export function planParts(view: PlanView): readonly ProgramPart[] {
  const parts = programsOf(view).map((program) => partOf({ view, program, places: outcomesOf(view, program.id).flatMap((outcome) => placesOf(view, outcome)) }))
  const loose: readonly Place[] = [
    ...outcomesOf(view, 'root').flatMap((outcome) => placesOf(view, outcome)),
    ...outputsOf(view, 'root').map((output): Place => ({ outcome: null, output })),
    { outcome: null, output: null },
  ]
  return [...parts, partOf({ view, program: null, places: loose })]
}

function placesOf(view: PlanView, outcome: Outcome): readonly Place[] {
  const outputs = outputsOf(view, outcome.id)
  return outputs.length === 0 ? [{ outcome, output: null }] : outputs.map((output) => ({ outcome, output }))
}

function partOf({ view, program, places }: { readonly view: PlanView; readonly program: Program | null; readonly places: readonly Place[] }): ProgramPart {
  const filled = places.map((place) => {
    const above = place.output?.id ?? (place.outcome === null ? 'root' : null)
    const goals = Map.groupBy(above === null ? [] : goalsOf(view, above), (goal) => goal.quarter)
    const notes = Map.groupBy(above === null ? [] : notesAbout(view, above), (note) => note.quarter)
    return { place, goals, notes, isEmpty: goals.size === 0 && notes.size === 0 && (place.output !== null || place.outcome !== null) }
  })
  return {
    program,
    quarters: allQuarters.map((quarter) => ({
      quarter,
      sections: filled.flatMap(({ place, goals, notes, isEmpty }): readonly SectionPart[] => {
        const own = { quarter, ...place, goals: goals.get(quarter) ?? [], notes: notes.get(quarter) ?? [] }
        return own.goals.length > 0 || own.notes.length > 0 || (isEmpty && quarter === null) ? [own] : []
      }),
    })),
  }
}
