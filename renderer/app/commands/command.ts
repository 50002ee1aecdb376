import type { MenuName } from '../../../shared/bridge/commands.ts'
import type { Session } from '../../state/session.tsx'
import type { CommandId } from '../../text/commands.ts'
import type { AppActions } from '../app-actions.ts'

/** What commands act on. */
export interface CommandContext {
  readonly app: AppActions
  /** Null while no plan is open. */
  readonly session: Session | null
}

/** One thing a person can do: the keys, the palette, the native menu and the key sheet are made of these. */
export interface Command {
  readonly id: CommandId
  readonly menu: MenuName
  /** As tinykeys writes them; the first is the one shown. */
  readonly keys: readonly string[]
  /** Whether it works while a text is being typed; single letters never do. */
  readonly inFields?: boolean
  /** Neighbours in a menu that differ in it are separated. */
  readonly group: string
  readonly isEnabled?: (context: CommandContext) => boolean
  /** For a switch: whether it is on. */
  readonly isChecked?: (context: CommandContext) => boolean
  /** What it would act on now, said after its label: what is undone. */
  readonly subject?: (context: CommandContext) => string | null
  readonly run: (context: CommandContext) => void
}
