import { useEffect, useLayoutEffect, useRef } from 'react'
import { isPageLike } from './page-like.ts'

/** Calls with a long text that is pasted anywhere but into a field. */
export function usePastedPage({ isOff, onPaste }: { readonly isOff: boolean; readonly onPaste: (text: string) => void }): void {
  const latest = useRef(onPaste)
  useLayoutEffect(() => {
    latest.current = onPaste
  })
  useEffect(() => {
    if (isOff) return undefined
    const paste = (event: ClipboardEvent): void => {
      const isField = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable="true"], [role="dialog"]') !== null
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (isField || !isPageLike(text)) return
      event.preventDefault()
      latest.current(text)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [isOff])
}
