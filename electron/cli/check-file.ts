import { statuses } from '../../shared/model/status.ts'
import { problemText } from '../../shared/file/problem.ts'
import { readPlanFile } from '../../shared/file/read-plan-file.ts'
import { countPlan, type CountsByStatus, type PlanCounts } from '../../shared/plan/plan-counts.ts'
import { createView } from '../../shared/plan/plan-index.ts'
import { statusLabel } from '../../shared/words/statuses.ts'
import { counted } from '../../shared/words/counted.ts'
import type { NamedText } from './input.ts'
import { jsonText } from './json-text.ts'
import { done, plain, refused, type Outcome } from './outcome.ts'
import { statedPlan } from '../../shared/plan/stated-plan.ts'
import { contentOf, planName } from './plan-text.ts'

/** Says whether a plan file is valid, and what it holds: in words, or as JSON. */
export function checkFile({ name, text, json }: NamedText & { readonly json: boolean }): Outcome {
  const read = readPlanFile(text)
  if (!read.ok) {
    const reason = `${name}: ${problemText(read.problem)}`
    return json ? refused(reason, jsonText({ valid: false, problem: read.problem })) : refused(reason)
  }
  const { planId, by, at, app } = read.file
  const [byScript, byHand] = [read.file.byHand?.isMade === true, read.file.byHand?.isMade === false]
  const view = createView(contentOf(read.file, name))
  const counts = countPlan(view)
  const plan = { id: planId, title: view.plan?.title ?? '', startsOn: statedPlan(view.set, planId).startsOn }
  if (json) return done({ result: jsonText({ valid: true, byHand, byScript, plan, by, at, app, ...countsAsJson(counts) }) })
  const hand = byHand || byScript ? [`It was ${byScript ? 'made by a script' : 'changed by hand after it was written'}: opened or merged, what differs is taken as edits.`] : []
  return done({ result: `${[plain(`${name} is valid: ${planName(view, planId)}`), ...hand, ...countLines(counts)].join('\n')}\n` })
}

function countsAsJson({ records, byStatus, byQuarter }: PlanCounts): Readonly<Record<string, unknown>> {
  const quarters = byQuarter.map(({ quarter, goals, byStatus: own }) => [quarter === null ? 'unscheduled' : `Q${quarter}`, { goals, ...own }])
  return { records, statuses: byStatus, quarters: Object.fromEntries(quarters) }
}

function countLines({ records, byStatus, byQuarter }: PlanCounts): readonly string[] {
  const { program, outcome, output, goal, note } = records
  return [
    [counted(program, 'program'), counted(outcome, 'outcome'), counted(output, 'output'), counted(goal, 'goal'), counted(note, 'note')].join(', '),
    ...byQuarter.filter(({ quarter, goals }) => quarter !== null || goals > 0).map(({ quarter, goals, byStatus: own }) => `${quarter === null ? 'Not scheduled' : `Q${quarter}`}: ${counted(goals, 'goal')}${statusesIn(own)}`),
    `In all${statusesIn(byStatus)}`,
  ]
}

function statusesIn(counts: CountsByStatus): string {
  const present = statuses.filter((status) => counts[status] > 0)
  return present.length === 0 ? '' : ` (${present.map((status) => `${statusLabel[status]} ${counts[status]}`).join(', ')})`
}
