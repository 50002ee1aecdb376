import { recordIn } from '../changes/fold.ts'
import { cellsOf, cellsOfField } from '../changes/folded-record.ts'
import { derivedKey } from '../model/derived-key.ts'
import { idOf, keyOf, type GoalId } from '../model/ids.ts'
import { titleLimit } from '../model/record-spec.ts'
import { quarters, type Quarter } from '../model/year.ts'
import { earlierGoals } from '../plan/carried.ts'
import { outcomeOfGoal, outputOfGoal } from '../plan/goal-place.ts'
import { outputsOf, type PlanView } from '../plan/plan-view.ts'
import { normalisedText } from '../wiki/to-plan/derived-keys.ts'
import { isPageStamp } from '../wiki/page/page-stamp.ts'

/** Where on a goals page a goal comes from, as far as its id follows from it (see `planSections`). */
export interface PageSource {
  /** The outputs of its section, `3.1` or `6.1+6.2`. */
  readonly outputs: string
  readonly text: string
  /** How many of the same text stand above it in the section. */
  readonly place: number
}

/** How often one and the same text is looked for in a section. */
const places = [0, 1, 2, 3]

/** What a page said of a goal that its id follows from; null for one that was not made by a page. */
export function pageSourceOf(view: PlanView, id: GoalId): PageSource | null {
  const { plan } = view
  if (plan === null || !isOfPage(view, id)) return null
  for (const outputs of sectionsWith(view, id)) {
    for (const text of textsOf(view, id)) {
      for (const quarter of [...quarters, null]) {
        for (const place of places) {
          if (pageGoalId({ planKey: keyOf(plan.id), quarter, outputs, text, place }) === id) return { outputs, text, place }
        }
      }
    }
  }
  return null
}

/** Whether a page has spoken of it, or of what it continues: only then it is worth to look for what its id follows from. */
function isOfPage(view: PlanView, id: GoalId): boolean {
  return [id, ...earlierGoals(view, id).map((goal) => goal.id)].some((each) => {
    const record = recordIn(view.set, each)
    return record !== undefined && [...cellsOf(record)].some(({ at }) => isPageStamp(at))
  })
}

/** The id that a page gives a goal of a quarter. */
export function pageGoalId({ planKey, quarter, outputs, text, place }: PageSource & { readonly planKey: string; readonly quarter: Quarter | null }): GoalId {
  const parts = [planKey, 'goal', outputs, quarter, text]
  return idOf('goal', derivedKey(place === 0 ? parts : [...parts, place]))
}

/** The goal's output alone, as a rule; a section may name several outputs of an outcome that follow each other. */
function sectionsWith(view: PlanView, id: GoalId): readonly string[] {
  const own = outputOfGoal(view, id)
  if (own === null) return ['']
  const numbers = outputsOf(view, outcomeOfGoal(view, id)?.id ?? 'root').map(({ number }) => number)
  const at = numbers.indexOf(own.number)
  const runs = numbers.flatMap((_, from) => numbers.flatMap((__, to) => (from < to && from <= at && at <= to && to - from < 4 ? [numbers.slice(from, to + 1).join('+')] : [])))
  return [own.number, ...runs]
}

/** Everything the goal was ever called, and what it continues was: somebody may have renamed it since the page was read. */
function textsOf(view: PlanView, id: GoalId): readonly string[] {
  const texts = [id, ...earlierGoals(view, id).map((goal) => goal.id)].flatMap((each) => {
    const record = recordIn(view.set, each)
    if (record === undefined) return []
    const titles = cellsOfField(record, 'title').map(({ value }) => value)
    // of a longer one the page's words are the description
    const isCut = titles.some((title) => typeof title === 'string' && title.length >= titleLimit)
    return isCut ? [...titles, ...cellsOfField(record, 'description').map(({ value }) => value)] : titles
  })
  return [...new Set(texts.flatMap((text) => (typeof text === 'string' ? [normalisedText(text)] : [])))]
}
