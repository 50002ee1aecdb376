import type { GoalId } from '../../model/ids.ts'
import { keyOf } from '../../model/ids.ts'
import { normalisedText } from './derived-keys.ts'
import type { PlannedGoal, PlannedSection } from './planned-section.ts'
import type { Proposal } from './proposal.ts'
import { needOf } from './propose-status.ts'

/** Goals that stand under the same output in an earlier quarter too: on a page, carrying over is copying. */
export function proposeCarried(sections: readonly PlannedSection[]): readonly Proposal[] {
  const earlier = new Map<string, { readonly goal: PlannedGoal; readonly quarter: number }>()
  const proposals: Proposal[] = []
  for (const planned of sections.toSorted((a, b) => (a.section.quarter ?? 0) - (b.section.quarter ?? 0))) {
    const { quarter, outputs } = planned.section
    if (quarter === null) continue
    for (const goal of planned.goals) {
      const keys = outputs.map((output) => `${output} ${nameOf(goal)}`)
      const before = keys.map((key) => earlier.get(key)).find((found) => found !== undefined && found.quarter < quarter)
      if (before !== undefined) proposals.push(proposeCarry({ goal, planned, from: before.goal }))
    }
    for (const goal of planned.goals) for (const output of outputs) earlier.set(`${output} ${nameOf(goal)}`, { goal, quarter })
  }
  return proposals
}

/** `ORES (partially)` in one quarter is `ORES` in the next. */
function nameOf(goal: PlannedGoal): string {
  return normalisedText(goal.title.replace(/ ?\([^()]*\)$/, ''))
}

function proposeCarry({ goal, planned, from }: { readonly goal: PlannedGoal; readonly planned: PlannedSection; readonly from: PlannedGoal }): Proposal {
  const carriedFrom = (id: GoalId | null): Proposal['choices'][number]['edits'] => [{ on: goal.id, set: { carriedFrom: id } }]
  const need = needOf(from)
  return {
    id: `carry:${keyOf(goal.id)}`,
    kind: 'carry',
    line: goal.page.line,
    quote: goal.title,
    alsoSaid: [{ line: from.page.line, quote: from.title }],
    about: goal.id,
    title: goal.title,
    outputs: planned.section.outputs,
    quarter: planned.section.quarter,
    choices: [
      { id: 'carried', label: from.title, edits: carriedFrom(from.id) },
      { id: 'separate', label: '', edits: carriedFrom(null) },
    ],
    proposed: 'carried',
    needs: need === null ? needOf(goal) : { ...need, otherwise: 'separate' },
  }
}
