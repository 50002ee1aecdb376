import type { GoalsPage, LineRole, PageGoal } from '../../../shared/wiki/page/goals-page.ts'

/**
 * Holds a page that was read against its text: every line that isn't blank has a role and its words can be
 * found in what the page was read as. Returns what is missing, line by line; empty when nothing was dropped.
 */
export function droppedFrom({ page, text }: { readonly page: GoalsPage; readonly text: string }): readonly string[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  const dropped = lines.length === page.lines.length ? [] : [`${lines.length} lines, ${page.lines.length} roles`]
  lines.forEach((line, index) => {
    const role = page.lines[index] ?? 'blank'
    const isBlank = /^[\s\u200b]*•?[\s\u200b]*$/.test(line) // a bullet that holds nothing says nothing
    if (isBlank !== (role === 'blank')) dropped.push(`line ${index + 1} is ${role}: ${line}`)
    const kept = wordsOf(keptFor({ page, role, line: index + 1 }))
    const missing = [...wordsOf(line.replaceAll(/Â(?=\s)/g, ' '))].filter((word) => !kept.has(word) && !syntax[role].has(word))
    if (missing.length > 0) dropped.push(`line ${index + 1} (${role}) lost: ${missing.join(' ')}`)
  })
  return dropped
}

const icons = ['n', 'y', 'yes', 'no', 'x', 'incomplete', 'â']
const statuses = ['in', 'progress', 'done', 'to', 'do', 'todo', 'postponed', 'blocked', 'stalled', 'partially']
const edit = ['edit', 'source']
const any = { has: () => true }
// what a role says by being that role; dates are checked by their own tests
const syntax: Readonly<Record<LineRole, { has: (word: string) => boolean }>> = {
  blank: new Set(),
  pageTitle: new Set(),
  programHeading: any,
  programField: { has: (word) => ['goal', 'owner', 'program', 'programme', 'goals', 'summary', 'for', 'annual', 'plan', 'owners'].includes(word) || /^fy\d+$|^\d+$/.test(word) },
  quarter: any,
  editLink: any,
  section: new Set([...edit, 'outcome', 'outcomes', 'output', 'outputs', 'and', 'team', 'teams']),
  outcomeTitle: new Set(),
  outputTitle: new Set(),
  dependencies: new Set(['dependencies', 'dependency', 'depends', 'on', 'team', 'teams', 'and']),
  primaryTeams: new Set(['primary', 'team', 'teams', 'and']),
  goalsHeading: any,
  goal: new Set([...icons, ...statuses, 'stretch', 'goal', 'task', 'team', 'teams', 'and']),
  statusHeading: any,
  noteHead: any,
  noteText: new Set(icons),
  notUnderstood: new Set(),
}

function keptFor({ page, role, line }: { readonly page: GoalsPage; readonly role: LineRole; readonly line: number }): string {
  if (role === 'notUnderstood') return page.notUnderstood.find((text) => text.line === line)?.text ?? ''
  if (role === 'pageTitle' || role === 'programField') return JSON.stringify(page.program)
  const section = page.sections.findLast((candidate) => candidate.line <= line)
  if (section === undefined) return ''
  if (role === 'section') return [section.outcome, ...section.outputs, ...section.teams].join(' ')
  if (role === 'outcomeTitle') return section.outcomeTitle?.text ?? ''
  if (role === 'outputTitle') return section.outputTitles.find((title) => title.line === line)?.text ?? ''
  if (role === 'dependencies' || role === 'primaryTeams') return section[role].find((names) => names.line === line)?.names.join(' ') ?? ''
  if (role === 'goal') return goalText(section.goals, line)
  if (role === 'noteText') return section.notes.findLast((note) => note.line <= line)?.text ?? ''
  return ''
}

function goalText(goals: readonly PageGoal[], line: number): string {
  const goal = goals.find((candidate) => candidate.line === line)
  if (goal !== undefined) return [goal.title, ...goal.tasks, ...goal.teams].join(' ')
  return goals.map((candidate) => goalText(candidate.children, line)).join(' ')
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
}
