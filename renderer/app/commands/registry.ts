import type { MenuCommand } from '../../../shared/bridge/commands.ts'
import { commandLabels, commandText } from '../../text/commands.ts'
import type { Command, CommandContext } from './command.ts'
import { editCommands, fileCommands, helpCommands } from './file-commands.ts'
import { goCommands } from './go-commands.ts'
import { goalCommands } from './goal-commands.ts'
import { reportCommands } from './report-commands.ts'
import { shareCommands } from './share-commands.ts'
import { viewCommands } from './view-commands.ts'

/** Everything a person can do, once. Keys, palette, native menu and key sheet are read off this table. */
export const commands: readonly Command[] = [...fileCommands, ...shareCommands, ...reportCommands, ...editCommands, ...viewCommands, ...goCommands, ...goalCommands, ...helpCommands]

/** The table as the native menu takes it. */
export function menuRows(context: CommandContext): readonly MenuCommand[] {
  return commands.map((command) => ({
    id: command.id,
    menu: command.menu,
    group: command.group,
    label: labelOf(command, context),
    keys: command.keys[0] ?? null,
    enabled: command.isEnabled?.(context) ?? true,
    checked: command.isChecked?.(context) ?? null,
  }))
}

/** What a command is called right now: `Undo move of “X”` where it says what it acts on. */
export function labelOf(command: Command, context: CommandContext): string {
  const subject = command.subject?.(context) ?? null
  return subject === null ? commandLabels[command.id] : commandText.withSubject(commandLabels[command.id], subject)
}

/** Keys as tinykeys writes them, as controls show them: `$mod+Shift+z` is `Ctrl+Shift+Z`, `Alt+ArrowUp` is `Alt+Up`; a Shift that only some keyboards need is left out. */
export function shownKeys(keys: string): string {
  return keys
    .replace('[Shift]+', '')
    .split(' ')
    .map((press) =>
      press
        .split('+')
        .map((key) => key.replace('$mod', 'Ctrl').replace(/^(Arrow|Digit|Key)(?=.)/, '').replace(/^[a-z]$/, (letter) => letter.toUpperCase()))
        .join('+'),
    )
    .join(' ')
}
