import { useRef, type FocusEvent, type RefObject } from 'react'
import { useFocusHome } from '../ui/focus-home.ts'
import { rowsIn } from './walk-rows.ts'

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
