import type { ReactNode } from 'react'
import { useSession } from '../../state/session.tsx'
import { planText } from '../../text/plan.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { draftProgram } from './drafts.ts'

/** A plan with nothing in it says how one begins. */
export function NoProgram(): ReactNode {
  const session = useSession()
  return (
    <EmptyState
      title={planText.empty}
      actions={
        <Button variant="primary" onClick={() => draftProgram(session)}>
          {planText.add.program}
        </Button>
      }
    >
      {planText.emptyHint}
    </EmptyState>
  )
}
