import { useDeferredValue, useMemo } from 'react'
import { treeRows, type TreeRow } from '../../../shared/plan/tree/tree-rows.ts'
import { usePlan } from '../../state/session.tsx'
import { useTree } from './tree-store.ts'

/** The rows in sight. Letters of a search appear at once; the rows follow when there is time. */
export function useRows(): readonly TreeRow[] {
  const view = usePlan((state) => state.view)
  const text = useDeferredValue(useTree((state) => state.text))
  const whole = useTree((state) => state.open)
  const found = useTree((state) => state.openFound)
  const open = text.trim() === '' ? whole : found
  return useMemo(() => treeRows(view, { open, text }), [view, open, text])
}
