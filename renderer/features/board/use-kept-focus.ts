import { useEffect } from 'react'
import { positionOf } from '../../../shared/board/card-position.ts'
import { useSession } from '../../state/session.tsx'

/**
 * A card that changes its column is drawn anew there, and the browser drops its focus. Whatever moved it (undo,
 * another window, a field in the panel), the focus goes with it, unless the person has put it elsewhere.
 */
export function useKeptFocus(): void {
  const { board } = useSession()
  useEffect(
    () =>
      board.subscribe((now, before) => {
        const { focused } = now
        if (focused === null || now.wantsFocus !== null || now.board === before.board) return
        const position = positionOf(now.board, focused)
        const hasMoved = position !== null && position.column !== positionOf(before.board, focused)?.column
        // asked before the columns are drawn anew, so the card still has the focus if it had it
        const hadFocus = document.activeElement?.getAttribute('data-goal') === focused
        if (hasMoved && hadFocus) now.sendFocus(focused)
      }),
    [board],
  )
}
