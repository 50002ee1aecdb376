import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { readArguments } from '../../../electron/cli/arguments.ts'
import { planOfPage } from '../../../electron/cli/plan-of-page.ts'
import { reportFile } from '../../../electron/cli/report-file.ts'
import { realPage } from '../../shared/wiki/goals-page-text.ts'
import { goalsInMarkdown, goalsInWikitext, idsInHtml, rowsOfCsv } from '../../shared/report/written-goals.ts'
import { plan } from './run-plan.ts'

vi.setConfig({ testTimeout: 30_000 })

const now = Date.UTC(2019, 6, 2)
const text = planOfPage({ name: 'page', text: realPage, now }).result ?? ''

/** What the command comes to, without a process of its own. */
function written(...argv: readonly string[]): string {
  const read = readArguments(['report', 'tec3.plan.json', ...argv])
  if (!read.ok || read.command.kind !== 'report') throw new Error('misused')
  return reportFile({ ...read.command, name: 'tec3.plan.json', text, now }).result ?? ''
}

test('[L50] `plan report` writes the report of a quarter in each format, to standard output or a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-cli-report-'))
  await writeFile(join(folder, 'tec3.plan.json'), text)
  expect(plan(['report', 'tec3.plan.json', '--quarter', '2', '--format', 'csv', '-o', 'q2.csv'], { folder })).toEqual({ exit: 0, out: '', err: '' })
  expect(rowsOfCsv(await readFile(join(folder, 'q2.csv'), 'utf8'))).toHaveLength(7)
  await rm(folder, { recursive: true })
  expect(written('--quarter', '2').startsWith('# TEC3 Deployment Pipeline\n\nQuarterly report, Q2 FY18/19, October 1 to December 31, 2018\n')).toBe(true)
  expect(written('-q', '2')).toContain('**Made from:** the plan as it was on July 2, 2019')
  expect([goalsInMarkdown(written('-q', '2')), goalsInWikitext(written('-q', '2', '-f', 'wiki')), idsInHtml(written('-q', '2', '-f', 'html'))].map(({ length }) => length)).toEqual([7, 7, 7])
})

test('[L51] without a quarter it is the year, and notes are in it when they are asked for', () => {
  expect(written()).toContain('Report of the year, FY18/19, July 1, 2018 to June 30, 2019')
  expect(written()).not.toContain('Notes by month')
  expect(written('--notes')).toContain('## Notes by month\n\n### July 2018')
})

test('[L52] a quarter or a format that does not exist is a misuse, and the plan is never written over', () => {
  const said = (...argv: readonly string[]): string => {
    const read = readArguments(['report', 'tec3.plan.json', ...argv])
    return read.ok ? '' : read.reason
  }
  expect([said('--quarter', '5'), said('--format', 'pdf'), said('-f', 'constructor'), said('-o', './tec3.plan.json'), said('-o', 'q2.md')]).toEqual(['"5" is not a quarter, 1 to 4.', '"pdf" is not a format: md, wiki, html, csv.', '"constructor" is not a format: md, wiki, html, csv.', 'The report would be written over the plan.', ''])
})

test('[L53] what is no plan is refused with what is wrong and where', () => {
  const broken = '{"format":"annual-plan","version":1,"plan":{"id":"plan:x"},"goals":[{"id":"goal:a","status":"Finished"}]}'
  const { exit, result, said } = reportFile({ name: 'x.json', text: broken, quarter: 2, format: 'csv', notes: false, now })
  expect([exit, result, said[0]]).toEqual([1, null, 'x.json: goals[0].status: "Finished" is not a status'])
})
