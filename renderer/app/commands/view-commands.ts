import { isFiltering, type BoardScope } from '../../../shared/board/query.ts'
import { programsOf } from '../../../shared/plan/plan-view.ts'
import type { Theme } from '../../../shared/bridge/contract.ts'
import { nextProgram } from '../../state/choose-program.ts'
import { showScope } from '../../state/show-scope.ts'
import type { Screen } from '../../state/ui-store.ts'
import type { CommandId } from '../../text/commands.ts'
import type { Command, CommandContext } from './command.ts'

const isOpen = ({ session }: CommandContext): boolean => session !== null

const scopes: readonly { readonly id: CommandId; readonly scope: BoardScope; readonly key: string }[] = [
  { id: 'view.quarter1', scope: 1, key: 'Alt+Digit1' },
  { id: 'view.quarter2', scope: 2, key: 'Alt+Digit2' },
  { id: 'view.quarter3', scope: 3, key: 'Alt+Digit3' },
  { id: 'view.quarter4', scope: 4, key: 'Alt+Digit4' },
  { id: 'view.year', scope: 'year', key: 'Alt+Digit5' },
  { id: 'view.unscheduled', scope: 'unscheduled', key: 'Alt+Digit6' },
]

const screens: readonly { readonly id: CommandId; readonly screen: Screen; readonly keys: readonly string[] }[] = [
  { id: 'view.board', screen: 'board', keys: ['g b'] },
  { id: 'view.plan', screen: 'plan', keys: ['g p'] },
  { id: 'view.checkin', screen: 'checkin', keys: ['g c'] },
  { id: 'view.teams', screen: 'teams', keys: ['g t'] },
  { id: 'view.exchange', screen: 'exchange', keys: ['g e'] },
  { id: 'view.snapshots', screen: 'snapshots', keys: ['g n'] },
  { id: 'view.backups', screen: 'backups', keys: ['g k'] },
  { id: 'view.history', screen: 'history', keys: ['g h'] },
  { id: 'view.insights', screen: 'insights', keys: ['g i'] },
  { id: 'view.turn', screen: 'turn', keys: ['g q'] },
  { id: 'view.report', screen: 'report', keys: ['g r'] },
]

const themes: readonly { readonly id: CommandId; readonly theme: Theme }[] = [
  { id: 'view.themeSystem', theme: 'system' },
  { id: 'view.themeLight', theme: 'light' },
  { id: 'view.themeDark', theme: 'dark' },
]

export const viewCommands: readonly Command[] = [
  ...screens.map(
    ({ id, screen, keys }): Command => ({
      id,
      menu: 'view',
      group: 'screen',
      keys,
      isEnabled: isOpen,
      isChecked: ({ session }) => session?.ui.getState().screen === screen,
      run: ({ session }) => session?.ui.getState().goTo(screen),
    }),
  ),
  ...scopes.map(
    ({ id, scope, key }): Command => ({
      id,
      menu: 'view',
      group: 'scope',
      keys: [key],
      isEnabled: isOpen,
      isChecked: ({ session }) => session?.board.getState().query.scope === scope,
      run: ({ session }) => session !== null && showScope(session, scope),
    }),
  ),
  {
    id: 'view.subGoals',
    menu: 'view',
    group: 'filter',
    keys: [],
    isEnabled: isOpen,
    isChecked: ({ session }) => session?.board.getState().query.subGoals === true,
    run: ({ session }) => session?.board.getState().showSubGoals(!session.board.getState().query.subGoals),
  },
  {
    id: 'view.nextProgram',
    menu: 'view',
    group: 'filter',
    keys: [],
    isEnabled: ({ session }) => session !== null && programsOf(session.plan.getState().view).length > 1,
    run: ({ session }) => session !== null && nextProgram(session),
  },
  filterSwitch('view.needsNote', 'needsNote'),
  filterSwitch('view.stretch', 'stretch'),
  {
    id: 'view.clearFilter',
    menu: 'view',
    group: 'filter',
    keys: [],
    isEnabled: ({ session }) => session !== null && isFiltering(session.board.getState().query.filter),
    run: ({ session }) => session?.board.getState().clearFilter(),
  },
  ...themes.map(
    ({ id, theme }): Command => ({
      id,
      menu: 'view',
      group: 'theme',
      keys: [],
      isChecked: ({ app }) => app.preferences().theme === theme,
      run: ({ app }) => app.prefer({ theme }),
    }),
  ),
]

function filterSwitch(id: CommandId, name: 'needsNote' | 'stretch'): Command {
  return {
    id,
    menu: 'view',
    group: 'filter',
    keys: [],
    isEnabled: isOpen,
    isChecked: ({ session }) => session?.board.getState().query.filter[name] === true,
    run: ({ session }) => session?.board.getState().narrow({ [name]: !session.board.getState().query.filter[name] }),
  }
}
