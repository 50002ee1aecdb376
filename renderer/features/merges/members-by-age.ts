import type { Day } from '../../../shared/model/date.ts'
import { dayToFoldBefore } from '../../../shared/share/old-history/fold-preview.ts'
import { momentOf } from '../../../shared/share/old-history/folded-before.ts'
import type { ShareMember } from '../../../shared/share/share-state.ts'

/**
 * Computers leave what they wrote, and nobody takes it away once they are given up. Those not heard of for so long that
 * the folding of history doesn't ask them either are told apart: what they have is of no interest any more.
 */
export function membersByAge({ members, here, today }: { readonly members: readonly ShareMember[]; readonly here: ReadonlySet<string>; readonly today: Day }): { readonly active: readonly ShareMember[]; readonly away: readonly ShareMember[] } {
  const before = momentOf(dayToFoldBefore(today))
  const { active = [], away = [] } = Object.groupBy(members, ({ replica, at }) => (at !== null && at < before && !here.has(replica) ? 'away' : 'active'))
  return { active, away }
}
