import type { Edit } from '../../changes/change.ts'
import { keyOf, type GoalId } from '../../model/ids.ts'
import { memberField, titleLimit } from '../../model/record-spec.ts'
import { readStatuses, type ReadStatus } from './goal-status.ts'
import { createNameIndex } from '../text/name-match.ts'
import type { PageIdentity } from './page-identity.ts'
import type { PlannedGoal, PlannedList, PlannedSection } from './planned-section.ts'
import type { Proposal } from './proposal.ts'
import { proposeStatus } from './propose-status.ts'
import { statementsOf, statusOfParts, type Statement } from './statements.ts'

/** A section's goals as edits, and what its notes say, which the notes' own records need too. */
export interface PlannedGoals {
  readonly edits: readonly Edit[]
  readonly proposals: readonly Proposal[]
  readonly statements: readonly Statement[]
}

export interface SectionContext {
  readonly planned: PlannedSection
  readonly identity: PageIdentity
  /** The name under which the plan knows a team. */
  readonly teams: ReadonlyMap<string, string>
  readonly programTitle: string
}

export function planGoals(context: SectionContext): PlannedGoals {
  const { planned } = context
  const { section, goals, lists, notes } = planned
  const common = [context.programTitle, section.outcomeTitle?.text ?? '', ...section.outputTitles.map((title) => title.text)]
  // of a goal that is alone every mark speaks, whatever its words
  const things = goals.length === 1 ? [] : goals.map((goal) => ({ key: goal.id, title: goal.title, stretch: goal.stretch }))
  const statements = statementsOf({ notes, names: createNameIndex({ things, common }) })
  const byId = new Map<GoalId | null, PlannedGoal>(goals.map((goal) => [goal.id, goal]))
  const statuses = readStatuses({ goals, statements })
  const read = (goal: PlannedGoal): ReadStatus => statuses.get(goal.id) ?? { status: 'todo', isSure: true, words: { reason: '', waitingOn: '' }, said: [] }
  return {
    edits: goals.map((goal) => goalEdit({ context, goal, parent: byId.get(goal.parent), status: read(goal).status })),
    proposals: [...lists.map((list) => proposeSplit({ context, list, parent: byId.get(list.asWritten.parent), read })), ...goals.flatMap((goal) => proposeStatus({ goal, planned, read: read(goal) }) ?? [])],
    statements,
  }
}

interface GoalInContext {
  readonly context: SectionContext
  readonly goal: PlannedGoal
  readonly parent: PlannedGoal | undefined
  readonly status: ReadStatus['status']
}

/** Every field that a page can say, also where it says nothing: a newer copy of the page may have taken it back. */
function goalEdit({ context, goal, parent, status }: GoalInContext): Edit {
  const { section } = context.planned
  const isTop = goal.parent === null
  const own = goal.page.teams.length > 0 ? goal.page.teams : (parent?.page.teams ?? [])
  const teams = own.length > 0 ? own : [...section.teams, ...section.primaryTeams.flatMap(({ names }) => names)]
  const members = (field: string, names: readonly string[]): Edit['set'] => Object.fromEntries(names.map((name) => [memberField(field, name), true]))
  return {
    on: goal.id,
    set: {
      output: section.outputs[0] === undefined ? null : context.identity.output(section.outputs[0]),
      parent: goal.parent,
      quarter: isTop ? section.quarter : null,
      title: goal.title.slice(0, titleLimit).toWellFormed(),
      description: goal.title.length > titleLimit ? goal.title : null,
      status,
      reason: null,
      waitingOn: null,
      stretch: goal.stretch,
      order: goal.order,
      carriedFrom: null,
      ...members('teams', teams.map((name) => context.teams.get(name) ?? name)),
      ...members('dependsOn', isTop ? section.dependencies.flatMap(({ names }) => names) : []),
      ...members('tasks', goal.page.tasks),
    },
  }
}

interface ListInContext {
  readonly context: SectionContext
  readonly list: PlannedList
  readonly parent: PlannedGoal | undefined
  readonly read: (goal: PlannedGoal) => ReadStatus
}

/** A goal for each thing a bullet lists, so that what the notes say of each has a home, or the one goal as written. */
function proposeSplit({ context, list, parent, read }: ListInContext): Proposal {
  const { asWritten, parts } = list
  const { section } = context.planned
  const status = statusOfParts(parts.map((part) => read(part).status))
  return {
    id: `split:${keyOf(asWritten.id)}`,
    kind: 'split',
    line: asWritten.page.line,
    quote: asWritten.title,
    alsoSaid: [],
    about: asWritten.id satisfies GoalId,
    title: asWritten.title,
    outputs: section.outputs,
    quarter: section.quarter,
    choices: [
      { id: 'each', label: parts.map((part) => part.title).join(', '), edits: [] },
      { id: 'one', label: asWritten.title, edits: [goalEdit({ context, goal: asWritten, parent, status }), ...parts.map((part): Edit => ({ on: part.id, set: { deleted: true } }))] },
    ],
    proposed: 'each',
    needs: null,
  }
}
