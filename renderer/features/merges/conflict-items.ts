import type { RecordId } from '../../../shared/model/ids.ts'
import type { OpenConflict } from '../../../shared/plan/open-conflict.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { groupOf } from '../../../shared/plan/record-group.ts'
import type { ShownConflict } from '../../parts/use-held-conflicts.ts'

/** A line of the list: the goal that the conflicts below it are about, one of these, or the place one has left. */
export type ConflictItem =
  | { readonly kind: 'head'; readonly key: string; readonly about: RecordId }
  | { readonly kind: 'conflict'; readonly key: string; readonly about: RecordId; readonly conflict: OpenConflict; readonly position: number; readonly total: number }
  | { readonly kind: 'decided'; readonly key: string; readonly about: RecordId; readonly conflict: OpenConflict }

/** Conflicts below the goal they are about, those of its notes with it; `shown` is in the order of the plan. */
export function conflictItems(view: PlanView, shown: readonly ShownConflict[]): readonly ConflictItem[] {
  const about = Map.groupBy(shown, ({ conflict: { on } }) => groupOf(view, on))
  const total = shown.filter(({ isDecided }) => !isDecided).length
  let position = 0
  return [...about].flatMap(([id, own]): readonly ConflictItem[] => [
    { kind: 'head', key: `head ${id}`, about: id },
    ...own.map(({ conflict, isDecided }): ConflictItem => {
      const line = { key: conflict.id, about: id, conflict }
      return isDecided ? { kind: 'decided', ...line } : { kind: 'conflict', ...line, position: (position += 1), total }
    }),
  ])
}
