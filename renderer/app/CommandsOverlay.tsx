import { useMemo, type ReactNode } from 'react'
import { positionOf } from '../../shared/board/card-position.ts'
import { quarterOfGoal, outputOfGoal } from '../../shared/plan/goal-place.ts'
import { liveGoals } from '../../shared/plan/plan-view.ts'
import type { Session } from '../state/session.tsx'
import { appText } from '../text/app.ts'
import { commandGroups } from '../text/commands.ts'
import { quarterLabel } from '../text/dates.ts'
import { CommandPalette } from '../ui/CommandPalette.tsx'
import type { CommandItem } from '../ui/command-item.ts'
import { commands, labelOf, shownKeys } from './commands/registry.ts'
import type { App } from './create-app.ts'
import { contextOf } from './use-commands.ts'

interface Runnable extends CommandItem {
  readonly run: () => void
}

/** The palette: every command, and every goal by its title. */
export function CommandsOverlay({ app }: { readonly app: App }): ReactNode {
  const items = useMemo(() => [...commandItems(app), ...recentItems(app), ...goalItems(contextOf(app).session)], [app])
  return (
    <CommandPalette<Runnable>
      onClose={app.closeOverlay}
      label={appText.commands}
      placeholder={appText.commandsPlaceholder}
      empty={appText.commandsEmpty}
      items={items}
      onRun={(item) => item.run()}
    />
  )
}

function commandItems(app: App): readonly Runnable[] {
  const context = contextOf(app)
  return commands
    .filter((command) => command.id !== 'help.commands' && command.isEnabled?.(context) !== false)
    .map((command) => ({
      id: command.id,
      label: labelOf(command, context),
      group: commandGroups[command.menu],
      keys: command.keys[0] === undefined ? undefined : shownKeys(command.keys[0]),
      run: () => command.run(contextOf(app)),
    }))
}

function recentItems(app: App): readonly Runnable[] {
  return app.store.getState().recent.map(({ token, name, folder }) => ({ id: token, label: name, group: appText.recent, hint: folder, run: () => app.openRecent(token) }))
}

function goalItems(session: Session | null): readonly Runnable[] {
  if (session === null) return []
  const { view } = session.plan.getState()
  return [...liveGoals(view)].map(({ id, title, teams, tasks }) => {
    const quarter = quarterOfGoal(view, id)
    const hint = [outputOfGoal(view, id)?.number ?? '', quarter === null ? '' : quarterLabel(quarter)].filter((part) => part !== '').join(', ')
    return {
      id,
      label: title,
      group: appText.goals,
      hint,
      keywords: [...teams, ...tasks],
      run: () => {
        session.ui.getState().openGoal(id)
        if (positionOf(session.board.getState().board, id) !== null) session.board.getState().sendFocus(id)
      },
    }
  })
}
