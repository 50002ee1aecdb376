import { useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { rowsIn } from '../../parts/walk-rows.ts'
import { useFocusHome } from '../../ui/focus-home.ts'

export interface TeamsHome {
  readonly screen: RefObject<HTMLElement | null>
  readonly onFocus: (event: FocusEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Keys lead from the list of names into what is shown of one, and back; a goal that is drawn elsewhere takes the focus along. */
export function useTeamsHome(): TeamsHome {
  const screen = useRef<HTMLElement>(null)
  const last = useRef<{ readonly key: string; readonly place: number } | null>(null)
  const rows = (): readonly HTMLElement[] => rowsIn(screen.current?.querySelector('[data-walk="goals"]') ?? null)
  const chosen = (): HTMLElement | null => screen.current?.querySelector<HTMLElement>('[data-walk="names"] [aria-current="true"]') ?? null
  useFocusHome((why) => {
    const row = why === 'lost' && last.current !== null ? (rows().find(({ dataset }) => dataset['opens'] === last.current?.key) ?? rows()[Math.min(last.current.place, rows().length - 1)]) : undefined
    const home = row ?? chosen()
    home?.focus()
  })
  const onFocus = ({ target, currentTarget }: FocusEvent<Element>): void => {
    // the screen has it for a moment before it says where it goes
    if (target === currentTarget) return
    const row = target.closest('[data-walk="goals"] li')?.querySelector<HTMLElement>('[data-opens]') ?? null
    last.current = row === null ? null : { key: row.dataset['opens'] ?? '', place: rows().indexOf(row) }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !(event.target instanceof HTMLElement)) return
    const { target } = event
    const isName = target.closest('[data-walk="names"]') !== null
    const next = event.key === 'ArrowRight' && isName ? rows()[0] : event.key === 'ArrowLeft' && target.matches('[data-walk="goals"] button') ? chosen() : null
    if (next === null || next === undefined) return
    event.preventDefault()
    next.focus()
  }
  return { screen, onFocus, onKeyDown }
}
