import { useMemo } from 'react'
import type { Edit, Fields } from '../../../shared/changes/change.ts'
import { deleteRecord, editFields, editMembers } from '../../../shared/edits/edit-fields.ts'
import { scheduleGoal } from '../../../shared/edits/goal-edits.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { Status } from '../../../shared/model/status.ts'
import type { Quarter } from '../../../shared/model/year.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { goalsBelow } from '../../state/goals-below.ts'
import { useSession, type Session } from '../../state/session.tsx'

/** What the panel does to its goal; each is one step to undo. */
export interface GoalEdits {
  /** @param begun what the title said when the typing began */
  readonly rename: (title: string, begun: string) => void
  readonly setStatus: (status: Status) => void
  /** @param begun what the fields said when the typing began, where they were typed */
  readonly set: (fields: Fields, begun?: Fields) => void
  readonly addMember: (field: MemberFieldName, member: string) => void
  readonly removeMember: (field: MemberFieldName, member: string) => void
  readonly schedule: (quarter: Quarter | null) => void
  readonly remove: () => void
  readonly act: (action: string, edits: readonly Edit[]) => void
}

export type MemberFieldName = 'teams' | 'tasks' | 'dependsOn'

export function useGoalEdits(goal: GoalId): GoalEdits {
  const session = useSession()
  return useMemo(() => goalEdits(session, goal), [session, goal])
}

function goalEdits({ plan }: Session, on: GoalId): GoalEdits {
  // handlers run later than they were made: each reads the plan as it is then
  const view = (): ReturnType<typeof plan.getState>['view'] => plan.getState().view
  const act = (action: string, edits: readonly Edit[], { detail, begun = {} }: { readonly detail?: string | undefined; readonly begun?: Fields } = {}): void => {
    plan.getState().act({ action, subject: recordOf(view(), on)?.title ?? '', ...(detail === undefined ? {} : { detail }) }, edits, [{ on, set: begun }])
  }
  const members = (field: MemberFieldName): readonly string[] => recordOf(view(), on)?.[field] ?? []
  return {
    act,
    schedule: (quarter) => act('goalScheduled', scheduleGoal({ view: view(), id: on, quarter }), { detail: quarter === null ? 'none' : `${quarter}` }),
    rename: (title, begun) => act('goalRenamed', editFields({ view: view(), on, set: { title } }), { begun: { title: begun } }),
    remove: () => act('goalDeleted', deleteRecord(on), { detail: goalsBelow(view(), [on]) }),
    setStatus: (status) => act('goalStatus', editFields({ view: view(), on, set: { status } }), { detail: status }),
    set: (set, begun = {}) => act('goalEdited', editFields({ view: view(), on, set }), { begun }),
    addMember: (field, member) => act('goalEdited', editMembers({ view: view(), on, field, members: [...members(field), member] })),
    removeMember: (field, member) => act('goalEdited', editMembers({ view: view(), on, field, members: members(field).filter((each) => each !== member) })),
  }
}
