import { type RefObject, useLayoutEffect, useRef } from 'react'
import { focusAfter } from './focus-home.ts'

/** What a popup of Base UI is given of these. */
export interface OverlayFocus {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly initialFocus: () => HTMLElement | false | null
  readonly finalFocus: RefObject<HTMLElement | null> | (() => boolean)
}

export interface OverlayFocusOptions {
  readonly initialFocus?: RefObject<HTMLElement | null> | false | undefined
  readonly finalFocus?: RefObject<HTMLElement | null> | undefined
  readonly isWaiting?: boolean | undefined
}

/**
 * Where the focus goes in a window over the app, and where it goes back to. It is given at once: Base UI by itself waits
 * for the next frame, and on a computer that is slow to draw the first letters typed would be lost.
 * @param initialFocus what has it first, or false where something takes it by itself; otherwise the first field, or the main button where there is none
 * @param finalFocus what has it afterwards; otherwise what had it before
 * @param isWaiting while true the window waits for what it shall show; when that is there the focus is given anew
 */
export function useOverlayFocus({ initialFocus, finalFocus, isWaiting = false }: OverlayFocusOptions = {}): OverlayFocus {
  const ref = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)
  const give = (): HTMLElement | false | null => {
    if (initialFocus === false) return false
    const first = initialFocus === undefined ? firstFocus(ref.current) : initialFocus.current
    first?.focus({ preventScroll: first === ref.current })
    // once it is given Base UI has nothing to do: a frame later it would take the focus back from who has gone on by Tab
    return first === document.activeElement ? false : first
  }
  const hasWaited = useRef(isWaiting)
  useLayoutEffect(() => {
    // who has gone on to another control meanwhile stays there
    const isElsewhere = document.activeElement !== document.body && document.activeElement !== ref.current
    if (hasWaited.current && !isWaiting && !isElsewhere) give()
    hasWaited.current = isWaiting
  })
  return {
    ref,
    initialFocus: () => {
      before.current = document.activeElement
      return give()
    },
    finalFocus: finalFocus ?? (() => focusAfter(before.current)),
  }
}

/** Words are read first, then acted on: the close button is never what Enter would press. */
function firstFocus(popup: HTMLElement | null): HTMLElement | null {
  const field = popup?.querySelector<HTMLElement>('input:not([type="hidden"], [aria-hidden="true"], :disabled), textarea:not(:disabled), [role="combobox"], [role="checkbox"], [role="radio"][aria-checked="true"]')
  return field ?? popup?.querySelector<HTMLElement>('footer button:last-of-type:not(:disabled)') ?? popup
}
