import type { ReportFormat } from '../../../shared/report/write-report.ts'
import type { CommandId } from '../../text/commands.ts'
import type { Command, CommandContext } from './command.ts'

const isShown = ({ session }: CommandContext): boolean => session?.ui.getState().screen === 'report'

const copies: readonly { readonly id: CommandId; readonly format: ReportFormat; readonly keys: string }[] = [
  { id: 'report.copyMarkdown', format: 'markdown', keys: 'y m' },
  { id: 'report.copyWikitext', format: 'wikitext', keys: 'y w' },
]

const files: readonly { readonly id: CommandId; readonly format: ReportFormat; readonly keys: string }[] = [
  { id: 'report.saveMarkdown', format: 'markdown', keys: 's m' },
  { id: 'report.saveWikitext', format: 'wikitext', keys: 's w' },
  { id: 'report.saveHtml', format: 'html', keys: 's h' },
  { id: 'report.saveCsv', format: 'csv', keys: 's c' },
]

/** What can be done with the report on the screen. */
export const reportCommands: readonly Command[] = [
  ...copies.map(({ id, format, keys }): Command => ({ id, menu: 'file', group: 'report', keys: [keys], isEnabled: isShown, run: ({ app }) => app.copyReport(format) })),
  ...files.map(({ id, format, keys }): Command => ({ id, menu: 'file', group: 'report', keys: [keys], isEnabled: isShown, run: ({ app }) => app.saveReport(format) })),
]
