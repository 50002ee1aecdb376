import { isSameValue } from '../changes/canonical.ts'
import type { Change, Edit } from '../changes/change.ts'
import { recordIn, type ChangeSet } from '../changes/fold.ts'
import { winnerOf, type FoldedRecord } from '../changes/folded-record.ts'
import type { FieldChange } from '../changes/merge.ts'
import { removeChanges } from '../changes/remove-changes.ts'
import { unsetOf } from '../changes/undo.ts'
import { isBookkeeping, type RecordId } from '../model/ids.ts'
import { changedBack } from './changed-back.ts'
import type { MergeState } from './merge-state.ts'
import { setBackMerges } from './other-merges.ts'
import { isLive, type PlanView } from './plan-view.ts'
import { comparePlaces, placesIn } from './record-places.ts'
import { stayingOf, withdrawalOf } from './take-back-merge.ts'

/** What would read differently if a merge were taken back; each list is in the order of the plan. */
export interface TakeBackPreview {
  /** Fields of records that were here before the merge; `after` is what they would say then. */
  readonly fields: readonly FieldChange[]
  /** Those of them that are deleted, and stay so. */
  readonly stayDeleted: readonly RecordId[]
  /** Records that came with the merge and would go. */
  readonly gone: readonly RecordId[]
  /** Records that came with it and would stay: they were worked on since, or something was put below them. */
  readonly staying: readonly RecordId[]
}

export interface PreviewTakeBack {
  readonly view: PlanView
  readonly merge: MergeState
  /** All merges of the plan, the newest first. */
  readonly merges: readonly MergeState[]
  readonly brought: readonly Change[]
  /** This computer. */
  readonly replica: string
}

/** Works out what taking back a merge would do, and does nothing. Withdrawn or set back by new changes, it reads the same. */
export function previewTakeBack({ view, merge, merges, brought, replica }: PreviewTakeBack): TakeBackPreview {
  const { set } = view
  const withdrawal = merge.left === null ? withdrawalOf({ set, brought, merge, merges, replica }) : null
  const without = withdrawal?.without ?? brought
  const left = removeChanges(set, without).set
  const staying = withdrawal === null ? stayingOf({ set, added: brought, before: merge.before }) : withdrawal.staying
  const back = new Map((withdrawal?.changedBack ?? changedBack({ left, without, before: merge.before, replica, staying, setBack: setBackMerges({ merges, id: merge.id }) })).map((edit) => [edit.on, edit.set]))
  const places = placesIn(view)
  const touched = [...new Set(without.map(({ on }) => on))].filter((on) => !isBookkeeping(on)).toSorted((a, b) => comparePlaces(places, a, b))
  const others = touched.filter((on) => !staying.has(on))
  const fields = others.flatMap((on) => fieldsBetween({ now: recordIn(set, on), later: recordIn(left, on), back: back.get(on) ?? {} }))
  const isDeletedThen = (on: RecordId): boolean => (Object.hasOwn(back.get(on) ?? {}, 'deleted') ? back.get(on)?.['deleted'] === true : isDeletedIn(left, on))
  return {
    staying: touched.filter((on) => staying.has(on) && isLive(view, on)),
    gone: others.filter((on) => recordIn(left, on) === undefined && isLive(view, on)),
    fields,
    stayDeleted: [...new Set(fields.map(({ on }) => on))].filter((on) => isDeletedIn(set, on) && isDeletedThen(on)),
  }
}

function isDeletedIn(set: ChangeSet, on: RecordId): boolean {
  return winnerOf(recordIn(set, on), 'deleted')?.value === true
}

function fieldsBetween({ now, later, back }: { readonly now: FoldedRecord | undefined; readonly later: FoldedRecord | undefined; readonly back: Edit['set'] }): readonly FieldChange[] {
  if (now === undefined || later === undefined) return []
  return now.winners.flatMap(({ field, value }) => {
    const after = (Object.hasOwn(back, field) ? back[field] : winnerOf(later, field)?.value) ?? unsetOf(field)
    return isSameValue(value ?? unsetOf(field), after) ? [] : [{ on: now.id, field, before: value, after }]
  })
}
