import { textLimit } from '../../model/record-spec.ts'
import type { Day } from '../../model/date.ts'
import { quarterAt, type Quarter } from '../../model/year.ts'
import { lastDayOf } from '../../model/date.ts'
import { pageLimits, type GoalsPageResult, type LineRole, type PageDate, type PageSection, type PageText } from '../page/goals-page.ts'
import { headingOf } from '../sections/headings.ts'
import type { PageLine } from '../text/page-lines.ts'
import { allGoals } from '../sections/read-goals.ts'
import { readProgram, yearIn, yearOf } from '../sections/read-program.ts'

interface MadePage {
  readonly lines: readonly PageLine[]
  /** The lines above the goals. */
  readonly before: readonly PageLine[]
  readonly sections: readonly Omit<PageSection, 'quarter'>[]
  /** The quarter of a section, by the fiscal year. */
  readonly quarterOf: (section: Omit<PageSection, 'quarter'>, startsOn: Day) => Quarter | null
  /** A date that tells the year where no heading does. */
  readonly firstDate: string | null
  readonly roles: ReadonlyMap<number, LineRole>
  /** Words of lines that were read otherwise, which say nothing where they stand. */
  readonly unsaid?: readonly PageText[] | undefined
}

/** Puts together a page whose goals stand in another form than in sections: its program, its year, and what each line was read as. */
export function madePage({ lines, before, sections, quarterOf, firstDate, roles, unsaid = [] }: MadePage): GoalsPageResult {
  const first = lines.find((line) => line.plain !== '')?.number ?? 1
  const goals = sections.flatMap((section) => allGoals(section.goals))
  if (goals.length === 0) return { ok: false, reason: 'notAGoalsPage', line: first }
  if (sections.length + goals.length > pageLimits.records) return { ok: false, reason: 'tooMany', line: sections[pageLimits.records / 2]?.line ?? first }
  const long = sections.flatMap((section) => section.notes).find((note) => note.text.length > textLimit)
  if (long !== undefined) return { ok: false, reason: 'noteTooLong', line: long.line }
  const program = readProgram(before.map((line) => ({ line, heading: headingOf(line) })))
  const known = new Map([...program.roles, ...roles])
  // a page that doesn't say what its program is called is called by its first line
  const title = program.title === '' ? before.find((line) => line.plain !== '' && !isNamed(known.get(line.number)) && headingOf(line)?.kind !== 'quarter') : undefined
  const named = title?.plain.replace(/ ?(?:\[ ?)?edit(?: ?\| ?edit source)?(?: ?\])?$/i, '').slice(0, 900).toWellFormed() ?? program.title
  if (title !== undefined) known.set(title.number, 'pageTitle')
  const saidYear = program.startsOn ?? yearInLines(lines)
  const startsOn = saidYear ?? (firstDate === null ? null : yearOf(firstDate))
  if (startsOn === null) return { ok: false, reason: 'noYear', line: first }
  const full = sections.map((section): PageSection => ({ ...section, quarter: quarterOf(section, startsOn) }))
  const all = lines.map((line): LineRole => known.get(line.number) ?? (line.plain === '' ? 'blank' : headingOf(line)?.kind === 'quarter' ? 'quarter' : headingOf(line)?.kind === 'edit' ? 'editLink' : 'notUnderstood'))
  const quarters = [...new Set(full.flatMap(({ quarter }) => quarter ?? []))].toSorted((a, b) => a - b)
  return {
    ok: true,
    page: {
      program: { code: program.code ?? codeIn(named), title: program.code === null ? withoutCode(named) : program.title, startsOn, owner: program.owner, summary: program.summary, links: title === undefined || program.links.some(({ line }) => line === title.number) ? program.links : [...program.links, { line: title.number, text: title.plain }] },
      quarters: quarters.map((quarter) => ({ quarter, line: full.find((section) => section.quarter === quarter)?.line ?? first })),
      sections: full,
      lines: all,
      notUnderstood: [...lines.filter((_, index) => all[index] === 'notUnderstood').map((line) => ({ line: line.number, text: line.plain })), ...unsaid].toSorted((a, b) => a.line - b.line),
    },
  }
}

function isNamed(role: LineRole | undefined): boolean {
  return role !== undefined && role !== 'pageTitle'
}

/** The quarter of a date in the fiscal year. */
export function quarterOfDate(date: PageDate | null, startsOn: Day): Quarter | null {
  return date === null ? null : quarterAt({ startsOn, day: lastDayOf(date.value) })
}

function yearInLines(lines: readonly PageLine[]): Day | null {
  for (const line of lines.slice(0, 200)) {
    const year = line.plain.length > 400 ? null : yearIn(line.plain)
    if (year !== null) return year
  }
  return null
}

const codePattern = /^([A-Z]{2,10}[0-9]{1,4})[:.–-]? (?=\S)/

function codeIn(title: string): string | null {
  return codePattern.exec(title)?.[1] ?? null
}

function withoutCode(title: string): string {
  return title.replace(codePattern, '').replace(/^[–-] ?/, '')
}
