import { deletedAround } from '../../shared/plan/bring-back.ts'
import type { OthersGroup } from '../../shared/plan/others-groups.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { othersText } from '../text/others.ts'
import { recordWords } from './record-words.ts'

/** That nobody sees any more what others changed, since it is deleted or something above it; empty where it is there, or the change says so itself. */
export function goneWords(view: PlanView, { about, changes }: Pick<OthersGroup, 'about' | 'changes'>): string {
  if (changes.some(({ on, kind }) => on === about && kind === 'deleted')) return ''
  const gone = deletedAround(view, [about])
  const top = gone.at(-1)
  if (top === undefined) return ''
  return gone[0] === about ? othersText.isGone : othersText.isGoneWith(recordWords(view, top).title)
}
