import { expect, test } from 'vitest'
import { checkInAll } from '../../../shared/edits/check-in-edits.ts'
import { writeReport } from '../../../shared/report/write-report.ts'
import { after, planWith, smallPlan } from '../edits/plan-at-hand.ts'
import { reportOf } from './report-at-hand.ts'
import { rowsOfCsv } from './written-goals.ts'

const small = planWith(smallPlan)
const view = after(small, checkInAll({ view: small, id: 'note:n', date: '2018-08-12', text: 'Both moved', output: 'output:1-1', quarter: 1, states: [{ goal: 'goal:a', status: 'done' }, { goal: 'goal:b', status: 'stalled' }] }))
const report = reportOf(view, { notes: true })

test('[N43] a note about several goals says in every format what it states of each', () => {
  expect(writeReport(report, 'markdown')).toContain('**Aug 12** · 1.1 · Done: “Verify stage” · Stalled: “Cache images”')
  expect(writeReport(report, 'wikitext')).toContain("'''Aug 12''' · 1.1 · Done: “Verify stage” · Stalled: “Cache images”")
  expect(writeReport(report, 'html')).toMatch(/Done: “Verify stage”.*Stalled: “Cache images”/)
})

test('[N43] in the table each goal has what the note states of it', () => {
  const rows = rowsOfCsv(writeReport(report, 'csv'))
  const cell = (title: string): string | undefined => rows.find((row) => row['Title'] === title)?.['Notes']
  expect([cell('Verify stage'), cell('Cache images')]).toEqual(['2018-08-12 Done Both moved', '2018-08-12 Stalled Both moved'])
})
