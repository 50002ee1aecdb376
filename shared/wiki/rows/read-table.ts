import type { Day } from '../../model/date.ts'
import { isQuarter, type Quarter } from '../../model/year.ts'
import type { GoalsPageResult, LineRole, PageDate, PageNames, PageSection, PageText } from '../page/goals-page.ts'
import { headingOf } from '../sections/headings.ts'
import { madePage, quarterOfDate } from './made-page.ts'
import { dateAtStart } from '../text/page-date.ts'
import { collapse, type PageLine } from '../text/page-lines.ts'
import { goalOfWords, markedWords, notesOfLines, statusIn } from './row-goal.ts'
import type { TemplateTable } from '../text/status-templates.ts'
import { createOutline, type Outline } from './table-outline.ts'
import { tableRows, type GoalRow } from './table-rows.ts'
import { teamNames } from '../text/team-names.ts'

interface TablePage {
  readonly lines: readonly PageLine[]
  /** The lines with the tabs at their ends. */
  readonly sources: readonly string[]
  readonly isWhole: boolean
  readonly table: TemplateTable
}

interface RowSection extends Omit<PageSection, 'quarter'> {
  readonly heading: Quarter | null
  readonly when: string
}

const longestNames = 90

/**
 * Reads a page that is a table with a row for each goal, its columns in whatever order the head says. What a row has no
 * place for in a goal is a note of it. Null for a text without such a table.
 */
export function readTable({ lines, sources, isWhole, table }: TablePage): GoalsPageResult | null {
  const found = tableRows({ lines, sources, isWhole })
  if (found === null) return null
  const outline = createOutline()
  const teams = new Set(found.rows.flatMap(({ row }) => teamNames(row.cells.get('teams') ?? '')))
  const roles = new Map<number, LineRole>([...found.heads].map((number) => [number, 'goalsHeading']))
  const sections: RowSection[] = []
  const unread = new Set<number>()
  const unsaid: PageText[] = []
  for (const { row, heading } of found.rows) {
    const section = sectionOf({ row, heading, outline, teams, table })
    if (section === null) unread.add(row.line)
    else {
      sections.push(section)
      unsaid.push(...unsaidIn(row, table))
    }
  }
  // the lines of a row that holds no goal are no part of what was read
  let isRead = true
  for (const number of [...found.taken].toSorted((a, b) => a - b)) {
    if (found.rows.some(({ row }) => row.line === number)) isRead = !unread.has(number)
    if (isRead) roles.set(number, 'goal')
  }
  const first = sections.flatMap(({ when, notes }) => [dateIn(when), ...notes.map((note) => note.date)]).find((date) => date !== null)
  return madePage({
    lines,
    before: found.before,
    sections,
    quarterOf: (section, startsOn) => quarterOf(section as RowSection, startsOn), // they are the ones made above
    firstDate: first?.value ?? null,
    roles,
    unsaid,
  })
}

/** A status or a time that names none: it is kept as a note, and nobody would look for it there. */
function unsaidIn({ line, cells }: GoalRow, table: TemplateTable): readonly PageText[] {
  const [status, when] = [collapse(cells.get('status') ?? ''), collapse(cells.get('when') ?? '')]
  const isUnsaid = (text: string, isKnown: boolean): boolean => !isKnown && !/^(?:none|n\/a|tbd|-|–|—|\?)?$/i.test(text)
  const texts = [...(isUnsaid(status, statusIn(status, table) !== null) ? [status] : []), ...(isUnsaid(when, /\bq ?[1-4]\b/i.test(when) || dateIn(when) !== null) ? [when] : [])]
  return texts.map((text) => ({ line, text }))
}

interface RowInTable {
  readonly row: GoalRow
  readonly heading: PageLine | null
  readonly outline: Outline
  readonly teams: ReadonlySet<string>
  readonly table: TemplateTable
}

function sectionOf({ row, heading, outline, teams, table }: RowInTable): RowSection | null {
  const { line, cells } = row
  const cell = (column: Parameters<typeof cells.get>[0]): string => cells.get(column) ?? ''
  const place = outline.placeOf({ line, outcome: cell('outcome'), output: cell('output'), hasColumns: cells.has('outcome') || cells.has('output') })
  const status = statusIn(cell('status'), table)
  const goal = goalOfWords({ line, title: collapse(cell('goal') === '' ? cell('output') : cell('goal')), status, teams })
  if (goal === null) return null
  const when = collapse(cell('when'))
  const texts = [
    status === null ? collapse(cell('status')) : status.rest === '' ? '' : markedWords(status),
    dateAtStart(collapse(cell('notes'))) === null ? cell('notes') : `Note: ${collapse(cell('notes'))}`,
    when === '' || /^q ?[1-4]$/i.test(when) ? '' : `ETA: ${when}`,
    cell('owner') === '' ? '' : `Owner: ${collapse(cell('owner'))}`,
    ...row.others.map(collapse),
    // words that are too long for a name of a team are kept as words
    ...(['teams', 'dependencies'] as const).map((column) => collapse(cell(column))).filter((text) => text.length > longestNames),
  ]
  const names = (column: 'teams' | 'dependencies'): readonly string[] => teamNames(collapse(cell(column)).replace(/^(?:none|n\/a|-|–|—)$/i, ''))
  const dependencies: readonly PageNames[] = names('dependencies').length === 0 ? [] : [{ line, names: names('dependencies') }]
  const said = heading === null ? null : headingOf(heading)
  return { line, ...place, teams: names('teams'), dependencies, primaryTeams: [], goals: [goal], notes: notesOfLines(texts.map((text) => ({ number: line, text }))), when, heading: said?.kind === 'quarter' ? said.quarter : null }
}

function quarterOf({ when, heading }: RowSection, startsOn: Day): Quarter | null {
  const number = Number(/\bq ?([1-4])\b/i.exec(when)?.[1])
  return isQuarter(number) ? number : (quarterOfDate(dateIn(when), startsOn) ?? heading)
}

/** The first date that words name, wherever it stands in them. */
function dateIn(text: string): PageDate | null {
  const words = text.split(/[^\p{L}\p{N}.,-]+|[–—]/u).slice(0, 30)
  for (let at = 0; at < words.length; at += 1) {
    const found = dateAtStart(words.slice(at, at + 3).join(' '))
    if (found !== null) return found.date
  }
  return null
}
