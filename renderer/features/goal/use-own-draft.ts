import type { RecordId } from '../../../shared/model/ids.ts'
import { useDraft } from '../../state/use-draft.ts'
import { usePlan } from '../../state/session.tsx'
import { draftKey, type DraftPlace } from './draft-key.ts'

/** The draft of a text about a record of the open plan. */
export function useOwnDraft({ what, on }: { readonly what: DraftPlace['what']; readonly on: RecordId }): ReturnType<typeof useDraft> {
  const plan = usePlan((state) => state.planId)
  return useDraft(draftKey({ plan, what, on }))
}
