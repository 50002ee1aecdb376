import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Steps } from '../changes/steps.ts'
import { element, htmlPage, link, styleElement, voidElement, type HtmlNode } from './html-element.ts'
import { noteToHtml } from './note-html.ts'
import type { Report, ReportGoal, ReportHead, ReportSection } from './report.ts'
import { reportStyle } from './report-style.ts'
import { goalFacts, goalMeta, headFacts, leftWords, monthWords, noteMeta, outcomeTable, reportKind, reportSpan, reportTitle, reportWords, sectionLabel, statusWords, summaryWords } from './report-words.ts'
import type { ReportWords } from './task-words.ts'

/** How many goals are written between two pauses. */
const stepSize = 200

/** A report as one page that needs nothing else and can do nothing: no script, no picture, and a policy that allows neither. */
export function* writeHtmlInSteps(report: Report): Steps<string> {
  const { head, left, months } = report
  const sections: HtmlNode[] = []
  for (const section of report.sections) sections.push(yield* sectionInSteps(section, head))
  const notes: HtmlNode[] = []
  for (const month of months) {
    notes.push(element('h3', {}, monthWords(month)))
    for (const [at, note] of month.notes.entries()) {
      if (at % stepSize === stepSize - 1) yield
      const quote = note.text.trim() === '' ? [] : [element('blockquote', {}, noteToHtml(note.text, head.taskLinks))]
      notes.push(element('div', { class: 'note' }, metaOf(noteMeta(note)), quote))
    }
  }
  const main = element('main', {}, headOf(report), outcomesOf(report), sections, ...(left.length === 0 ? [] : [leftOf(report)]), ...(notes.length === 0 ? [] : [element('section', { class: 'notes' }, element('h2', {}, reportWords.notes), notes)]))
  return htmlPage(element('html', { lang: 'en' }, element('head', {}, ...metas(), element('title', {}, reportTitle(head)), styleElement(reportStyle)), element('body', {}, main)))
}

function metas(): readonly HtmlNode[] {
  const policy = `default-src 'none'; style-src 'sha256-${base64(sha256(utf8ToBytes(reportStyle)))}'; base-uri 'none'; form-action 'none'`
  return [
    voidElement('meta', { charset: 'utf-8' }),
    voidElement('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    voidElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    voidElement('meta', { name: 'referrer', content: 'no-referrer' }),
    voidElement('meta', { name: 'color-scheme', content: 'light dark' }),
  ]
}

function headOf(report: Report): HtmlNode {
  const { head } = report
  return element(
    'header',
    {},
    element('p', { class: 'kind' }, `${reportKind(head)}, ${reportSpan(head)}`),
    element('h1', {}, own(head.plan === '' ? reportTitle(head) : head.plan)),
    element('dl', { class: 'facts' }, headFacts(head).flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, own(value))])),
    element('p', { class: 'summary' }, summaryWords(report)),
  )
}

function outcomesOf(report: Report): readonly HtmlNode[] {
  if (report.outcomes.length === 0) return []
  const table = outcomeTable(report)
  const head = element('tr', {}, table.head.map((name) => element('th', { scope: 'col' }, name)))
  const rows = table.rows.map((cells) => element('tr', {}, cells.map((cell) => element('td', {}, own(cell)))))
  return [element('section', { class: 'outcomes' }, element('h2', {}, reportWords.outcomes), element('table', {}, element('thead', {}, head), element('tbody', {}, rows)))]
}

function* sectionInSteps({ kind, count, goals }: ReportSection, head: ReportHead): Steps<HtmlNode> {
  const items: HtmlNode[] = []
  for (let at = 0; at < goals.length; ) {
    if (items.length % stepSize === stepSize - 1) yield
    const { node, next } = itemFrom(goals, { at, head })
    if (node !== null) items.push(node)
    at = next
  }
  const title = element('h2', { 'data-kind': kind }, element('span', { class: 'status' }, sectionLabel[kind]), ' ', element('span', { class: 'count' }, String(count)))
  return element('section', {}, title, element('ol', { class: 'goals' }, items))
}

/** The item of a goal with those of its sub-goals, which follow it in the list. */
function itemFrom(goals: readonly ReportGoal[], { at, head }: { readonly at: number; readonly head: ReportHead }): { readonly node: HtmlNode | null; readonly next: number } {
  const goal = goals[at]
  if (goal === undefined) return { node: null, next: at + 1 }
  const subs: HtmlNode[] = []
  let next = at + 1
  while ((goals[next]?.level ?? 0) > goal.level) {
    const below = itemFrom(goals, { at: next, head })
    if (below.node !== null) subs.push(below.node)
    next = below.next
  }
  const status = goal.level === 1 ? [] : [' ', element('span', { 'data-kind': goal.status }, element('span', { class: 'status' }, statusWords(goal)))]
  const title = goal.title === '' ? reportWords.untitled : goal.title
  const meta = goalMeta(goal, head)
  const node = element(
    'li',
    { 'data-goal': goal.id },
    goal.level === 1 ? element('h3', {}, own(title)) : element('p', {}, own(title), ...status),
    ...(meta.length === 0 ? [] : [metaOf(meta)]),
    goalFacts(goal).map((fact) => element('p', { class: 'fact' }, own(fact))),
    ...(subs.length === 0 ? [] : [element('ol', { class: 'subs' }, subs)]),
  )
  return { node, next }
}

function leftOf({ left }: Report): HtmlNode {
  const items = left.map((goal) => element('li', {}, element('h3', {}, own(goal.title === '' ? reportWords.untitled : goal.title)), ...(goal.output === '' ? [] : [metaOf([goal.output])]), element('p', { class: 'fact' }, own(leftWords(goal)))))
  return element('section', {}, element('h2', {}, reportWords.left, ' ', element('span', { class: 'count' }, String(left.length))), element('ol', { class: 'goals' }, items))
}

function metaOf(parts: readonly (string | ReportWords)[]): HtmlNode {
  return element('p', { class: 'meta' }, parts.flatMap((part, at) => [...(at === 0 ? [] : [' · ']), typeof part === 'string' ? own(part) : linked(part)]))
}

function linked({ text, address }: ReportWords): HtmlNode {
  return address === null ? own(text) : link(address, [own(text)])
}

/** What people wrote, whose direction of writing ends with it. */
function own(text: string): HtmlNode {
  return element('bdi', {}, text)
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const sextets = bits.match(/.{1,6}/g) ?? []
  const text = sextets.map((sextet) => digits[Number.parseInt(sextet.padEnd(6, '0'), 2)] ?? '').join('')
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=')
}
