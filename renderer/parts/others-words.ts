import { hasKind } from '../../shared/model/ids.ts'
import type { OthersChange } from '../../shared/plan/others-change.ts'
import { writersOf } from '../../shared/plan/others-groups.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { fieldName } from '../../shared/words/fields.ts'
import { conflictText } from '../text/merges.ts'
import { othersText } from '../text/others.ts'
import { computerName } from './computer-name.ts'

/** `changed by SRE laptop: status, note`; empty where nothing was. */
export function othersWords(view: PlanView, changes: readonly OthersChange[]): string {
  if (changes.length === 0) return ''
  const names = writersOf(changes).map((replica) => computerName(view, replica))
  return othersText.mark({ names, what: [...new Set(changes.flatMap(whatOf))] })
}

function whatOf({ on, kind, steps }: OthersChange): readonly string[] {
  if (hasKind(on, 'note')) return [othersText.marked.note]
  if (kind !== 'changed') return [othersText.marked[kind]]
  return steps.map(({ field }) => (field === 'order' ? conflictText.place : fieldName(field).toLowerCase()))
}
