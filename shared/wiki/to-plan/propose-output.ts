import { keyOf } from '../../model/ids.ts'
import { createOutputFit } from './best-output.ts'
import type { PageSection } from '../page/goals-page.ts'
import type { PageIdentity } from './page-identity.ts'
import type { PlannedGoal, PlannedSection } from './planned-section.ts'
import type { Proposal } from './proposal.ts'

/** For each goal of a section that names several outputs: the one its words fit best. Sub-goals go with their parent. */
export function proposeOutputs({ planned, identity, sectionsByOutput }: { readonly planned: PlannedSection; readonly identity: PageIdentity; readonly sectionsByOutput: ReadonlyMap<string, readonly PageSection[]> }): readonly Proposal[] {
  const { section, goals } = planned
  if (section.outputs.length < 2) return []
  const fit = createOutputFit({ section, sectionsByOutput })
  const children = Map.groupBy(goals, (goal) => goal.parent)
  const family = (goal: PlannedGoal): readonly PlannedGoal[] => [goal, ...(children.get(goal.id) ?? []).flatMap(family)]
  return (children.get(null) ?? []).map((goal): Proposal => ({
    id: `output:${keyOf(goal.id)}`,
    kind: 'output',
    line: goal.page.line,
    quote: goal.title,
    alsoSaid: [],
    about: goal.id,
    title: goal.title,
    outputs: section.outputs,
    quarter: section.quarter,
    choices: section.outputs.map((output) => ({ id: output, label: output, edits: family(goal).map((member) => ({ on: member.id, set: { output: identity.output(output) } })) })),
    proposed: fit.bestOutput(goal.title) ?? section.outputs[0] ?? '',
    needs: null,
  }))
}
