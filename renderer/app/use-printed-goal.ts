import { useEffect, useState } from 'react'
import type { GoalId } from '../../shared/model/ids.ts'
import { onPrinting } from '../parts/use-is-printing.ts'
import { useSession } from '../state/session.tsx'
import { goalInPanel } from './commands/goals-meant.ts'
import { isLookingBack } from './commands/looking-back.ts'

/** While the page is at the printer: the goal that is printed in place of the screen, one that was asked for or the one whose panel has the focus. */
export function usePrintedGoal(): GoalId | null {
  const session = useSession()
  const [goal, setGoal] = useState<GoalId | null>(null)
  useEffect(() => {
    let before: Element | null = null
    return onPrinting((isPrinting) => {
      setGoal(isPrinting ? (session.ui.getState().printing ?? (isLookingBack(session) ? null : goalInPanel(session))) : null)
      if (isPrinting) before = document.activeElement
      else {
        session.ui.getState().printGoal(null)
        // what isn't on paper can't keep the focus meanwhile
        if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      }
    })
  }, [session])
  return goal
}
