import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { writeSnapshot } from '../../../shared/snapshot/write-snapshot.ts'
import { readSnapshot } from '../../../shared/snapshot/read-snapshot.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { goalFacts, headFacts, outcomeTable } from '../../../shared/report/report-words.ts'
import { writeReport, type ReportFormat } from '../../../shared/report/write-report.ts'
import { planWith, smallPlan } from '../edits/plan-at-hand.ts'
import { goalOf, reportOf } from './report-at-hand.ts'
import { rowsOfCsv } from './written-goals.ts'

const note = ['# All is *well*', '', '- one', '  - two [here](https://x.example/a) and [there](javascript:x)', '', '> said ~~so~~', '', '```', '<b>', '```', '', '| a | b |', '|---|---|', '| `x\\|y` | 2 |', '', '![picture](https://x.example/p.png) <b>bold</b>'].join('\n')
const plan = planWith({ ...smallPlan, 'goal:a': { ...smallPlan['goal:a'], title: 'Verify *all*' }, 'note:1': { about: 'goal:a', date: '2018-07-02', text: note, status: 'done', author: 'Ana' }, 'note:2': { about: 'output:1-1', quarter: 1, date: '2018-08', text: 'Of all goals' }, 'note:3': { about: 'output:1-1', quarter: 2, date: '2018-10-02', text: 'Of another quarter' }, 'note:4': { about: 'goal:b', text: 'At some time' } })

describe('the tasks of a goal', () => {
  const task = 'T205923'
  const planOf = (...links: readonly string[]): PlanView => planWith({ ...smallPlan, 'plan:tec': { ...smallPlan['plan:tec'], ...Object.fromEntries(links.map((link) => [`taskLinks/${link}`, true])) }, 'goal:t': { output: 'output:1-1', quarter: 1, title: 'Linked', order: 'a7', 'tasks/T205923': true, 'tasks/X-1': true }, 'note:t': { about: 'goal:t', date: '2018-08', text: `See ${task}, \`T205924\` and [another T205925](https://b.example/)` } })
  const written = (view: PlanView, format: ReportFormat): string => writeReport(reportOf(view, { notes: true }), format)
  const known = planOf('T#=https://tasks.example/T#?a=b&c')

  test('[R45] lead to where they lie, in every format that has links', () => {
    expect(written(known, 'markdown')).toContain(`[${task}](<https://tasks.example/T205923?a=b&c>) · X-1)`)
    expect(written(known, 'wikitext')).toContain('[https://tasks.example/T205923?a=b&amp;c T205923] · X-1')
    expect(written(known, 'html')).toContain('<a href="https://tasks.example/T205923?a=b&amp;c" rel="noopener noreferrer"><bdi>T205923</bdi></a> · <bdi>X-1</bdi>')
    expect(rowsOfCsv(written(known, 'csv')).find((row) => row['Id'] === 'goal:t')?.['Tasks']).toBe('T205923, X-1')
  })

  test('[R45] are words where nobody has said where they lie, or where that is no safe address', () => {
    for (const view of [planOf(), planOf('T#=javascript:alert(1)/#', 'T#=https://a@b.example/T#'), planOf(`T#=https://${'x'.repeat(300)}.example/T#`)]) {
      expect(written(view, 'markdown')).toMatch(/\bT205923 · X-1\)/)
      expect(written(view, 'wikitext')).toMatch(/\bT205923 · X-1\)/)
      expect(written(view, 'html')).toContain('<bdi>T205923</bdi> · <bdi>X-1</bdi>')
    }
  })

  test('[R46] that a note speaks of lead there in a web page, but not from within code or another link', () => {
    expect(written(known, 'html')).toContain('<p>See <a href="https://tasks.example/T205923?a=b&amp;c" rel="noopener noreferrer">T205923</a>, <code>T205924</code> and <a href="https://b.example/" rel="noopener noreferrer">another T205925</a></p>')
    expect(written(planOf(), 'html')).toContain('<p>See T205923, <code>T205924</code> and ')
  })
})

