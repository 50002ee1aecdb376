import { useEffect, useState } from 'react'
import type { TakeBackPreview } from '../../../shared/plan/take-back-preview.ts'
import { usePlan, useSession } from '../../state/session.tsx'

export type PreviewState = { readonly kind: 'reading' } | { readonly kind: 'unreadable' } | { readonly kind: 'ready'; readonly preview: TakeBackPreview }

/** What taking a merge back would do, worked out again when the plan changes meanwhile. */
export function useTakeBackPreview(id: string): PreviewState {
  const { plan } = useSession()
  const view = usePlan((state) => state.view)
  const [state, setState] = useState<PreviewState>({ kind: 'reading' })
  useEffect(() => {
    let isCurrent = true
    void plan
      .getState()
      .previewTakeBack(id)
      .then((preview) => {
        if (isCurrent) setState(preview === null ? { kind: 'unreadable' } : { kind: 'ready', preview })
      })
    return () => {
      isCurrent = false
    }
  }, [plan, id, view])
  return state
}
