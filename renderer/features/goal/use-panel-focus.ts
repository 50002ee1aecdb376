import { type RefObject, useEffect, useRef } from 'react'

/**
 * Where the focus goes when a goal appears in the panel: into it after a key, and after the pressing of a link in
 * the panel itself, which is gone with the goal it led away from; not after a press on a card.
 */
export function usePanelFocus(): RefObject<HTMLDivElement | null> {
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const panel = top.current?.closest('aside')
    const now = document.activeElement
    if (panel === null || panel === undefined || panel.contains(now)) return
    const isLost = now === document.body && panel.dataset['shown'] === 'true'
    panel.dataset['shown'] = 'true'
    if (isLost || now?.matches('[data-goal]:focus-visible') === true) panel.focus()
  }, [])
  return top
}
