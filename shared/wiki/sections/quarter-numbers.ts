import { lastDayOf, type Day } from '../../model/date.ts'
import { isQuarter, quarterAt, type Quarter } from '../../model/year.ts'
import type { LineRole, PageQuarter } from '../page/goals-page.ts'
import type { PageBlocks } from './page-blocks.ts'
import type { ReadSection } from './read-section.ts'

/** A section and how many quarter boundaries stand above it. */
export interface GroupedSection {
  readonly read: ReadSection
  readonly group: number
}

interface GroupedPage {
  readonly blocks: PageBlocks
  readonly sections: readonly GroupedSection[]
  readonly startsOn: Day
  /** Whether the page begins with its program; else it may be a part from anywhere. */
  readonly hasHeader: boolean
}

export interface Numbering {
  readonly quarters: readonly PageQuarter[]
  readonly quarterOf: (group: number) => Quarter | null
  readonly roles: ReadonlyMap<number, LineRole>
}

/**
 * The quarter of each group of sections: what a boundary says; else, on a page with its header, its place;
 * else, on a part of a page, counted from the quarter of the first date.
 */
export function quarterNumbers({ blocks, sections, startsOn, hasHeader }: GroupedPage): Numbering {
  const isWhole = hasHeader && sections[0]?.group !== 0
  const shift = isWhole ? 0 : shiftByDate({ sections, startsOn })
  const numberOf = (group: number): Quarter | null => {
    const number = blocks.boundaries[group - 1]?.says ?? (shift === null ? null : group + shift)
    return isQuarter(number) ? number : null
  }
  const quarters: PageQuarter[] = []
  const roles = new Map<number, LineRole>()
  blocks.boundaries.forEach(({ line }, index) => {
    const quarter = numberOf(index + 1)
    if (quarter === null) return
    quarters.push({ quarter, line: line.number })
    roles.set(line.number, 'quarter')
  })
  return { quarters, roles, quarterOf: numberOf }
}

function shiftByDate({ sections, startsOn }: { readonly sections: readonly GroupedSection[]; readonly startsOn: Day }): number | null {
  for (const { read, group } of sections) {
    const date = read.section.notes.find((note) => note.date !== null)?.date
    const quarter = date === undefined || date === null ? null : quarterAt({ startsOn, day: lastDayOf(date.value) })
    if (quarter !== null) return quarter - group
  }
  return sections[0]?.group === 0 ? null : 0
}
