import { useEffect, useRef, type ReactNode } from 'react'
import { isQuarter } from '../../../shared/model/year.ts'
import { useSession } from '../../state/session.tsx'
import { quarterLabel } from '../../text/dates.ts'
import { turnText } from '../../text/turn.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFocusHome } from '../../ui/focus-home.ts'
import type { TurnedQuarter } from './turn-store.ts'

/** What was done, and the way on to the next quarter. */
export function Turned({ turned, to }: { readonly turned: TurnedQuarter; readonly to: string }): ReactNode {
  const { board, ui, plan } = useSession()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  useFocusHome(() => button.current?.focus())
  const next = turned.quarter + 1
  const goOn = (): void => {
    if (isQuarter(next)) board.getState().showScope(next)
    ui.getState().goTo('board')
  }
  return (
    <EmptyState
      title={turnText.turned(quarterLabel(turned.quarter))}
      actions={
        <>
          <Button ref={button} variant="primary" onClick={goOn}>
            {turnText.toBoard(to)}
          </Button>
          <Button keys="Ctrl+Z" onClick={() => void plan.getState().undo()}>
            {turnText.undo}
          </Button>
        </>
      }
    >
      <p>{turnText.sums(turned.sums, to)}.</p>
      <p>{turnText.undoHint}</p>
    </EmptyState>
  )
}
