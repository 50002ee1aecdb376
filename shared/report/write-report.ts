import { finish, type Steps } from '../changes/steps.ts'
import type { Report } from './report.ts'
import { writeCsvInSteps } from './write-csv.ts'
import { writeHtmlInSteps } from './write-html.ts'
import { writeMarkdownInSteps } from './write-markdown.ts'
import { writeWikitextInSteps } from './write-wikitext.ts'

/** The formats a report can be written in, besides paper. */
export const reportFormats = ['markdown', 'wikitext', 'html', 'csv'] as const
export type ReportFormat = (typeof reportFormats)[number]

const writers: Readonly<Record<ReportFormat, (report: Report) => Steps<string>>> = { markdown: writeMarkdownInSteps, wikitext: writeWikitextInSteps, html: writeHtmlInSteps, csv: writeCsvInSteps }

/** The ending of a file's name in each format. */
export const reportEnding: Readonly<Record<ReportFormat, string>> = { markdown: '.md', wikitext: '.wiki', html: '.html', csv: '.csv' }

/** A report as text; the same text for the same report. */
export function writeReport(report: Report, format: ReportFormat): string {
  return finish(writers[format](report))
}

/** The same in steps, for a long one. */
export function writeReportInSteps(report: Report, format: ReportFormat): Steps<string> {
  return writers[format](report)
}
