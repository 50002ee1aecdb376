import type { Steps } from '../changes/steps.ts'
import { escapeWikitext, wikiAddress } from './escape-wikitext.ts'
import { noteToWikitext } from './note-wikitext.ts'
import type { Report, ReportGoal, ReportHead } from './report.ts'
import { goalFacts, goalMeta, headFacts, leftWords, monthWords, noteMeta, outcomeTable, reportKind, reportSpan, reportWords, sectionLabel, statusWords, summaryWords } from './report-words.ts'
import type { ReportWords } from './task-words.ts'

/** How many goals are written between two pauses. */
const stepSize = 200

/** A report as wikitext of MediaWiki, to be pasted into a page: a goal is an item of the list of its section, with its sub-goals below it. */
export function* writeWikitextInSteps(report: Report): Steps<string> {
  const { head, outcomes, sections, left, months } = report
  const title = head.plan === '' ? reportKind(head) : head.plan
  const blocks: string[] = [
    `== ${escapeWikitext(`${title}, ${reportSpan(head)}`)} ==`,
    headFacts(head).map(([name, value]) => `'''${name}:''' ${escapeWikitext(value)}`).join('<br />\n'),
    escapeWikitext(summaryWords(report)),
  ]
  if (outcomes.length > 0) blocks.push(`=== ${reportWords.outcomes} ===`, tableOf(report))
  for (const { kind, count, goals } of sections) {
    const items: string[] = []
    for (const [at, goal] of goals.entries()) {
      if (at % stepSize === stepSize - 1) yield
      items.push(itemOf(goal, head))
    }
    blocks.push(`=== ${sectionLabel[kind]} (${count}) ===`, items.join('\n'))
  }
  if (left.length > 0) {
    const items = left.map((goal) => `* ${titleOf(goal.title)}${goal.output === '' ? '' : ` (${escapeWikitext(goal.output)})`}<br />${escapeWikitext(leftWords(goal))}`)
    blocks.push(`=== ${reportWords.left} (${left.length}) ===`, items.join('\n'))
  }
  if (months.length > 0) blocks.push(`=== ${reportWords.notes} ===`)
  for (const month of months) {
    blocks.push(`==== ${monthWords(month)} ====`)
    for (const [at, note] of month.notes.entries()) {
      if (at % stepSize === stepSize - 1) yield
      blocks.push(noteMeta(note).map((part, index) => (index === 0 ? `'''${escapeWikitext(part)}'''` : escapeWikitext(part))).join(' · '))
      if (note.text.trim() !== '') blocks.push(`<blockquote>\n${noteToWikitext(note.text)}\n</blockquote>`)
    }
  }
  return `${blocks.join('\n\n')}\n`
}

function tableOf(report: Report): string {
  const { head, rows } = outcomeTable(report)
  return ['{| class="wikitable"', `! ${head.join(' !! ')}`, ...rows.map((cells) => `|-\n| ${cells.map(escapeWikitext).join(' || ')}`), '|}'].join('\n')
}

/** Further below than this items don't go. */
const deepest = 8

function itemOf(goal: ReportGoal, head: ReportHead): string {
  const meta = [...(goal.level > 1 ? [escapeWikitext(statusWords(goal))] : []), ...goalMeta(goal, head).map(linkedWords)]
  const lines = [`${titleOf(goal.title)}${meta.length === 0 ? '' : ` (${meta.join(' · ')})`}`, ...goalFacts(goal).map(escapeWikitext)]
  return `${'*'.repeat(Math.min(goal.level, deepest))} ${lines.join('<br />')}`
}

/** A task leads to where it lies. */
function linkedWords({ text, address }: ReportWords): string {
  return address === null ? escapeWikitext(text) : `[${wikiAddress(address)} ${escapeWikitext(text)}]`
}

function titleOf(title: string): string {
  return `'''${title === '' ? reportWords.untitled : escapeWikitext(title)}'''`
}
