import type { KeyboardEvent } from 'react'

/** Arrows go from the button of a row to that of the next within the element that has `data-walk`, Home and End to the ends. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
  const rows = rowsIn(event.currentTarget.closest('[data-walk]'))
  const index = rows.indexOf(event.currentTarget)
  const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (index < 0 || next === undefined) return
  event.preventDefault()
  rows[next]?.focus()
}

/** The buttons of its rows, from the top. */
export function rowsIn(list: Element | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-opens]') ?? [])]
}
