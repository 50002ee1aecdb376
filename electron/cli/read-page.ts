import { emptyChangeSet } from '../../shared/changes/fold.ts'
import { yearLabel } from '../../shared/model/year.ts'
import { countGoalsPage } from '../../shared/wiki/count-goals-page.ts'
import type { GoalsPage } from '../../shared/wiki/goals-page.ts'
import { pageChangeSet } from '../../shared/wiki/page-changes.ts'
import { pageToPlan, type PagePlan } from '../../shared/wiki/page-to-plan.ts'
import { pageDate, pageKey, planEdits } from '../../shared/wiki/plan-edits.ts'
import { readGoalsPage } from '../../shared/wiki/read-goals-page.ts'
import type { NamedText } from './input.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { writePlan } from './plan-text.ts'
import { proposalText } from './proposal-text.ts'
import { counted, pageRefusals } from './words.ts'

/** A goals page as a plan file, with everything as it is proposed; what a person would be asked is said. */
export function readPage({ name, text, now }: NamedText & { readonly now: number }): Outcome {
  const read = readGoalsPage(text)
  if (!read.ok) return refused(`${name}: line ${read.line}: ${pageRefusals[read.reason]}`)
  const plan = pageToPlan({ page: read.page })
  const set = pageChangeSet({ edits: planEdits(plan, new Map()).page, key: pageKey(plan), date: pageDate(read.page), mine: emptyChangeSet() })
  return done({ result: writePlan({ set, now }), said: [summaryOf(plan, read.page), ...plan.proposals.map(proposalText), ...plan.notUnderstood.map((each) => `line ${each.line}: not understood: ${each.text}`)] })
}

function summaryOf(plan: PagePlan, page: GoalsPage): string {
  const { goals, noteHeads, quarters } = countGoalsPage(page)
  const found = [counted(goals.bullets + goals.paragraphs, 'goal'), counted(quarters, 'quarter'), counted(noteHeads.notes, 'note'), counted(plan.proposals.length, 'proposal')]
  return `${plan.title} ${yearLabel(plan.startsOn)}: ${found.join(', ')}, ${counted(plan.notUnderstood.length, 'line')} not understood`
}
