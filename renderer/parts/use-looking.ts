import { useEffect, useState } from 'react'
import { useSession, useShare } from '../state/session.tsx'
import { useAnnounce } from '../ui/Announcer.tsx'
import { shareWords } from './share-words.ts'

/** So long the words stay in any case: what goes by faster isn't seen. */
const leastMs = 600
/** No look takes longer, and a window that has closed never answers. */
const mostMs = 20_000

export interface Looking {
  readonly isLooking: boolean
  /** Looks into the folder or on the server at once; while it does, it isn't asked again. */
  readonly look: () => void
}

/** A look that a person asks for, and its end: how it stands then is said aloud, as it may stand as before. */
export function useLooking(): Looking {
  const { share: store, today } = useSession()
  const state = useShare((all) => all.state)
  const announce = useAnnounce()
  const [since, setSince] = useState<{ readonly state: typeof state; readonly at: number } | null>(null)
  const isAnswered = since !== null && state !== since.state
  useEffect(() => {
    if (since === null) return undefined
    const end = (): void => {
      setSince(null)
      const { share, state: now } = store.getState()
      if (share !== null) announce(shareWords({ share, state: now, today: today() }).long)
    }
    const timer = setTimeout(end, Math.max(0, (isAnswered ? leastMs : mostMs) - (performance.now() - since.at)))
    return () => clearTimeout(timer)
  }, [since, isAnswered, announce, store, today])
  return {
    isLooking: since !== null,
    look: () => {
      if (since !== null) return
      setSince({ state, at: performance.now() })
      store.getState().retry()
    },
  }
}
