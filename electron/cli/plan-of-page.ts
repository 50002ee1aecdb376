import { emptyChangeSet } from '../../shared/changes/fold.ts'
import { yearLabel } from '../../shared/model/year.ts'
import { pageLayoutLabel } from '../../shared/wiki/page/page-layout.ts'
import { pageChangeSet } from '../../shared/wiki/review/page-changes.ts'
import { readPage, type ReadPage } from '../../shared/wiki/read-page.ts'
import { counted } from '../../shared/words/counted.ts'
import type { NamedText } from './input.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { writePlan } from './plan-text.ts'
import { proposalText } from './proposal-text.ts'
import { pageRefusals } from './words.ts'

/** A goals page as a plan file, with everything as it is proposed; what a person would be asked is said. */
export function planOfPage({ name, text, now }: NamedText & { readonly now: number }): Outcome {
  const read = readPage(text)
  if (!read.ok) return refused(`${name}: line ${read.line}: ${pageRefusals[read.reason]}`)
  const { plan, edits, key, date, sequence, layout, templates } = read.page
  const set = pageChangeSet({ edits, key, date, sequence, mine: emptyChangeSet() })
  return done({ result: writePlan({ set, now }), said: [`${name}: read as ${pageLayoutLabel[layout]}`, summaryOf(read.page), ...plan.proposals.map(proposalText), ...plan.notUnderstood.map((each) => `line ${each.line}: not understood: ${each.text}`), ...templates.map((each) => `line ${each.line}: unknown template: ${each.text}`)] })
}

function summaryOf({ plan, counts: { goals, notes, quarters } }: ReadPage): string {
  const found = [counted(goals, 'goal'), counted(quarters, 'quarter'), counted(notes, 'note'), counted(plan.proposals.length, 'proposal')]
  return `${plan.title} ${yearLabel(plan.startsOn)}: ${found.join(', ')}, ${counted(plan.notUnderstood.length, 'line')} not understood`
}
