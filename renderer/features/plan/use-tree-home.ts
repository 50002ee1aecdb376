import type { TreeKey } from '../../../shared/plan/tree/tree-nodes.ts'
import { useSession } from '../../state/session.tsx'
import { useFocusHome } from '../../ui/focus-home.ts'
import { sendFocus, treeOf } from './tree-store.ts'

/**
 * Keys go on from the row that Tab leads to. Who has just come goes on with the goal that commands act on, which is
 * brought into sight; who chose none has none, so that what is new doesn't land beside the first row.
 */
export function useTreeHome(tabbable: TreeKey | null): void {
  const session = useSession()
  const tree = treeOf(session)
  useFocusHome((why) => {
    const { focused, sendFocus: sendToGoal } = session.board.getState()
    if (why === 'arrived' && focused !== null) return sendToGoal(focused)
    const isChosen = tabbable === tree.getState().active
    if (tabbable !== null && (why === 'lost' || isChosen)) sendFocus(tree, tabbable)
  })
}
