import { textLimit } from '../../model/record-spec.ts'
import { pageLimits, type GoalsPageResult, type LineRole, type PageRefusal, type PageSection } from '../page/goals-page.ts'
import { blocksOf, type SectionBlock } from './page-blocks.ts'
import { linesOf, type PageLine } from '../text/page-lines.ts'
import { quarterNumbers, type GroupedSection } from './quarter-numbers.ts'
import { allGoals } from './read-goals.ts'
import { readProgram, yearOf } from './read-program.ts'
import { readSection } from './read-section.ts'

/**
 * Reads a goals page, the text of a whole wiki page or of a part of it. Never throws and drops nothing: each
 * line that isn't blank is either part of what is returned or listed in `notUnderstood`. Refused are a text
 * in which nothing is recognised, one that says no year, and one that is too large (`pageLimits`).
 */
export function readGoalsPage(text: string): GoalsPageResult {
  if (text.length > pageLimits.length) return refused('tooLong', 1)
  return readPageLines(linesOf({ text: text.toWellFormed(), most: pageLimits.lines + 1 }))
}

/** Reads the lines of a page, from whichever form of it they were had: line 1 first, none left out. */
export function readPageLines(lines: readonly PageLine[]): GoalsPageResult {
  if (lines.length > pageLimits.lines) return refused('tooLong', lines.length)
  const first = lines.find((line) => line.plain !== '')
  if (first === undefined) return refused('empty', 1)
  const long = lines.find((line) => line.raw.length > pageLimits.line)
  if (long !== undefined) return refused('lineTooLong', long.number)

  const blocks = blocksOf(lines)
  const program = readProgram(blocks.header)
  const sections = readSections(blocks.sections)
  const notes = sections.flatMap(({ read }) => read.section.notes)
  if (sections.length === 0 && program.roles.size === 0) return refused('notAGoalsPage', first.number)
  const overflow = overflowIn(sections)
  if (overflow !== null) return refused('tooMany', overflow)
  const longNote = notes.find((note) => note.text.length > textLimit)
  if (longNote !== undefined) return refused('noteTooLong', longNote.line)
  const dated = notes.find((note) => note.date !== null)?.date?.value
  const startsOn = program.startsOn ?? (dated === undefined ? null : yearOf(dated))
  if (startsOn === null) return refused('noYear', first.number)

  const numbering = quarterNumbers({ blocks, sections, startsOn, hasHeader: program.roles.size > 0 })
  const roles = rolesOf({ lines, maps: [program.roles, numbering.roles, blocks.roles, ...sections.map(({ read }) => read.roles)] })
  const { code, title, owner, summary, links } = program
  const page = {
    program: { code, title, startsOn, owner, summary, links },
    quarters: numbering.quarters,
    sections: sections.map(({ read, group }): PageSection => ({ ...read.section, quarter: numbering.quarterOf(group) })),
    lines: roles,
    notUnderstood: lines.filter((_, index) => roles[index] === 'notUnderstood').map((line) => ({ line: line.number, text: line.plain })),
  }
  return { ok: true, page }
}

function refused(reason: PageRefusal, line: number): GoalsPageResult {
  return { ok: false, reason, line }
}

function readSections(blocks: readonly SectionBlock[]): readonly GroupedSection[] {
  const teams = new Set(blocks.flatMap((block) => block.heading.teams))
  return blocks.map(({ heading, line, body, group }) => ({ read: readSection({ heading, line, body, teams }), group }))
}

function overflowIn(sections: readonly GroupedSection[]): number | null {
  let count = 0
  for (const { read } of sections) {
    count += 1 + allGoals(read.section.goals).length + read.section.notes.length
    if (count > pageLimits.records) return read.section.line
  }
  return null
}

function rolesOf({ lines, maps }: { readonly lines: readonly PageLine[]; readonly maps: readonly ReadonlyMap<number, LineRole>[] }): readonly LineRole[] {
  const known = new Map(maps.flatMap((map) => [...map]))
  return lines.map((line) => known.get(line.number) ?? (line.plain === '' ? 'blank' : 'notUnderstood'))
}
