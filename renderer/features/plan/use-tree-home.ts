import type { TreeKey } from '../../../shared/plan/tree-nodes.ts'
import { useSession } from '../../state/session.tsx'
import { useFocusHome } from '../../ui/focus-home.ts'
import { sendFocus, treeOf } from './tree-store.ts'

/** Keys go on from the row that Tab leads to; who has just come chose none yet, and what is new shall not land beside the first. */
export function useTreeHome(tabbable: TreeKey | null): void {
  const tree = treeOf(useSession())
  useFocusHome((why) => {
    const isChosen = tabbable === tree.getState().active
    if (tabbable !== null && (why === 'lost' || isChosen)) sendFocus(tree, tabbable)
  })
}
