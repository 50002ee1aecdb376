import { useEffect, useState } from 'react'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import type { PlanId } from '../../../shared/model/ids.ts'

/** The changes of the plan a page belongs to; null where it is new here, undefined until that is known. */
export function useMine(planId: PlanId | null, setFor: (planId: PlanId) => Promise<ChangeSet | null>): ChangeSet | null | undefined {
  const [found, setFound] = useState<{ readonly planId: PlanId; readonly set: ChangeSet | null }>()
  useEffect(() => {
    if (planId === null) return undefined
    let isAsked = true
    void setFor(planId).then((set) => isAsked && setFound({ planId, set }))
    return () => {
      isAsked = false
    }
  }, [planId, setFor])
  return found?.planId === planId ? found?.set : undefined
}
