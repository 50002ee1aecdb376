import type { ReactNode } from 'react'
import { matchText, type TextRange } from './match-text.ts'

/** Something a command list can run. Features add fields of their own and get them back. */
export interface CommandItem {
  readonly id: string
  readonly label: string
  readonly group?: string | undefined
  readonly keys?: string | undefined
  /** Said at the end of the line. */
  readonly hint?: string | undefined
  readonly icon?: ReactNode
  /** Found by these too, though they are not shown. */
  readonly keywords?: readonly string[] | undefined
  readonly disabled?: boolean | undefined
}

export interface CommandRow<Item extends CommandItem> {
  readonly item: Item
  readonly ranges: readonly TextRange[]
}

export interface CommandGroup<Item extends CommandItem> {
  readonly value: string
  readonly items: readonly CommandRow<Item>[]
}

/**
 * Takes what was typed, what can be run, and what someone else has found for the same words; returns the groups to show.
 * Without a query all items in their order; with one the best first, and groups in the order of their best.
 * What was found elsewhere comes after, as it is, unless an item of the same id is there already.
 */
export function commandGroups<Item extends CommandItem>(options: { readonly query: string; readonly items: readonly Item[]; readonly found?: readonly Item[] | undefined }): readonly CommandGroup<Item>[] {
  const query = options.query.trim()
  const rows = query === '' ? options.items.map((item) => ({ item, ranges: [] })) : ranked({ query, items: options.items })
  const shown = new Set(rows.map(({ item }) => item.id))
  const found = (options.found ?? []).filter(({ id }) => !shown.has(id)).map((item) => ({ item, ranges: matchText({ query, text: item.label })?.ranges ?? [] }))
  const groups = Map.groupBy([...rows, ...found], ({ item }) => item.group ?? '')
  return [...groups].map(([value, items]) => ({ value, items }))
}

/** Takes groups and how many rows may be drawn; returns as many of the first groups and rows as that. */
export function firstRows<Item extends CommandItem>(options: { readonly groups: readonly CommandGroup<Item>[]; readonly limit: number }): readonly CommandGroup<Item>[] {
  let left = options.limit
  return options.groups.flatMap((group) => {
    const items = group.items.slice(0, left)
    left -= items.length
    return items.length === 0 ? [] : [{ value: group.value, items }]
  })
}

function ranked<Item extends CommandItem>({ query, items }: { readonly query: string; readonly items: readonly Item[] }): readonly CommandRow<Item>[] {
  return items
    .flatMap((item) => {
      const match = matchText({ query, text: item.label, keywords: item.group === undefined ? item.keywords : [item.group, ...(item.keywords ?? [])] })
      return match === null ? [] : [{ item, ranges: match.ranges, score: match.score }]
    })
    .toSorted((a, b) => b.score - a.score)
}