describe('notes in a report', () => {
  test('[R10] stand by month, each once, with date, what it is about, what it states and who wrote it; those of another quarter do not', () => {
    const { months } = reportOf(plan, { notes: true })
    expect(months.map(({ month, notes }) => [month, notes.map(({ id, about, status, author }) => [id, about, status, author])])).toEqual([
      ['2018-07', [['note:1', 'Verify *all*', 'done', 'Ana']]],
      ['2018-08', [['note:2', '1.1', null, '']]],
      [null, [['note:4', 'Cache images', null, '']]],
    ])
    expect(reportOf(plan).months).toEqual([])
    expect(reportOf(plan, { scope: 'year', notes: true }).months.map(({ month }) => month)).toEqual(['2018-07', '2018-08', '2018-10', null])
  })

  test('[R10] of a goal that spans quarters each report has its own', () => {
    const long = planWith({ ...smallPlan, 'goal:a': { ...smallPlan['goal:a'], until: 2 }, 'note:1': { about: 'goal:a', date: '2018-06', text: 'early' }, 'note:2': { about: 'goal:a', date: '2018-10', text: 'then' }, 'note:3': { about: 'goal:a', date: '2019-05-01', text: 'late' } })
    const texts = (scope: 1 | 2): readonly string[] => reportOf(long, { scope, notes: true }).months.flatMap(({ notes }) => notes.map(({ text }) => text))
    expect([texts(1), texts(2)]).toEqual([['early'], ['then', 'late']])
  })

  test('[R25] in Markdown they are quoted, without HTML, pictures and headings', () => {
    expect(writeReport(reportOf(plan, { notes: true, filter: { text: 'verify' } }), 'markdown').split('### July 2018\n\n')[1]?.split('\n\n### ')[0]).toBe(
      ['**Jul 2** · Verify \\*all\\* · Done · Ana', '', '> **All is *well***', '>', '> - one', '>   - two [here](<https://x.example/a>) and \\[there\\](javascript:x)', '>', '> > said ~~so~~', '>', '> ```', '> <b>', '> ```', '>', '> | a | b |', '> | --- | --- |', '> | `x\\|y` | 2 |', '>', '> [picture](<https://x.example/p.png>) \\<b\\>bold\\</b\\>'].join('\n'),
    )
  })

  test('[R25] in wikitext and HTML as well', () => {
    const report = reportOf(plan, { notes: true, filter: { text: 'verify' } })
    const wikitext = writeReport(report, 'wikitext')
    for (const line of ["'''All is ''well'''''", '* one', '** two [https://x.example/a here] and &#91;there&#93;(javascript&#58;x)', '<pre>&#60;b&#62;</pre>', '[https://x.example/p.png picture] &#60;b&#62;bold&#60;/b&#62;']) expect(wikitext.split('\n')).toContain(line)
    const html = writeReport(report, 'html')
    for (const part of ['<p><strong>All is <em>well</em></strong></p>', '<li><p>two <a href="https://x.example/a" rel="noopener noreferrer">here</a> and [there](javascript:x)</p></li>', '<pre><code>&lt;b&gt;</code></pre>', '<thead><tr><th>a</th><th>b</th></tr></thead>', '&lt;b&gt;bold&lt;/b&gt;']) expect(html).toContain(part)
    expect(html).not.toMatch(/<img|<script|<b>/)
  })
})

describe('the page in HTML', () => {
  test('[R23] is one file with a policy that lets it load and run nothing, and its one style by its digest', () => {
    const html = writeReport(reportOf(plan), 'html')
    const style = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? ''
    const digest = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-${digest}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">`)
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'))
    expect(html).not.toMatch(/<(?:script|link|img|iframe|form|base)\b| style=| on\w+=|url\(/)
    expect(html.startsWith('<!doctype html>\n<html lang="en"><head><meta charset="utf-8">')).toBe(true)
  })
})

describe('the table', () => {
  test('[R24] has its mark, lines ended by CR LF, every cell quoted, and a row a goal with the one above', () => {
    const csv = writeReport(reportOf(plan), 'csv')
    expect(csv.startsWith('\uFEFF"Id","Parent","Section","Status","Title",')).toBe(true)
    expect(csv.endsWith('"\r\n')).toBe(true)
    expect(rowsOfCsv(csv).map((row) => [row['Id'], row['Parent'], row['Section'], row['Status'], row['Quarter']])).toEqual([
      ['goal:a', '', 'Done', 'Done', 'Q1'],
      ['goal:b', '', 'In progress', 'In progress', 'Q1'],
      ['goal:b1', 'goal:b', 'In progress', 'Done', 'Q1'],
      ['goal:b2', 'goal:b', 'In progress', 'To do', 'Q1'],
    ])
    expect(rowsOfCsv(writeReport(reportOf(plan, { notes: true }), 'csv'))[1]?.['Notes']).toBe('At some time\n2018-08 Of all goals'.split('\n').toSorted().reverse().join('\n'))
  })
})

describe('a report from a snapshot', () => {
  const blocked = planWith({ ...smallPlan, 'goal:a': { ...smallPlan['goal:a'], status: 'blocked', since: '2018-08-01' }, 'goal:b': { ...smallPlan['goal:b'], status: 'stalled' }, 'note:1': { about: 'goal:b', date: '2018-08-20', text: 'Nobody has time', status: 'stalled' }, 'goal:n': { output: 'output:1-1', quarter: 1, title: 'Held', status: 'blocked', order: 'a5' } })
  const read = readSnapshot(writeSnapshot({ view: blocked, scope: 1, by: { replica: 'aaaaaaaaaa', name: 'SRE laptop' }, at: '2018-09-01T10:00:00.000Z', app: 'test' }).text)
  if (!read.ok) throw new Error('not a snapshot')
  const report = reportOf(read.snapshot.view, { source: { kind: 'snapshot', scope: 1, day: '2018-09-01', by: 'SRE laptop' } })

  test('[R9] tells what was said then, with days up to the day it was taken, and nothing that only stamps tell', () => {
    expect(headFacts(report.head)[2]).toEqual(['Made from', 'a snapshot of Q1, taken on September 1, 2018 by SRE laptop'])
    expect(goalFacts(goalOf(report, 'goal:a'))).toEqual(['Blocked since August 1, 2018 (31 days).'])
    expect(goalFacts(goalOf(report, 'goal:b'))).toEqual(['Stalled since August 20, 2018 (12 days).'])
    expect(goalFacts(goalOf(report, 'goal:n'))).toEqual([])
    expect([report.left, report.head.counts.added]).toEqual([[], 0])
  })

  test('[R7] from the snapshot of a quarter nothing is said of the whole plan', () => {
    expect(report.outcomes.map(({ whole }) => whole)).toEqual([null])
    expect(outcomeTable(report)).toEqual({ head: ['Outcome', 'Done here', 'Progress here'], rows: [['1 CI is fast', '0 of 3', '17 %']] })
  })
})
