import { useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { useFocusHome } from '../ui/focus-home.ts'

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

export interface RowsHome<T extends HTMLElement> {
  readonly ref: RefObject<T | null>
  readonly onFocus: (event: FocusEvent) => void
}

/** The screen's keys begin in this list: at the place that had the focus last, also where its row is gone, else at the top. */
export function useRowsHome<T extends HTMLElement>(): RowsHome<T> {
  const ref = useRef<T>(null)
  const place = useRef(0)
  useFocusHome(() => {
    const rows = rowsIn(ref.current)
    rows[Math.min(place.current, rows.length - 1)]?.focus()
  })
  const onFocus = ({ target }: FocusEvent): void => {
    const at = rowsIn(ref.current).findIndex((row) => row === target || row.parentElement?.contains(target) === true)
    if (at >= 0) place.current = at
  }
  return { ref, onFocus }
}

function rowsIn(list: Element | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-opens]') ?? [])]
}
