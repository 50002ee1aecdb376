import { useSyncExternalStore } from 'react'

/** Where the focus is in a check-in, as its keys go: in the list, at what is asked about or in a text of it, for one goal, several, or how it all stands. */
export type CheckInKeys = 'list' | 'goal' | 'goalText' | 'several' | 'severalText' | 'summary'

/** Whose keys count in the check-in at the moment. */
export function useCheckInKeys(): CheckInKeys {
  return useSyncExternalStore(listen, keysNow)
}

function listen(onChange: () => void): () => void {
  document.addEventListener('focusin', onChange)
  document.addEventListener('focusout', onChange)
  return () => {
    document.removeEventListener('focusin', onChange)
    document.removeEventListener('focusout', onChange)
  }
}

function keysNow(): CheckInKeys {
  const kind = document.activeElement?.closest('[data-checkin-pane]')?.getAttribute('data-checkin-pane')
  if (kind === 'summary') return 'summary'
  if (kind !== 'goal' && kind !== 'several') return 'list'
  const isText = document.activeElement?.matches('textarea, input') === true
  return isText ? `${kind}Text` : kind
}
