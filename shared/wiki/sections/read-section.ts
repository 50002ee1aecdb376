import type { LineRole, PageNames, PageSection, PageText } from '../page/goals-page.ts'
import type { Heading } from './headings.ts'
import type { PageLine } from '../text/page-lines.ts'
import { allGoals, readGoals } from './read-goals.ts'
import { headOf, readNotes } from './read-notes.ts'
import { teamNames } from '../text/team-names.ts'

export interface HeadedLine {
  readonly line: PageLine
  readonly heading: Heading | null
}

export interface ReadSection {
  readonly section: Omit<PageSection, 'quarter'>
  readonly roles: ReadonlyMap<number, LineRole>
}

interface SectionLines {
  readonly heading: Extract<Heading, { readonly kind: 'section' }>
  readonly line: PageLine
  /** What stands below the heading, up to the next section or quarter. */
  readonly body: readonly HeadedLine[]
  readonly teams: ReadonlySet<string>
}

type Part = 'titles' | 'goals' | 'status' | 'unknown'

const longestTitle = 1_000

/** Reads one `Outcome n / Output n.m`. A line without a role was not understood. */
export function readSection({ heading, line, body, teams }: SectionLines): ReadSection {
  const roles = new Map<number, LineRole>([[line.number, 'section']])
  const lines: Record<Part, PageLine[]> = { titles: [], goals: [], status: [], unknown: [] }
  const dependencies: PageNames[] = []
  const primaryTeams: PageNames[] = []
  let part: Part = 'titles'
  for (const each of body) {
    const turn = partAt({ part, heading: each.heading })
    if (turn !== null) {
      part = turn.part
      if (turn.role !== null) roles.set(each.line.number, turn.role)
      continue
    }
    const names = part === 'status' ? null : namesIn(each.line)
    if (names !== null) {
      roles.set(each.line.number, names.role)
      ;(names.role === 'dependencies' ? dependencies : primaryTeams).push({ line: each.line.number, names: names.names })
      continue
    }
    if (part === 'titles' && each.line.bullet) part = 'goals' // a section whose `Goal(s)` was lost
    if (each.line.plain !== '' || part === 'status') lines[part].push(each.line)
  }
  const [outcomeTitle = null, ...outputTitles] = titlesOf({ lines: lines.titles, count: 1 + heading.outputs.length })
  if (outcomeTitle !== null) roles.set(outcomeTitle.line, 'outcomeTitle')
  for (const title of outputTitles) roles.set(title.line, 'outputTitle')
  const { goals } = readGoals({ lines: lines.goals, teams })
  for (const goal of allGoals(goals)) roles.set(goal.line, 'goal')
  for (const each of lines.status) if (each.plain !== '') roles.set(each.number, headOf(each) === null ? 'noteText' : 'noteHead')
  const { outcome, outputs } = heading
  return { section: { line: line.number, outcome, outputs, teams: heading.teams, outcomeTitle, outputTitles, dependencies, primaryTeams, goals, notes: readNotes(lines.status) }, roles }
}

/** The part that a heading opens, or null for a line that stays in its part. */
function partAt({ part, heading }: { readonly part: Part; readonly heading: Heading | null }): { readonly part: Part; readonly role: LineRole | null } | null {
  if (heading === null || heading.kind === 'section' || heading.kind === 'quarter') return null
  if (heading.kind === 'goals') return { part: 'goals', role: 'goalsHeading' }
  if (heading.kind === 'status') return { part: 'status', role: 'statusHeading' }
  if (heading.kind === 'edit') return { part, role: 'editLink' }
  // a note may well end in the word `edit`: only elsewhere does it look like a heading
  return part === 'status' ? null : { part: 'unknown', role: null }
}

function titlesOf({ lines, count }: { readonly lines: readonly PageLine[]; readonly count: number }): readonly PageText[] {
  return lines
    .filter((line) => line.plain.length <= longestTitle)
    .slice(0, count)
    .map((line) => ({ line: line.number, text: line.plain }))
}

function namesIn(line: PageLine): { readonly role: 'dependencies' | 'primaryTeams'; readonly names: readonly string[] } | null {
  if (line.bullet) return null
  const depends = /^(?:dependenc(?:y|ies)|depends)(?: on)? ?: ?(.+)$/i.exec(line.plain)
  const primary = /^primary teams? ?: ?(.+)$/i.exec(line.plain)
  const names = teamNames(depends?.[1] ?? primary?.[1] ?? '')
  if (names.length === 0) return null
  return { role: depends === null ? 'primaryTeams' : 'dependencies', names }
}
