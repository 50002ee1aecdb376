import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { createView } from '../../../shared/plan/plan-index.ts'
import { isSafeAddress } from '../../../shared/markdown/safe-address.ts'
import { writeReport, type ReportFormat } from '../../../shared/report/write-report.ts'
import { hostilePlan } from './hostile-plan.ts'
import { hostileStrings } from './hostile-strings.ts'
import { goalsOfReport, reportOf } from './report-at-hand.ts'
import { decoded, goalsInMarkdown, goalsInWikitext, idsInHtml, rowsOfCsv } from './written-goals.ts'

const hostile = createView(hostilePlan(hostileStrings))
const harmless = createView(hostilePlan(hostileStrings.map((_, index) => `Harmless ${index}`)))
const reports = new Map([hostile, harmless].map((view) => [view, { bare: reportOf(view, { scope: 2, today: '2018-12-06' }), noted: reportOf(view, { scope: 2, notes: true, today: '2018-12-06' }) }]))
const written = (view: typeof hostile, format: ReportFormat, notes: boolean): string => {
  const report = reports.get(view)?.[notes ? 'noted' : 'bare']
  return report === undefined ? '' : writeReport(report, format)
}

/** The elements of a text of HTML in order, each with the names of its attributes. */
function elementsIn(html: string): readonly string[] {
  return [...html.matchAll(/<(\/?[!a-z][a-z0-9]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*>/gi)].map(([, name = '', attributes = '']) => [name, ...[...attributes.matchAll(/\s([^\s=]+)="/g)].map(([, attribute]) => attribute)].join(' '))
}

function hrefsIn(html: string): readonly string[] {
  return [...html.matchAll(/\shref="([^"]*)"/g)].map(([, address = '']) => decoded(address))
}

describe('two hundred hostile texts in every field', () => {
  test('[R28] there are two hundred of them, no two alike', () => {
    expect(new Set(hostileStrings).size).toBe(200)
  })

  test('[R28] the page in HTML has the elements and attributes of one with harmless texts, and none besides', () => {
    const page = written(hostile, 'html', false)
    expect(elementsIn(page)).toEqual(elementsIn(written(harmless, 'html', false)))
    // whatever the pattern above took for an element, no letter that begins one is there besides
    expect(page.split('<')).toHaveLength(elementsIn(page).length + 1)
    expect(idsInHtml(page)).toHaveLength(400)
  })

  test('[R28] with notes there are the elements of Markdown besides, links that are safe, and no heading of theirs', () => {
    const page = written(hostile, 'html', true)
    const template = new Set(elementsIn(written(harmless, 'html', true)))
    const added = new Set(elementsIn(page).filter((name) => !template.has(name)))
    expect([...added].filter((name) => !/^(?:\/?(?:code|del|em|li|ol|pre|strong|table|thead|tbody|tr|th|td|ul|blockquote|a)|a href rel|br|hr|ol start)$/.test(name))).toEqual([])
    expect(page.split('<')).toHaveLength(elementsIn(page).length + 1)
    expect(hrefsIn(page).length).toBeGreaterThan(3)
    expect(hrefsIn(page).filter((address) => !isSafeAddress(address))).toEqual([])
    expect([...page.matchAll(/<h[1-6]/g)]).toHaveLength([...written(harmless, 'html', true).matchAll(/<h[1-6]/g)].length)
  })

  test('[R28] Markdown, drawn by a renderer that lets HTML through, has no element of theirs and no link that is not safe', () => {
    const draw = (view: typeof hostile, notes: boolean): string => marked.parse(written(view, 'markdown', notes), { async: false })
    const elements = (html: string): readonly string[] => elementsIn(html).filter((name) => !/^\/?a\b/.test(name))
    expect(elements(draw(hostile, false))).toEqual(elements(draw(harmless, false)))
    const page = draw(hostile, true)
    const allowed = /^\/?(?:p|h[123]|ul|ol|li|strong|em|del|code|pre|hr|br|blockquote|table|thead|tbody|tr|th|td|a)(?: (?:start|href|align|class))?$/
    expect(elementsIn(page).filter((name) => !allowed.test(name))).toEqual([])
    expect(hrefsIn(page).filter((address) => !/^(?:https?:\/\/|mailto:)/i.test(address))).toEqual([])
    expect([...page.matchAll(/<h[1-6]/g)]).toHaveLength([...draw(harmless, true).matchAll(/<h[1-6]/g)].length)
    expect(goalsInMarkdown(written(hostile, 'markdown', true))).toHaveLength(400)
  })

  test('[R28] wikitext has the headings and items of one with harmless texts, and no template, tag or link of theirs', () => {
    const lines = (view: typeof hostile): readonly string[] => written(view, 'wikitext', false).split('\n').map((line) => /^(?:=+|\*+|[|!{]+|'''\w+:)/.exec(line)?.[0] ?? '')
    expect(lines(hostile)).toEqual(lines(harmless))
    const text = written(hostile, 'wikitext', true)
    expect(goalsInWikitext(text)).toHaveLength(400)
    expect([...text.matchAll(/<\/?([a-z]+)/gi)].map(([, tag]) => tag).filter((tag) => !['br', 'blockquote', 'code', 'pre', 's'].includes(tag ?? ''))).toEqual([])
    expect(text).not.toMatch(/\{\{|\[\[|~~~|__[A-Z]+__/)
    expect([...text.matchAll(/\[(\S+) /g)].map(([, address = '']) => decoded(address)).filter((address) => !isSafeAddress(address))).toEqual([])
  })

  test('[R28] a table reads back as the report says, and no cell of it is a formula', () => {
    const report = reportOf(hostile, { scope: 2, notes: true, today: '2018-12-06' })
    const rows = rowsOfCsv(writeReport(report, 'csv'))
    const bare = (cell = ''): string => (/^'(?:[\s\u200b\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])/u.test(cell) ? cell.slice(1) : cell)
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u.test(cell))).toEqual([])
    const told = goalsOfReport(report)
    expect(rows.map((row) => ['Title', 'Owner', 'Teams', 'Tasks', 'Waiting on', 'Reason', 'Description'].map((name) => bare(row[name])))).toEqual(told.map((goal) => [goal.title, goal.owner, goal.teams.join(', '), goal.tasks.join(', '), goal.waitingOn, goal.reason, goal.description]))
  })
})
