import { useRef, type ReactNode } from 'react'
import { useSession } from '../../state/session.tsx'
import { planText } from '../../text/plan.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFocusHome } from '../../ui/focus-home.ts'
import { draftProgram } from './drafts.ts'

/** A plan with nothing in it says how one begins. */
export function NoProgram(): ReactNode {
  const session = useSession()
  const button = useRef<HTMLButtonElement>(null)
  // where the last row is gone, or a first one was not written after all, the keys go on from here
  useFocusHome(() => button.current?.focus())
  return (
    <EmptyState
      title={planText.empty}
      actions={
        <Button ref={button} variant="primary" onClick={() => draftProgram(session)}>
          {planText.add.program}
        </Button>
      }
    >
      {planText.emptyHint}
    </EmptyState>
  )
}
