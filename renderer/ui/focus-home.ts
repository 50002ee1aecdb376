import { useEffect, useLayoutEffect, useRef } from 'react'

/** Somebody came to the screen by a key, or what had the focus is gone. */
export type NeedsFocus = 'arrived' | 'lost'

// a page has one focus, so one screen at a time says where it goes
let home: ((why: NeedsFocus) => void) | null = null

/** Where keys go on when nothing has the focus: the screen says it, and may leave the focus on itself. */
export function useFocusHome(take: (why: NeedsFocus) => void): void {
  const latest = useRef(take)
  useLayoutEffect(() => {
    latest.current = take
  })
  useLayoutEffect(() => {
    const own = (why: NeedsFocus): void => latest.current(why)
    home = own
    return () => {
      if (home === own) home = null
    }
  }, [])
}

/** Gives the focus to the screen, and to what it chooses within it. */
export function giveFocusHome(why: NeedsFocus): void {
  document.querySelector('main')?.focus({ preventScroll: true })
  home?.(why)
}

/**
 * What had the focus gets it back, also where Tab leads past it; where that is gone, the screen says what does. By
 * default of a dialog the first field of the screen would, and take the next keys for text.
 */
export function focusAfter(before: Element | null): boolean {
  const hadFocus = before instanceof HTMLElement && before !== document.body && before.isConnected
  if (hadFocus && before.tabIndex >= 0) return true
  queueMicrotask(() => (hadFocus ? before.focus({ preventScroll: true }) : giveFocusHome('lost')))
  return false
}

/** What stands over the screen holds the focus by itself, and gives it back by itself within so many frames. */
const framesToSettle = 3

/**
 * Browsers drop the focus with the element that has it, and the next key goes nowhere. Whatever took it away (undo, a
 * merge, another window, a toast that ended), the screen has it then, unless somebody pressed into the void before.
 */
export function useKeepFocus(): void {
  useEffect(() => {
    let last = document.activeElement
    let frame = 0
    const isLost = (): boolean => document.activeElement === document.body && last?.isConnected === false
    const settle = (frames: number): void => {
      frame = requestAnimationFrame(() => {
        if (!isLost()) return
        if (frames > 1) return settle(frames - 1)
        last = null
        if (document.querySelector('[data-overlay]') === null) giveFocusHome('lost')
      })
    }
    const observer = new MutationObserver(() => {
      if (!isLost()) return
      cancelAnimationFrame(frame)
      settle(framesToSettle)
    })
    const onFocusIn = (event: FocusEvent): void => {
      last = event.target instanceof Element ? event.target : null
    }
    // pressed into the void, but not where what is pressed, or what it is in, has the focus already
    const onPointerDown = ({ target }: PointerEvent): void => {
      const { activeElement } = document
      const isOnIt = activeElement !== document.body && target instanceof Node && activeElement?.contains(target) === true
      if (!isOnIt) last = null
    }
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', onFocusIn)
    document.addEventListener('pointerdown', onPointerDown, { capture: true })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      document.removeEventListener('focusin', onFocusIn)
      document.removeEventListener('pointerdown', onPointerDown, { capture: true })
    }
  }, [])
}
