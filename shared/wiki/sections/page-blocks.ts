import type { Quarter } from '../../model/year.ts'
import type { LineRole } from '../page/goals-page.ts'
import { headingOf, type Heading } from './headings.ts'
import type { PageLine } from '../text/page-lines.ts'
import type { HeadedLine } from './read-section.ts'

export interface SectionBlock {
  readonly heading: Extract<Heading, { readonly kind: 'section' }>
  readonly line: PageLine
  readonly body: HeadedLine[]
  /** How many boundaries stand above it. */
  readonly group: number
}

interface Boundary {
  readonly line: PageLine
  readonly says: Quarter | null
}

/** The page cut at its sections and quarters. */
export interface PageBlocks {
  readonly header: readonly HeadedLine[]
  readonly sections: readonly SectionBlock[]
  /** Group 1 begins at the first boundary; a boundary may also say its quarter. */
  readonly boundaries: readonly Boundary[]
  readonly roles: ReadonlyMap<number, LineRole>
}

/** A quarter begins at a lone `edit` whose previous non-blank line is no heading, or where a heading says `Q2`. */
export function blocksOf(lines: readonly PageLine[]): PageBlocks {
  const header: HeadedLine[] = []
  const sections: SectionBlock[] = []
  const boundaries: Boundary[] = []
  const roles = new Map<number, LineRole>()
  let open: HeadedLine[] = header
  let wasHeading = false
  for (const line of lines) {
    if (line.plain === '') {
      open.push({ line, heading: null })
      continue
    }
    const heading = headingOf(line)
    if (heading?.kind === 'quarter' || (heading?.kind === 'edit' && !wasHeading)) {
      boundaries.push({ line, says: heading.kind === 'quarter' ? heading.quarter : null })
      open = []
    } else if (heading?.kind === 'section') {
      open = []
      sections.push({ heading, line, body: open, group: boundaries.length })
    } else if (heading?.kind === 'edit') roles.set(line.number, 'editLink')
    else open.push({ line, heading })
    wasHeading = heading !== null && heading.kind !== 'edit' && heading.kind !== 'unknown'
  }
  return { header, sections, boundaries, roles }
}
