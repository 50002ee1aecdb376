import type { Edit } from '../../changes/change.ts'
import type { PlanId } from '../../model/ids.ts'
import { titleLimit } from '../../model/record-spec.ts'
import type { GoalsPage, PageSection, PageText } from '../page/goals-page.ts'
import { identityOf, type PageIdentity } from './page-identity.ts'
import { orderAt } from './page-order.ts'
import { planGoals } from './plan-goals.ts'
import { planNotes } from './plan-notes.ts'
import { planOutputs } from './plan-outputs.ts'
import { planSections } from './planned-section.ts'
import type { Proposal } from './proposal.ts'
import { proposeCarried } from './propose-carry.ts'
import { proposeOutputs } from './propose-output.ts'
import { allGoals } from '../sections/read-goals.ts'
import { teamsByName } from '../text/team-names.ts'

/** A page as a plan that nothing has been written of yet. */
export interface PagePlan {
  readonly planId: PlanId
  readonly title: string
  readonly startsOn: string
  /** One edit for each record, with what is proposed left at its plainest; `planEdits` lays the choices on top. */
  readonly edits: readonly Edit[]
  /** In the page's order. */
  readonly proposals: readonly Proposal[]
  readonly notUnderstood: readonly PageText[]
}

/**
 * Makes a plan of a goals page: pure, and the same for the same page on every computer, ids included (see
 * `planSections` for what they follow from).
 */
export function pageToPlan({ page }: { readonly page: GoalsPage }): PagePlan {
  const identity = identityOf(page)
  const title = planTitle(page)
  const teams = teamsByName(namesOn(page))
  const sections = planSections({ page, planKey: identity.planKey })
  const outputs = planOutputs({ page, identity })
  const sectionsByOutput = singleSections(page.sections)
  const edits: Edit[] = [...headEdits({ page, identity, title }), ...outputs.edits]
  const notes: Edit[] = []
  const proposals: Proposal[] = [...outputs.proposals]
  for (const planned of sections) {
    const context = { planned, identity, teams, programTitle: title }
    const goals = planGoals(context)
    const plannedNotes = planNotes({ context, statements: goals.statements })
    edits.push(...goals.edits)
    notes.push(...plannedNotes.edits)
    proposals.push(...goals.proposals, ...proposeOutputs({ planned, identity, sectionsByOutput }), ...plannedNotes.proposals)
  }
  proposals.push(...proposeCarried(sections))
  const order = new Map(page.sections.map((section) => [`${section.quarter} ${section.outputs.join('+')}`, section.line]))
  const sectionLine = (proposal: Proposal): number => order.get(`${proposal.quarter} ${proposal.outputs.join('+')}`) ?? 0
  return {
    planId: identity.plan,
    title,
    startsOn: page.program.startsOn,
    edits: [...edits, ...notes],
    proposals: proposals.toSorted((a, b) => sectionLine(a) - sectionLine(b)),
    notUnderstood: page.notUnderstood,
  }
}

function headEdits({ page, identity, title }: { readonly page: GoalsPage; readonly identity: PageIdentity; readonly title: string }): readonly Edit[] {
  const { program } = page
  const summary = program.summary === '' ? null : program.summary
  const links = program.links.map((link) => `- ${link.text}`).join('\n')
  return [
    { on: identity.plan, set: { title, startsOn: program.startsOn } },
    { on: identity.program, set: { code: program.code, title: program.title === '' ? title : program.title, owner: program.owner === '' ? null : program.owner, summary, links: links === '' ? null : links, order: orderAt(0) } },
  ]
}

/** `TEC3 Deployment Pipeline`; a part of a page that doesn't say it is called by its first outcome. */
function planTitle(page: GoalsPage): string {
  const named = [page.program.code ?? '', page.program.title].join(' ').trim()
  return (named === '' ? (page.sections[0]?.outcomeTitle?.text ?? '') : named).slice(0, titleLimit).toWellFormed()
}

function namesOn(page: GoalsPage): readonly string[] {
  return page.sections.flatMap((section) => [...section.teams, ...section.primaryTeams.flatMap(({ names }) => names), ...allGoals(section.goals).flatMap((goal) => goal.teams)])
}

function singleSections(sections: readonly PageSection[]): ReadonlyMap<string, readonly PageSection[]> {
  return Map.groupBy(
    sections.filter((section) => section.outputs.length === 1),
    (section) => section.outputs[0] ?? '',
  )
}
