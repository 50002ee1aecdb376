import { useEffect } from 'react'
import { useSession, useUi } from '../../state/session.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'

/** What a goal's commands open: the move list, the question for a reason, the panel for a note. The app mounts it once. */
export function GoalOverlays() {
  const { ui } = useSession()
  const overlay = useUi((state) => state.overlay)
  const noted = overlay?.kind === 'note' ? overlay.goal : null
  useEffect(() => {
    // the panel's form then takes the focus, and closes the overlay
    if (noted !== null) ui.getState().openGoal(noted)
  }, [noted, ui])
  if (overlay?.kind === 'move') return <MoveDialog goals={overlay.goals} />
  if (overlay?.kind === 'reason') return <ReasonDialog goals={overlay.goals} status={overlay.status} />
  return null
}
