import { cardTowards, type Direction } from '../../../shared/board/walk-board.ts'
import { goToNextChanged, hasChanged } from './next-changed.ts'
import type { Screen } from '../../state/ui-store.ts'
import type { CommandId } from '../../text/commands.ts'
import type { Command } from './command.ts'

const ways: readonly { readonly id: CommandId; readonly direction: Direction; readonly keys: readonly string[] }[] = [
  { id: 'go.up', direction: 'up', keys: ['ArrowUp', 'k'] },
  { id: 'go.down', direction: 'down', keys: ['ArrowDown', 'j'] },
  { id: 'go.left', direction: 'left', keys: ['ArrowLeft', 'h'] },
  { id: 'go.right', direction: 'right', keys: ['ArrowRight', 'l'] },
  { id: 'go.first', direction: 'first', keys: ['Home'] },
  { id: 'go.last', direction: 'last', keys: ['End'] },
]

/** Where one searches on a screen, as far as it has a field for that. */
const searches: Readonly<Partial<Record<Screen, string>>> = { board: '[data-board-search]', plan: '[data-plan-search]', teams: '[data-teams-search]' }

/** Arrows walk the board, by the registry like everything else, so that palette and sheet show them too. */
export const goCommands: readonly Command[] = [
  ...ways.map(
    ({ id, direction, keys }): Command => ({
      id,
      menu: 'go',
      group: 'walk',
      keys,
      isEnabled: ({ session }) => session !== null && session.ui.getState().screen === 'board',
      run: ({ session }) => {
        if (session === null) return
        const { board, focused, sendFocus } = session.board.getState()
        const next = cardTowards({ board, from: focused, direction })
        if (next !== null) sendFocus(next)
      },
    }),
  ),
  { id: 'go.nextChanged', menu: 'go', group: 'search', keys: ['u'], isEnabled: ({ session }) => session !== null && hasChanged(session), run: ({ session }) => session !== null && goToNextChanged(session) },
  {
    id: 'go.search',
    menu: 'go',
    group: 'search',
    keys: ['[Shift]+/'],
    isEnabled: ({ session }) => session !== null && searches[session.ui.getState().screen] !== undefined,
    run: ({ session }) => {
      const place = session === null ? undefined : searches[session.ui.getState().screen]
      if (place !== undefined) document.querySelector<HTMLInputElement>(place)?.focus()
    },
  },
]
