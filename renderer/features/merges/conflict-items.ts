import type { RecordId } from '../../../shared/model/ids.ts'
import type { OpenConflict } from '../../../shared/plan/open-conflict.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { groupOf } from '../../../shared/plan/record-group.ts'

/** A line of the list: the goal that the conflicts below it are about, or one of these. */
export type ConflictItem =
  | { readonly kind: 'head'; readonly key: string; readonly about: RecordId }
  | { readonly kind: 'conflict'; readonly key: string; readonly about: RecordId; readonly conflict: OpenConflict; readonly position: number; readonly total: number }

/** Conflicts below the goal they are about, those of its notes with it; `open` is in the order of the plan. */
export function conflictItems(view: PlanView, open: readonly OpenConflict[]): readonly ConflictItem[] {
  const about = Map.groupBy(open, ({ on }) => groupOf(view, on))
  let position = 0
  return [...about].flatMap(([id, own]): readonly ConflictItem[] => [
    { kind: 'head', key: `head ${id}`, about: id },
    ...own.map((conflict) => ({ kind: 'conflict', key: conflict.id, about: id, conflict, position: (position += 1), total: open.length }) as const),
  ])
}
