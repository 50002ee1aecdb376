import { idOf, type GoalId, type NoteId } from '../../model/ids.ts'
import { createKeys, normalisedText } from './derived-keys.ts'
import type { GoalsPage, PageGoal, PageNote, PageSection } from '../page/goals-page.ts'
import { orderAt } from './page-order.ts'

/** A section of the page with an id and an order key for everything in it. */
export interface PlannedSection {
  readonly section: PageSection
  /** Parents before their children, in the page's order. */
  readonly goals: readonly PlannedGoal[]
  readonly lists: readonly PlannedList[]
  readonly notes: readonly PlannedNote[]
}

export interface PlannedGoal {
  readonly id: GoalId
  readonly parent: GoalId | null
  readonly page: PageGoal
  readonly title: string
  readonly stretch: boolean
  readonly order: string
  /** The bullet that lists this goal among others, or null for one with a line of its own. */
  readonly list: GoalId | null
}

/** A bullet that lists several things: the plan has either a goal for each, or the one as it is written. */
export interface PlannedList {
  readonly asWritten: PlannedGoal
  readonly parts: readonly PlannedGoal[]
}

export interface PlannedNote {
  readonly id: NoteId
  readonly page: PageNote
}

/**
 * Gives everything on the page its id. A goal's follows from program, year, outputs, quarter and its text; a
 * note's from its section, its date and how many of that date stand above it: what is added to the page later,
 * a changed mark, or a note's changed text, changes no id.
 */
export function planSections({ page, planKey }: { readonly page: GoalsPage; readonly planKey: string }): readonly PlannedSection[] {
  const keys = createKeys(planKey)
  const places = new Map<number, number>()
  return page.sections.map((section) => {
    const quarter = section.quarter ?? 0
    const place = places.get(quarter) ?? 0
    places.set(quarter, place + 1)
    const outputs = section.outputs.join('+')
    const grown = growGoals({ section, goalId: (title) => idOf('goal', keys('goal', outputs, section.quarter, normalisedText(title))), orderOf: (index) => orderAt(quarter, place, index) })
    const notes = section.notes.map((note): PlannedNote => ({ id: idOf('note', keys('note', outputs, section.quarter, note.date?.value ?? null)), page: note }))
    return { section, ...grown, notes }
  })
}

interface Growing {
  readonly section: PageSection
  readonly goalId: (title: string) => GoalId
  readonly orderOf: (index: number) => string
}

function growGoals({ section, goalId, orderOf }: Growing): Pick<PlannedSection, 'goals' | 'lists'> {
  const goals: PlannedGoal[] = []
  const lists: PlannedList[] = []
  let index = 0
  const planned = ({ page, parent, title, stretch, list }: Omit<PlannedGoal, 'id' | 'order'>): PlannedGoal => {
    index += 1
    return { id: goalId(title), parent, page, title, stretch, order: orderOf(index), list }
  }
  const grow = (page: PageGoal, parent: GoalId | null): void => {
    const goal = planned({ page, parent, title: page.title, stretch: page.stretch, list: null })
    if (page.parts.length === 0 || page.children.length > 0) {
      goals.push(goal)
      for (const child of page.children) grow(child, goal.id)
      return
    }
    const parts = page.parts.map((part) => planned({ page, parent, title: part.title, stretch: part.stretch, list: goal.id }))
    lists.push({ asWritten: goal, parts })
    goals.push(...parts)
  }
  for (const goal of section.goals) grow(goal, null)
  return { goals, lists }
}
