import { useCallback, useEffect, useRef } from 'react'

/**
 * Returns what runs something at once, or, while the pointer is down, right after it is up. A field that closes
 * when it loses the focus uses it: closed while the pointer is still down, it would move what is being pressed
 * from under the pointer, and the press would hit nothing.
 */
export function useAfterPress(): (run: () => void) => void {
  const isDown = useRef(false)
  useEffect(() => {
    const listening = new AbortController()
    const listen = (event: 'pointerdown' | 'pointerup' | 'pointercancel', next: boolean): void => {
      document.addEventListener(event, () => void (isDown.current = next), { capture: true, signal: listening.signal })
    }
    listen('pointerdown', true)
    listen('pointerup', false)
    listen('pointercancel', false)
    return () => listening.abort()
  }, [])
  return useCallback((run) => {
    if (!isDown.current) return run()
    const waiting = new AbortController()
    const end = (): void => {
      waiting.abort()
      setTimeout(run) // the click comes right after the pointer is up
    }
    document.addEventListener('pointerup', end, { capture: true, signal: waiting.signal })
    document.addEventListener('pointercancel', end, { capture: true, signal: waiting.signal })
  }, [])
}
