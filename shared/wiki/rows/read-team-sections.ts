import type { Day } from '../../model/date.ts'
import type { Quarter } from '../../model/year.ts'
import type { GoalsPageResult, LineRole, PageSection } from '../page/goals-page.ts'
import { headingOf } from '../sections/headings.ts'
import { madePage, quarterOfDate } from './made-page.ts'
import { dateAtStart } from '../text/page-date.ts'
import { collapse, type PageLine } from '../text/page-lines.ts'
import { goalOfWords, markedWords, notesOfLines, statusIn } from './row-goal.ts'
import type { TemplateTable } from '../text/status-templates.ts'
import { teamNames } from '../text/team-names.ts'

interface TeamSection extends Omit<PageSection, 'quarter'> {
  readonly heading: Quarter | null
}

interface OpenGoal {
  readonly line: PageLine
  readonly title: string
  readonly notes: { readonly number: number; readonly text: string; readonly bullet: boolean }[]
  readonly indent: number
}

/** A line like `July 23, 2019 - In progress`, and what it says behind the date. */
interface DatedLine {
  readonly date: string
  readonly rest: string
}

const longestTeam = 80

/**
 * Reads a page with a heading for each team, its goals below, and below each goal dated bullets with a status and
 * words. Null for a text without a single dated bullet.
 */
export function readTeamSections({ lines, table }: { readonly lines: readonly PageLine[]; readonly table: TemplateTable }): GoalsPageResult | null {
  const full = lines.filter((line) => line.plain !== '' && headingOf(line)?.kind !== 'edit')
  const dated = new Map(full.flatMap((line) => ((found) => (found === null ? [] : [[line.number, found] as const]))(datedIn(line))))
  if (dated.size === 0) return null
  const roles = new Map<number, LineRole>()
  const sections: TeamSection[] = []
  const before: PageLine[] = []
  let team: string | null = null
  let quarter: Quarter | null = null
  let open: OpenGoal | null = null
  const close = (): void => {
    const section = open === null ? null : sectionOf({ open, team, quarter, table })
    if (section !== null) sections.push(section)
    open = null
  }
  full.forEach((line, index) => {
    const heading = headingOf(line)
    const next = full[index + 1]
    const isGoal = next !== undefined && dated.has(next.number)
    const found = dated.get(line.number)
    const words = withoutEdit(line)
    if (heading?.kind === 'quarter') {
      close()
      quarter = heading.quarter
      if (team === null && sections.length === 0) before.push(line)
    } else if (found !== undefined && open !== null) {
      open.notes.push({ number: line.number, text: `Note: ${found.date}`, bullet: false }, { number: line.number, text: marked(found.rest, table), bullet: false })
      roles.set(line.number, 'noteHead')
    } else if (found === undefined && isGoal) {
      close()
      open = { line, title: words, notes: [], indent: next.indent }
      roles.set(line.number, 'goal')
    } else if (open !== null && line.bullet && line.indent > open.indent) {
      open.notes.push({ number: line.number, text: words, bullet: true })
      roles.set(line.number, 'noteText')
    } else if (found === undefined && !line.bullet && words.length <= longestTeam && (heading !== null || !/[.!?:]$/.test(words)) && leadsToGoal({ full, from: index + 1, dated })) {
      close()
      team = words
      roles.set(line.number, 'section')
    } else if (open === null && sections.length === 0) before.push(line)
  })
  close()
  // a team that has no goal below it is no team: the page's title may look like one
  const used = new Set(sections.flatMap(({ teams }) => teams))
  for (const line of full) if (roles.get(line.number) === 'section' && !teamNames(withoutEdit(line)).some((name) => used.has(name))) unused({ line, roles, before })
  const first = sections.flatMap((section) => section.notes).find((note) => note.date !== null)?.date?.value ?? null
  return madePage({ lines, before: before.toSorted((a, b) => a.number - b.number), sections, quarterOf: (section, startsOn) => quarterOf(section as TeamSection, startsOn), firstDate: first, roles }) // they are the ones made above
}

function unused({ line, roles, before }: { readonly line: PageLine; readonly roles: Map<number, LineRole>; readonly before: PageLine[] }): void {
  roles.delete(line.number)
  before.push(line)
}

function sectionOf({ open, team, quarter, table }: { readonly open: OpenGoal; readonly team: string | null; readonly quarter: Quarter | null; readonly table: TemplateTable }): TeamSection | null {
  const teams = teamNames(team ?? '')
  const own = statusIn(open.title, table)
  const goal = goalOfWords({ line: open.line.number, title: open.title.replace(/^goal ?[0-9]{0,3} ?[:.)–-] ?/i, ''), status: own !== null && own.rest === '' ? own : null, teams: new Set(teams) })
  if (goal === null) return null
  return { line: open.line.number, outcome: '', outputs: [], teams, outcomeTitle: null, outputTitles: [], dependencies: [], primaryTeams: [], goals: [goal], notes: notesOfLines(open.notes), heading: quarter }
}

function quarterOf({ heading, notes }: TeamSection, startsOn: Day): Quarter | null {
  return heading ?? quarterOfDate(notes.find((note) => note.date !== null)?.date ?? null, startsOn)
}

/** Whether the next line that may be a goal is one: then this is the heading above it. */
function leadsToGoal({ full, from, dated }: { readonly full: readonly PageLine[]; readonly from: number; readonly dated: ReadonlyMap<number, DatedLine> }): boolean {
  for (let index = from; index < Math.min(from + 4, full.length - 1); index += 1) if (dated.has(full[index + 1]?.number ?? 0)) return !dated.has(full[index]?.number ?? 0)
  return false
}

function datedIn(line: PageLine): DatedLine | null {
  const text = line.plain.replace(/^note: ?/i, '')
  const found = dateAtStart(text)
  if (found === null || !/^(?:$|[-–—:|])/.test(found.rest)) return null
  return { date: text.slice(0, text.length - found.rest.length).trim(), rest: found.rest.replace(/^[-–—:|]+ ?/, '') }
}

function marked(rest: string, table: TemplateTable): string {
  const status = statusIn(rest, table)
  return status === null ? rest : markedWords(status)
}

function withoutEdit(line: PageLine): string {
  return collapse(line.plain.replace(/ ?(?:\[ ?)?\bedit(?: ?\| ?edit source)?(?: ?\])?$/i, ''))
}
