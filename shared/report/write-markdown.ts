import type { Steps } from '../changes/steps.ts'
import { escapeLinkWords, escapeMarkdown } from './escape-markdown.ts'
import { noteToMarkdown } from './note-markdown.ts'
import type { Report, ReportGoal, ReportHead } from './report.ts'
import { goalFacts, goalMeta, headFacts, leftWords, monthWords, noteMeta, outcomeTable, reportKind, reportSpan, reportWords, sectionLabel, statusWords, summaryWords } from './report-words.ts'
import type { ReportWords } from './task-words.ts'

/** How many goals are written between two pauses. */
const stepSize = 200

/** A report as Markdown (GFM): a goal is an item of the list of its section, with its sub-goals as items below it. */
export function* writeMarkdownInSteps(report: Report): Steps<string> {
  const { head, outcomes, sections, left, months } = report
  const blocks: string[] = [
    `# ${escapeMarkdown(head.plan === '' ? reportKind(head) : head.plan)}`,
    `${head.plan === '' ? '' : `${reportKind(head)}, `}${reportSpan(head)}`,
    headFacts(head).map(([name, value]) => `**${name}:** ${escapeMarkdown(value)}`).join('\\\n'),
    escapeMarkdown(summaryWords(report)),
  ]
  if (outcomes.length > 0) blocks.push(`## ${reportWords.outcomes}`, tableOf(report))
  for (const { kind, count, goals } of sections) {
    blocks.push(`## ${sectionLabel[kind]} (${count})`)
    const items: string[] = []
    for (const [at, goal] of goals.entries()) {
      if (at % stepSize === stepSize - 1) yield
      items.push(itemOf(goal, head))
    }
    blocks.push(items.join('\n'))
  }
  if (left.length > 0) {
    blocks.push(`## ${reportWords.left} (${left.length})`)
    blocks.push(left.map((goal) => `- ${titleOf(goal.title)}${goal.output === '' ? '' : ` (${escapeMarkdown(goal.output)})`}\\\n  ${escapeMarkdown(leftWords(goal))}`).join('\n'))
  }
  if (months.length > 0) blocks.push(`## ${reportWords.notes}`)
  for (const month of months) {
    blocks.push(`### ${monthWords(month)}`)
    for (const [at, note] of month.notes.entries()) {
      if (at % stepSize === stepSize - 1) yield
      blocks.push(noteMeta(note).map((part, index) => (index === 0 ? `**${escapeMarkdown(part)}**` : escapeMarkdown(part))).join(' · '))
      const lines = noteToMarkdown(note.text)
      if (note.text.trim() !== '') blocks.push(lines.join('\n'))
    }
  }
  return `${blocks.join('\n\n')}\n`
}

function tableOf(report: Report): string {
  const { head, rows } = outcomeTable(report)
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [row(head), row(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map((cells) => row(cells.map(escapeMarkdown)))].join('\n')
}

/** Further below than this items don't go: renderers differ in how deep they follow. */
const deepest = 8

function itemOf(goal: ReportGoal, head: ReportHead): string {
  const indent = '  '.repeat(Math.min(goal.level, deepest) - 1)
  const meta = [...(goal.level > 1 ? [escapeMarkdown(statusWords(goal))] : []), ...goalMeta(goal, head).map(linkedWords)]
  const lines = [`${titleOf(goal.title)}${meta.length === 0 ? '' : ` (${meta.join(' · ')})`}`, ...goalFacts(goal).map(escapeMarkdown)]
  return `${indent}- ${lines.join(`\\\n${indent}  `)}`
}

/** A task leads to where it lies. */
function linkedWords({ text, address }: ReportWords): string {
  return address === null ? escapeMarkdown(text) : `[${escapeLinkWords(text)}](<${address}>)`
}

function titleOf(title: string): string {
  return `**${title === '' ? reportWords.untitled : escapeMarkdown(title)}**`
}
