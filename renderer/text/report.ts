import type { ReportFormat } from '../../shared/report/write-report.ts'
import { isolated } from './isolated.ts'

/** Words of the screen of the report; what the report itself says is in `shared/report/report-words.ts`. */
export const reportText = {
  label: 'Report',
  tools: 'Report as text or on paper',
  source: 'Made from',
  today: 'The plan as it is',
  snapshot: (name: string) => `Snapshot ${name}`,
  notes: 'Notes by month',
  paper: 'Paper',
  copy: 'Copy',
  save: 'Save as',
  print: 'Print or save as PDF',
  asMarkdown: 'As Markdown',
  asWikitext: 'As wikitext',
  files: { markdown: 'Markdown (.md)', wikitext: 'Wikitext (.wiki)', html: 'Web page (.html)', csv: 'Table (.csv)' } satisfies Record<ReportFormat, string>,
  formats: { markdown: 'Markdown', wikitext: 'wikitext', html: 'a web page', csv: 'a table' } satisfies Record<ReportFormat, string>,
  copied: (format: string) => `Copied the report as ${format}`,
  notCopied: 'The report was not copied',
  notCopiedHint: 'The browser lets nothing be copied here. Save it as a file instead.',
  saved: (file: string) => `Saved the report as ${isolated(file)}`,
  clearFilter: 'Clear the filter',
  notRead: 'The snapshot could not be read. Choose another one, or the plan as it is.',
} as const
