import { useMemo, type ReactNode } from 'react'
import { parseTaskLinks } from '../../shared/plan/task-links.ts'
import { TaskLinksContext } from '../parts/outside.ts'
import { usePlan } from '../state/session.tsx'

const none: readonly string[] = []

/** Says to everything in it how the open plan writes ids of tasks, and where these lie. */
export function PlanTasks({ children }: { readonly children: ReactNode }): ReactNode {
  const members = usePlan((state) => state.view.plan?.taskLinks ?? none)
  const links = useMemo(() => parseTaskLinks(members), [members])
  return <TaskLinksContext value={links}>{children}</TaskLinksContext>
}
