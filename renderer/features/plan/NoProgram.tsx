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
        <Button ref={keepFocus} variant="primary" onClick={() => draftProgram(session)}>
          {planText.add.program}
        </Button>
      }
    >
      {planText.emptyHint}
    </EmptyState>
  )
}

/** Where the last row is gone, or a first one was not written after all, the keys go on from here. */
function keepFocus(button: HTMLButtonElement | null): void {
  if (document.activeElement === document.body) button?.focus()
}
