import { Temporal } from 'temporal-polyfill'
import type { Edit } from '../changes/change.ts'
import { emptyChangeSet, type ChangeSet } from '../changes/fold.ts'
import { orderKeys } from '../changes/order.ts'
import type { GoalId, OutcomeId, OutputId, PlanId, ProgramId } from '../model/ids.ts'
import { memberField } from '../model/record-spec.ts'
import { pageChangeSet } from '../wiki/review/page-changes.ts'
import { sampleGoals, type SampleGoal } from './sample-goals.ts'
import { sampleNotes, type SampleNote } from './sample-notes.ts'
import { sampleOutcomes } from './sample-outputs.ts'

/** The sample plan is the same on every computer; the screens badge it by this id. */
export const samplePlanId: PlanId = 'plan:sample-tec3'

/** The day of the last note: what the sample says, it says as a goals page of that day would. */
const sampleDay = '2019-06-13'

const programId: ProgramId = 'program:sample-tec3'
const summary = 'Services are built, tested, deployed and hosted on one platform, so that developers release more often with less risk.'

/** A year of a deployment pipeline programme, paraphrased: one edit for each record. */
export function tec3Sample(): readonly Edit[] {
  const goalOrder = orderKeys(sampleGoals.length)
  return [
    { on: samplePlanId, set: { title: 'TEC3 Deployment Pipeline', startsOn: '2018-07-01' } },
    { on: programId, set: { code: 'TEC3', title: 'Deployment Pipeline', owner: 'Release Engineering', summary, links: null, order: orderKeys(1)[0] ?? '' } },
    ...outcomeEdits(),
    ...sampleGoals.map((goal, index) => goalEdit(goal, goalOrder[index] ?? '')),
    ...sampleNotes.map(noteEdit),
  ]
}

/**
 * The sample as changes, the same on every computer and below every edit, like those of a page: so its life is
 * told by the dates of its notes, and not by when somebody has had a first look at it.
 */
export function sampleChangeSet(): ChangeSet {
  const date = Temporal.PlainDate.from(sampleDay).toZonedDateTime('UTC').epochMilliseconds
  return pageChangeSet({ edits: tec3Sample(), key: 'sampletec3', date, mine: emptyChangeSet() })
}

function outcomeEdits(): readonly Edit[] {
  const outcomeOrder = orderKeys(sampleOutcomes.length)
  return sampleOutcomes.flatMap(({ number, title, outputs }, index): readonly Edit[] => {
    const outputOrder = orderKeys(outputs.length)
    return [
      { on: outcomeId(number), set: { program: programId, number, title, order: outcomeOrder[index] ?? '' } },
      ...outputs.map((output, place): Edit => ({ on: outputId(output.number), set: { outcome: outcomeId(number), ...output, order: outputOrder[place] ?? '' } })),
    ]
  })
}

function goalEdit(goal: SampleGoal, order: string): Edit {
  const dependsOn = [...(goal.dependsOnTeams ?? []), ...(goal.dependsOnGoals ?? []).map(goalId)]
  return {
    on: goalId(goal.key),
    set: {
      output: outputId(goal.output),
      parent: goal.parent === undefined ? null : goalId(goal.parent),
      quarter: goal.quarter,
      title: goal.title,
      description: goal.description ?? null,
      status: goal.status,
      reason: goal.reason ?? null,
      waitingOn: goal.waitingOn ?? null,
      stretch: goal.stretch ?? false,
      order,
      carriedFrom: goal.carriedFrom === undefined ? null : goalId(goal.carriedFrom),
      ...members('teams', goal.teams),
      ...members('dependsOn', dependsOn),
      ...members('tasks', goal.tasks ?? []),
    },
  }
}

function noteEdit({ about, date, text, status }: SampleNote, index: number): Edit {
  const subject = typeof about === 'string' ? { about: goalId(about), quarter: null } : { about: outputId(about.output), quarter: about.quarter }
  return { on: `note:sample-${String(index + 1).padStart(2, '0')}`, set: { ...subject, date, text, status: status ?? null } }
}

function members(field: string, names: readonly string[]): Edit['set'] {
  return Object.fromEntries(names.map((name) => [memberField(field, name), true]))
}

function outcomeId(number: string): OutcomeId {
  return `outcome:sample-${number}`
}

function outputId(number: string): OutputId {
  return `output:sample-${number.replace('.', '-')}`
}

function goalId(key: string): GoalId {
  return `goal:sample-${key}`
}
