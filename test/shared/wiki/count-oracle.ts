import type { GoalsPageCounts } from '../../../shared/wiki/count-goals-page.ts'

const nbsp = '\u00a0'
const words = ['In progress', 'Done', 'To do', 'Postponed', 'Blocked', 'Partially done', 'Stalled']
const date = /^(?:January|February|March|April|May|June|July|August|September|October|November|December) (\d+, ?)?\d{4}$/

/** Counts a page as one would with grep: line by line, knowing nothing of how the page is built. */
export function countByLine(text: string): Omit<GoalsPageCounts, 'sectionsByQuarter' | 'notUnderstood'> {
  const lines = text.split('\n')
  const heads = lines.flatMap((line) => {
    const bare = line.replaceAll(nbsp, ' ').trim()
    const rest = bare.startsWith('Note: ') ? bare.slice(6) : bare.startsWith('To do ') ? bare.slice(6) : ''
    return date.test(rest) ? [{ isNote: bare.startsWith('Note'), isDay: rest.includes(',') }] : []
  })
  const goals = between({ lines, from: /^Goal(\(s\))? edit$/, to: /^Status edit$/ }).filter((line) => line.trim() !== '')
  const bullets = goals.filter((line) => line.includes('•'))
  const sections = lines.filter((line) => /^Outcome \d/.test(line))
  const marks = words.map((word) => text.split(new RegExp(`${nbsp}[ N${nbsp}]*${word}`)).length - 1)
  const said = (text.match(/\b(?:in progress|partially done|partially|done|to do|postponed|blocked|stalled)\b/gi) ?? []).length
  const [inProgress = 0, done = 0, todo = 0, postponed = 0, blocked = 0, partiallyDone = 0, stalled = 0] = marks
  const all = marks.reduce((sum, count) => sum + count, 0)
  return {
    programs: lines.filter((line) => line.startsWith('Program Goals and Status')).length,
    quarters: lines.filter((line, index) => line === 'edit' && lines.slice(0, index).findLast((before) => before.trim() !== '')?.endsWith(' edit') !== true).length,
    sections: sections.length,
    outcomes: new Set(sections.map((line) => /\d+/.exec(line)?.[0])).size,
    outputs: new Set(sections.flatMap((line) => line.match(/\d+\.\d+/g) ?? [])).size,
    goals: { bullets: bullets.length, firstLevel: bullets.filter((line) => line.startsWith('  •')).length, nested: bullets.filter((line) => line.startsWith('    •')).length, paragraphs: goals.length - bullets.length },
    stretch: bullets.join('\n').split(/\(stretch\)|Stretch:/).length - 1,
    tasks: text.split(/task T\d/).length - 1,
    dependencyLines: lines.filter((line) => line.startsWith('Dependencies on:')).length,
    primaryTeamLines: lines.filter((line) => line.startsWith('Primary teams:')).length,
    noteHeads: { all: heads.length, notes: heads.filter((head) => head.isNote).length, scaffolds: heads.filter((head) => !head.isNote).length },
    marks: { all, todo, inProgress, partiallyDone, blocked, stalled, done, postponed },
    statusWordsInProse: said - all,
    dates: { day: heads.filter((head) => head.isDay).length, month: heads.filter((head) => !head.isDay).length },
  }
}

function between({ lines, from, to }: { readonly lines: readonly string[]; readonly from: RegExp; readonly to: RegExp }): readonly string[] {
  let isInside = false
  return lines.filter((line) => {
    if (from.test(line)) isInside = true
    else if (to.test(line)) isInside = false
    else return isInside
    return false
  })
}
