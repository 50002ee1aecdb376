import { createContext, type ReactNode, use, useCallback, useRef } from 'react'
import styles from './VisuallyHidden.module.css'

const AnnounceContext = createContext<(text: string) => void>(() => undefined)

/** A voice for what the eye sees happen: a card that moved, a filter that left three. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const regions = useRef<[HTMLDivElement | null, HTMLDivElement | null]>([null, null])
  const turn = useRef<0 | 1>(0)
  // Two regions by turns: the same words twice are said twice. Set directly, so that saying something draws nothing anew.
  const announce = useCallback((text: string) => {
    const [now, before] = turn.current === 0 ? regions.current : regions.current.toReversed()
    turn.current = turn.current === 0 ? 1 : 0
    if (before) before.textContent = ''
    if (now) now.textContent = text
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className={styles.hidden} role="status" aria-live="polite" ref={(element) => void (regions.current[0] = element)} />
      <div className={styles.hidden} role="status" aria-live="polite" ref={(element) => void (regions.current[1] = element)} />
    </AnnounceContext>
  )
}

/** Returns `announce(text)`: says the text politely, after what is being said. */
export function useAnnounce(): (text: string) => void {
  return use(AnnounceContext)
}
