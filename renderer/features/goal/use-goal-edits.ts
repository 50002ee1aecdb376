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
  /** @param began what stood there when one began to type */
  readonly rename: (title: string, began: string) => void
  readonly setStatus: (status: Status) => void
  readonly set: (fields: Fields, began?: Fields) => void
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
  const act = (action: string, edits: readonly Edit[], { detail, began }: { readonly detail?: string | undefined; readonly began?: Fields | undefined } = {}): void => {
    plan.getState().act({ action, subject: recordOf(view(), on)?.title ?? '', ...(detail === undefined ? {} : { detail }) }, edits, began)
  }
  const members = (field: MemberFieldName): readonly string[] => recordOf(view(), on)?.[field] ?? []
  return {
    act,
    schedule: (quarter) => act('goalScheduled', scheduleGoal({ view: view(), id: on, quarter }), { detail: quarter === null ? 'none' : `${quarter}` }),
    rename: (title, began) => act('goalRenamed', editFields({ view: view(), on, set: { title } }), { began: { title: began } }),
    remove: () => act('goalDeleted', deleteRecord(on), { detail: goalsBelow(view(), [on]) }),
    setStatus: (status) => act('goalStatus', editFields({ view: view(), on, set: { status } }), { detail: status }),
    set: (set, began) => act('goalEdited', editFields({ view: view(), on, set }), { began }),
    addMember: (field, member) => act('goalEdited', editMembers({ view: view(), on, field, members: [...members(field), member] })),
    removeMember: (field, member) => act('goalEdited', editMembers({ view: view(), on, field, members: members(field).filter((each) => each !== member) })),
  }
}
