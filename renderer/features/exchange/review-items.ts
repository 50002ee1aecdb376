import { reviewSections, type ReviewRow, type ReviewSection } from '../../../shared/review/review-row.ts'

/** The head of a section. */
export interface HeadItem {
  readonly kind: 'head'
  readonly key: string
  readonly section: ReviewSection
  readonly rows: readonly ReviewRow[]
  /** The first whose rows have a tick: there it is said what that is for. */
  readonly explainsTicks: boolean
}

export interface RowItem {
  readonly kind: 'row'
  readonly key: string
  readonly section: ReviewSection
  readonly row: ReviewRow
  /** The first of those that are told under one goal; the others need not name it again. */
  readonly isFirst: boolean
  /** The last of them. */
  readonly isLast: boolean
  /** Its place within the section, from 1. */
  readonly position: number
  readonly size: number
}

export type ReviewItem = HeadItem | RowItem

/** One flat list of heads and rows, of which those in sight are drawn. */
export function itemsOf(rows: readonly ReviewRow[]): readonly ReviewItem[] {
  const bySection = Map.groupBy(rows, ({ section }) => section)
  const explaining = rows.find((row) => !isQuestion(row))?.section
  return reviewSections.flatMap((section): readonly ReviewItem[] => {
    const own = bySection.get(section) ?? []
    if (own.length === 0) return []
    const items = own.map((row, index): RowItem => {
      const [isFirst, isLast] = [own[index - 1]?.group !== row.group, own[index + 1]?.group !== row.group]
      return { kind: 'row', key: row.key, section, row, isFirst, isLast, position: index + 1, size: own.length }
    })
    return [{ kind: 'head', key: `head ${section}`, section, rows: own, explainsTicks: section === explaining }, ...items]
  })
}

/** Something drawn of an item. */
interface Drawn {
  readonly item: ReviewItem
}

export interface DrawnSection<D extends Drawn> {
  readonly section: ReviewSection
  readonly heads: readonly D[]
  readonly rows: readonly D[]
}

/** What is drawn, by section, so that a screen reader finds each a list of its own. */
export function sectionsOf<D extends Drawn>(drawn: readonly D[]): readonly DrawnSection<D>[] {
  const bySection = Map.groupBy(drawn, ({ item }) => item.section)
  return [...bySection].map(([section, own]) => ({ section, heads: own.filter(({ item }) => item.kind === 'head'), rows: own.filter(({ item }) => item.kind === 'row') }))
}

/** Whether a row asks the person something, as conflicts do. */
export function isQuestion(row: ReviewRow): boolean {
  return row.kind === 'clash' || row.kind === 'deletion'
}
