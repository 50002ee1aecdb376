import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BoardScope } from '../../../shared/board/query.ts'
import { finish } from '../../../shared/changes/steps.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { reportInSteps } from '../../../shared/report/create-report.ts'
import { reportWords } from '../../../shared/report/report-words.ts'
import { reportFormats, writeReport, writeReportInSteps } from '../../../shared/report/write-report.ts'
import { bigPlan } from '../../bench/big-plan.ts'
import { groundwork, randomSteps } from '../board/random-plan.ts'
import { planWith, smallPlan } from '../edits/plan-at-hand.ts'
import { calendar } from '../history/any-life.ts'
import { hostileStrings } from './hostile-strings.ts'
import { goalsOfReport, queryOf, reportOf } from './report-at-hand.ts'
import { goalsInMarkdown, goalsInWikitext, idsInHtml, rowsOfCsv } from './written-goals.ts'

const runs = { numRuns: Number(process.env['QUARTERDECK_RUNS'] ?? 200) }
const anyTitle = fc.oneof(fc.constantFrom(...hostileStrings), fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text.isWellFormed()))
const deepest = 8

describe('every format', () => {
  test('[R20] holds exactly the goals of the report, in its order, whatever they are called', () => {
    let goals = 0
    fc.assert(
      fc.property(randomSteps, fc.constantFrom<BoardScope[]>(1, 2, 'year', 'unscheduled'), fc.array(anyTitle, { minLength: 5, maxLength: 5 }), fc.boolean(), (steps, scope, titles, notes) => {
        const called: readonly Change[] = ['a', 'b', 'c', 'd', 'e'].flatMap((key, at) => ({ at: steps[0]?.[0]?.at ?? '', on: `goal:${key}` as const, set: { title: titles[at] ?? '' } }))
        const untitled = steps.flat().map((change): Change => ({ ...change, set: Object.fromEntries(Object.entries(change.set).filter(([field]) => field !== 'title')) }))
        const report = reportOf(createView(foldChanges([...groundwork, ...called, ...untitled])), { scope, notes })
        const told = goalsOfReport(report)
        goals += told.length
        const titled = told.map(({ title, level }) => ({ title: title === '' ? reportWords.untitled : title, level: Math.min(level, deepest) }))
        expect(idsInHtml(writeReport(report, 'html'))).toEqual(told.map(({ id }) => id))
        expect(goalsInMarkdown(writeReport(report, 'markdown'))).toEqual(titled)
        expect(goalsInWikitext(writeReport(report, 'wikitext'))).toEqual(titled)
        const rows = rowsOfCsv(writeReport(report, 'csv'))
        expect(rows.map((row) => [row['Id'], row['Parent'], undefused(row['Title'])])).toEqual(told.map(({ id, parent, title }) => [id, parent ?? '', title]))
      }),
      runs,
    )
    expect(goals).toBeGreaterThan(20)
  })

  test('[R27] is the same text for the same report, with or without steps', () => {
    const view = planWith({ ...smallPlan, 'note:1': { about: 'goal:a', date: '2018-07-02', text: 'All is **well**' } })
    const query = queryOf(view, {})
    const report = reportOf(view, { notes: true })
    expect(finish(reportInSteps({ view, query, source: { kind: 'plan', calendar }, notes: true }))).toEqual(report)
    for (const format of reportFormats) {
      expect(writeReport(reportOf(view, { notes: true }), format)).toBe(writeReport(report, format))
      expect(finish(writeReportInSteps(report, format))).toBe(writeReport(report, format))
    }
  })

  test('[R12] a long one is made and written with pauses', () => {
    const view = createView(bigPlan({ goals: 2_000 }))
    const request = { view, query: queryOf(view, { scope: 'year' }), source: { kind: 'plan', calendar }, notes: true } as const
    let pauses = 0
    const steps = reportInSteps(request)
    let step = steps.next()
    for (; step.done !== true; step = steps.next()) pauses += 1
    expect(pauses).toBeGreaterThanOrEqual(20)
    expect(goalsOfReport(step.value)).toHaveLength(2_000)
    for (const format of reportFormats) {
      const writing = writeReportInSteps(step.value, format)
      let written = 0
      while (writing.next().done !== true) written += 1
      expect(written).toBeGreaterThanOrEqual(5)
    }
  })
})

/** What a cell says without the apostrophe that keeps it from being a formula. */
function undefused(cell = ''): string {
  return /^'(?:[\s\u200b\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])/u.test(cell) ? cell.slice(1) : cell
}
