import type { FoundShare } from '../../../shared/share/join-share.ts'
import type { SharePlace } from '../../data/share-record.ts'
import { shareActionText } from '../../text/share-actions.ts'

/** Why what was found in a place can't be joined, or a plan not be shared there, in a sentence. */
export function whyNot(found: Exclude<FoundShare, { readonly kind: 'share' }>, { kind }: Pick<SharePlace, 'kind'>): string {
  switch (found.kind) {
    case 'empty':
      return kind === 'folder' ? shareActionText.noPlan : shareActionText.noPlanThere
    case 'unread':
      return shareActionText[found.why]
    case 'out':
      return shareActionText[kind][found.reason]
    default:
      return found satisfies never
  }
}
