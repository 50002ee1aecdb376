import { describe, expect, test } from 'vitest'
import { createView } from '../../../shared/plan/plan-index.ts'
import { goalFacts, summaryWords } from '../../../shared/report/report-words.ts'
import { reportFormats, writeReport } from '../../../shared/report/write-report.ts'
import { first } from '../wiki/page-at-hand.ts'
import { goalsOfReport, reportOf } from './report-at-hand.ts'

const view = createView(first)
const q2 = reportOf(view, { scope: 2, today: '2019-01-02', notes: true })
const q4 = reportOf(view, { scope: 4, today: '2019-07-02', notes: true })
const titles = (report: typeof q2): Readonly<Record<string, readonly string[]>> => Object.fromEntries(report.sections.map(({ kind, goals }) => [kind, goals.map(({ title, level, status }) => (level > 1 ? `- ${title} ${status}` : title))]))

describe('the report of the real page', () => {
  test('[R29] Q2: what was done, what partly, and what of it was postponed and why', () => {
    expect(titles(q2)).toEqual({
      done: ['Develop set of metrics to assess incident reports/post mortems.', 'Deploy blubberoid', 'Reprise the work on the logging infrastructure'],
      partiallyDone: ['Formalize the collection of CI infrastructure and tooling metrics', 'Adopt more services into Deployment pipeline', '- Migrate graphoid to the Deployment pipeline postponed', '- Deploy zotero v2 to the Deployment pipeline done'],
    })
    expect(summaryWords(q2)).toBe('5 goals with 2 sub-goals: 3 done, 2 partially done.')
    expect(goalsOfReport(q2).find(({ title }) => title.startsWith('Migrate graphoid'))?.reason).toBe('Graphoid will be recommended for stewardship review')
    expect(q2.head).toMatchObject({ plan: 'TEC3 Deployment Pipeline', year: 'FY18/19', programs: [{ code: 'TEC3', owner: 'Greg Grossmeier' }], span: { from: '2018-10-01', to: '2018-12-31' } })
    expect(q2.months.map(({ month, notes }) => [month, notes.length])).toEqual([['2018-10', 3], ['2018-11', 3], ['2018-12', 3]])
  })

  test('[R29] Q4: what is blocked since when and for whom, what is still open, and what was carried over from Q3', () => {
    expect(summaryWords(q4)).toBe('10 goals with 4 sub-goals: 2 done, 5 in progress, 3 blocked.')
    const blocked = q4.sections.find(({ kind }) => kind === 'blocked')?.goals ?? []
    expect(blocked.map(({ title }) => title)).toEqual(['Instrument Quibble for data collection', 'Create a graph where time is spent and make a prioritized list for improvements.', 'Prepare the Deployment Pipeline for changes to our CI tooling.'])
    expect(blocked.slice(0, 1).flatMap(goalFacts)).toEqual(['Blocked since May 7, 2019 (54 days up to June 30, 2019).', 'Waiting on: our team', 'Reason: we are waiting our team to get done with other more urgent work, will probably go into next FY', 'Carried over from Q3.'])
    // nothing of what a page says was added after the quarter began
    expect([q4.left, q4.head.counts.added, q4.head.counts.reworded]).toEqual([[], 0, 0])
  })

  test('[R29] every format of both says every goal by its whole title', () => {
    for (const report of [q2, q4]) {
      for (const format of reportFormats) {
        const text = writeReport(report, format)
        for (const { title } of goalsOfReport(report)) expect(text.includes(title)).toBe(true)
      }
    }
  })
})
