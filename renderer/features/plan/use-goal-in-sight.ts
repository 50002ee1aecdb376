import { useEffect } from 'react'
import { hasKind, type GoalId } from '../../../shared/model/ids.ts'
import { isLive } from '../../../shared/plan/plan-view.ts'
import { pathTo } from '../../../shared/plan/tree/tree-path.ts'
import { useBoard, useSession, useUi, type Session } from '../../state/session.tsx'
import { rowsOf } from './tree-actions.ts'
import { lookFor, sendFocus, setOpen, treeOf } from './tree-store.ts'

/** A panel that was closed, and commands, send the focus to a goal or rename it: here its row is brought into sight. */
export function useGoalInSight(): void {
  const session = useSession()
  const wanted = useBoard((state) => state.wantsFocus)
  const focused = useBoard((state) => state.focused)
  const shown = useUi((state) => state.goal)
  const renamed = useUi((state) => state.renaming)
  useEffect(() => {
    if (wanted === null) return
    session.board.getState().focusTaken(wanted)
    if (reveal(session, wanted)) sendFocus(treeOf(session), wanted)
  }, [wanted, session])
  useEffect(() => {
    // the board forgets a goal it doesn't show; here it has the focus all the same
    if (focused !== null) return
    const goal = document.activeElement?.getAttribute('data-goal') ?? null
    if (hasKind(goal, 'goal')) session.board.getState().focusTaken(goal)
  }, [focused, session])
  useEffect(() => {
    // the panel takes a part of the width, and with it titles take more lines: the row may be pushed out
    const timer = setTimeout(() => document.querySelector('[data-row][data-shown]')?.scrollIntoView({ block: 'nearest' }), shown === null ? 0 : 120)
    return () => clearTimeout(timer)
  }, [shown])
  useEffect(() => {
    if (renamed === null) return
    // the active row is always drawn, and its field takes the focus by itself
    if (reveal(session, renamed)) treeOf(session).setState({ active: renamed })
    else session.ui.getState().rename(null)
  }, [renamed, session])
}

function reveal(session: Session, goal: GoalId): boolean {
  const { view } = session.plan.getState()
  if (!isLive(view, goal)) return false
  if (rowsOf(session).some(({ node }) => node.key === goal)) return true
  const tree = treeOf(session)
  lookFor(tree, '')
  setOpen(tree, { keys: pathTo(view, goal), isOpen: true })
  return true
}
