import { isSameValue } from '../../changes/canonical.ts'
import type { Edit, Value } from '../../changes/change.ts'
import { recordIn, type ChangeSet } from '../../changes/fold.ts'
import { cellsOf, winnerOf, type FoldedRecord } from '../../changes/folded-record.ts'
import { mergeChangeSets, type FieldChange } from '../../changes/merge.ts'
import { valuesOf } from '../../changes/sharded-map.ts'
import { msOf, type Stamp } from '../../changes/stamp.ts'
import { pageWriter } from '../../changes/writer.ts'
import { hasKind, type GoalId, type RecordId } from '../../model/ids.ts'
import { fieldsOf } from '../../model/records.ts'
import { pageChangeSet, saidBefore, type PageCopy } from './page-changes.ts'
import { dayNumber, isPageStamp, latestPageStamp, pageStamp } from '../page/page-stamp.ts'

/** A field a person has edited, on which the page says something else. The person's value stands. */
export interface KeptField {
  readonly on: RecordId
  readonly field: string
  readonly yours: Value
  readonly page: Value
  /** The page says it since this copy; otherwise it has said so all along. */
  readonly isNews: boolean
}

/** What reading a copy of a page would do to a plan. */
export interface PageReview {
  /** What comes in, to be merged. */
  readonly theirs: ChangeSet
  /** What comes in as edits of the person who accepts: of a page that was written from the plan. */
  readonly edits: readonly Edit[]
  readonly newRecords: readonly RecordId[]
  readonly changed: readonly FieldChange[]
  readonly kept: readonly KeptField[]
  /** Records on the page that were deleted here, and stay so. */
  readonly deletedHere: readonly RecordId[]
  /** Goals that an earlier copy had and this one hasn't. They stay as they are. */
  readonly gone: readonly GoalId[]
  /** Records of the page that say the same as before. */
  readonly same: number
  /** The plan has this very copy already. */
  readonly wasRead: boolean
  /** A copy with a later date, or one read after this one, is in the plan. */
  readonly isOlder: boolean
  /** Nothing comes in. */
  readonly nothing: boolean
}

/** Looks at a copy of a page before anything is written. */
export function pageReview(copy: PageCopy): PageReview {
  const { edits, key, date, mine } = copy
  const theirs = pageChangeSet(copy)
  const merge = mergeChangeSets(mine, theirs)
  const at = pageStamp({ key, date, knows: mine.knows })
  const latest = latestPageStamp(mine.knows)
  const wasRead = mine.knows.get(pageWriter(key)) === at
  const isOlder = latest !== undefined && (latest > at || (!wasRead && dayNumber(date) < msOf(latest)))
  // a page may say outright what a field reads as while nobody has said anything
  const changed = merge.changedFields.filter(({ on, field, before, after }) => !isSameMeaning({ on, field, a: before ?? null, b: after }))
  const touched = new Set([...merge.newRecords, ...changed.map(({ on }) => on)])
  const isDeleted = (id: RecordId): boolean => winnerOf(recordIn(mine, id), 'deleted')?.value === true
  return {
    theirs,
    edits: [],
    newRecords: edits.flatMap(({ on }) => (recordIn(mine, on) === undefined ? [on] : [])),
    changed: changed.filter(({ on }) => !isDeleted(on)),
    kept: edits.flatMap((edit) => (isDeleted(edit.on) ? [] : keptFields({ edit, record: recordIn(mine, edit.on), at }))),
    deletedHere: edits.flatMap(({ on }) => (isDeleted(on) ? [on] : [])),
    gone: wasRead && isOlder ? [] : goneGoals({ mine, edits }),
    same: edits.filter(({ on }) => !touched.has(on)).length,
    wasRead,
    isOlder,
    nothing: merge.newRecords.length === 0 && changed.length === 0,
  }
}

function keptFields({ edit, record, at }: { readonly edit: Edit; readonly record: FoldedRecord | undefined; readonly at: Stamp }): readonly KeptField[] {
  if (record === undefined) return []
  const said = saidBefore({ record, at })
  return Object.entries(edit.set).flatMap(([field, page]): readonly KeptField[] => {
    const isSame = (a: Value, b: Value): boolean => isSameMeaning({ on: edit.on, field, a, b })
    const yours = winnerOf(record, field)
    if (field === 'order' || yours === undefined || isPageStamp(yours.at) || isSame(yours.value, page)) return []
    const before = said.get(field)
    const isNews = before === undefined ? !isNothing(page) : !isSame(before.value, page)
    // where the page says nothing, and never did, the person has merely added something
    return isNews || !isNothing(page) ? [{ on: edit.on, field, yours: yours.value, page, isNews }] : []
  })
}

/** Nothing said, an empty text, a mark not made and what the field reads as without any of that are all the same. */
export function isSameMeaning({ on, field, a, b }: { readonly on: RecordId; readonly field: string; readonly a: Value; readonly b: Value }): boolean {
  const specs = fieldsOf(on)
  const empty = specs !== undefined && Object.hasOwn(specs, field) ? specs[field]?.empty : null
  const meaning = (value: Value): Value => (isNothing(value) || value === empty ? null : value)
  return isSameValue(meaning(a), meaning(b))
}

function isNothing(value: Value): boolean {
  return value === null || value === '' || value === false
}

function goneGoals({ mine, edits }: { readonly mine: ChangeSet; readonly edits: readonly Edit[] }): readonly GoalId[] {
  const onPage = new Set(edits.map(({ on }) => on))
  const gone: GoalId[] = []
  for (const record of valuesOf(mine.records)) {
    if (!hasKind(record.id, 'goal') || onPage.has(record.id) || winnerOf(record, 'deleted')?.value === true) continue
    if ([...cellsOf(record)].some((cell) => isPageStamp(cell.at))) gone.push(record.id)
  }
  return gone.toSorted()
}
