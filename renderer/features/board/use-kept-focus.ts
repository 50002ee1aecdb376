import { useEffect } from 'react'
import { firstCard, neighbourOf, positionOf } from '../../../shared/board/card-position.ts'
import { useSession } from '../../state/session.tsx'
import { useFocusHome } from '../../ui/focus-home.ts'

/**
 * A card that changes its column is drawn anew there, and the browser drops its focus. Whatever moved it (undo,
 * another window, a field in the panel), the focus goes with it, unless the person has put it elsewhere; of a
 * card that leaves the board it goes to the one beside.
 */
export function useKeptFocus(): void {
  const { board } = useSession()
  useFocusHome((why) => {
    const { board: shown, focused, sendFocus } = board.getState()
    // who has just come chose no card yet, and a new goal shall not land beside one
    const isThere = focused !== null && positionOf(shown, focused) !== null
    const card = isThere ? focused : why === 'lost' ? firstCard(shown) : null
    if (card !== null) sendFocus(card)
  })
  useEffect(
    () =>
      board.subscribe((now, before) => {
        const { focused } = before
        // asked before the columns are drawn anew, so the card still has the focus if it had it
        const hadFocus = focused !== null && document.activeElement?.getAttribute('data-goal') === focused
        if (!hadFocus || now.wantsFocus !== null || now.board === before.board) return
        const position = positionOf(now.board, focused)
        // in another scope its column is another list, in which it may be out of sight
        const isSameList = now.query.scope === before.query.scope && position?.column === positionOf(before.board, focused)?.column
        if (position !== null && isSameList) return
        const next = position === null ? (neighbourOf(before.board, focused) ?? firstCard(now.board)) : focused
        if (next !== null && positionOf(now.board, next) !== null) now.sendFocus(next)
      }),
    [board],
  )
}
