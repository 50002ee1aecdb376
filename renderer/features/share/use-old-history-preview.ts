import { useEffect, useState } from 'react'
import type { FoldPreview } from '../../../shared/share/old-history/fold-preview.ts'

/** What folding history away would do, but for computers that are gone; null where it can't be told. */
export type PreviewOf = (gone: ReadonlySet<string>) => Promise<FoldPreview | null>

/** The preview, worked out anew when a person has said that a computer is gone, or is not; the last one stands until then. */
export function useOldHistoryPreview(previewOf: PreviewOf, gone: ReadonlyMap<string, unknown>): FoldPreview | 'reading' | 'unreadable' {
  const [state, setState] = useState<FoldPreview | 'reading' | 'unreadable'>('reading')
  useEffect(() => {
    let isCurrent = true
    void previewOf(new Set(gone.keys())).then((preview) => {
      if (isCurrent) setState(preview ?? 'unreadable')
    })
    return () => {
      isCurrent = false
    }
  }, [previewOf, gone])
  return state
}
