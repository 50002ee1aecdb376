import type { Edit, Fields, Value } from '../../changes/change.ts'
import { emptyChangeSet, recordIn, type ChangeSet } from '../../changes/fold.ts'
import { cellsOfField, firstStamp, winnerOf, type FoldedRecord } from '../../changes/folded-record.ts'
import { isKnown } from '../../changes/knows.ts'
import type { FieldChange } from '../../changes/merge.ts'
import { setKnown } from '../../changes/set-known.ts'
import { valuesOf } from '../../changes/sharded-map.ts'
import { msOf } from '../../changes/stamp.ts'
import { hasKind, type GoalId, type RecordId } from '../../model/ids.ts'
import { splitField } from '../../model/record-spec.ts'
import { createView } from '../../plan/plan-index.ts'
import { isLive } from '../../plan/plan-view.ts'
import { isSameMeaning, type KeptField, type PageReview } from './page-review.ts'
import { isPageStamp } from '../page/page-stamp.ts'
import type { ReadPage } from '../read-page.ts'
import { readOwnWikitext, type WrittenPage } from '../../wikitext/read-own-wikitext.ts'
import { writeWikitext } from '../../wikitext/write-wikitext.ts'

interface OwnPageCopy {
  readonly page: Pick<ReadPage, 'edits' | 'date' | 'sequence'>
  readonly written: WrittenPage
  readonly mine: ChangeSet
}

/** A page beside the plan, and beside the plan as it was when the page was written. */
interface Compared extends OwnPageCopy {
  readonly base: ChangeSet
  /** What the page said when it was written. */
  readonly before: ReadonlyMap<RecordId, Fields>
}

type Told = { readonly kind: 'changed'; readonly change: FieldChange } | { readonly kind: 'kept'; readonly kept: KeptField }

/**
 * Looks at a page that was written from the plan it is read into. What was edited on it since is what somebody does
 * now, and comes in as that: history tells it from today on, and what wasn't edited isn't written. Where the plan says
 * something else by now too, the person is asked.
 */
export function ownPageReview(copy: OwnPageCopy): PageReview {
  const { page, written, mine } = copy
  const base = written.knows === null ? mine : setKnown({ set: mine, knows: written.knows })
  const compared: Compared = { ...copy, base, before: saidWhenWritten({ base, words: written.words }) }
  const isDeleted = (id: RecordId): boolean => winnerOf(recordIn(mine, id), 'deleted')?.value === true
  const there = page.edits.filter(({ on }) => !isDeleted(on))
  const made = there.filter(({ on }) => recordIn(mine, on) === undefined)
  const told = there.flatMap((edit) => (recordIn(mine, edit.on) === undefined ? [] : toldOf(compared, edit)))
  const changed = told.flatMap((each) => (each.kind === 'changed' ? [each.change] : []))
  const touched = new Set([...made, ...changed].map(({ on }) => on))
  return {
    theirs: emptyChangeSet(),
    edits: [...[...Map.groupBy(changed, ({ on }) => on)].map(([on, fields]): Edit => ({ on, set: Object.fromEntries(fields.map(({ field, after }) => [field, after])) })), ...madeInOrder(compared, made)],
    newRecords: made.map(({ on }) => on),
    changed,
    kept: told.flatMap((each) => (each.kind === 'kept' ? [each.kept] : [])),
    deletedHere: page.edits.flatMap(({ on }) => (isDeleted(on) ? [on] : [])),
    gone: goneGoals(compared),
    same: page.edits.filter(({ on }) => !touched.has(on)).length,
    wasRead: false,
    isOlder: false,
    nothing: touched.size === 0,
  }
}

/** Found out by writing the page of then once more and reading it: what a page doesn't say to the letter is no edit. */
function saidWhenWritten({ base, words }: { readonly base: ChangeSet; readonly words: readonly string[] }): ReadonlyMap<RecordId, Fields> {
  const reading = readOwnWikitext({ text: writeWikitext(createView(base)), words })
  return new Map(reading?.ok === true ? reading.page.plan.edits.map(({ on, set }) => [on, set]) : [])
}

/** A new record says what it says, and nothing of the rest; notes follow each other as they stand on the page. */
function madeInOrder({ page: { sequence } }: Compared, made: readonly Edit[]): readonly Edit[] {
  const said = made.map(({ on, set }): Edit => ({ on, set: Object.fromEntries(Object.entries(set).filter(([field, value]) => !isSameMeaning({ on, field, a: value, b: null }))) }))
  return said.toSorted((a, b) => (sequence?.get(a.on) ?? 0) - (sequence?.get(b.on) ?? 0))
}

function toldOf(compared: Compared, edit: Edit): readonly Told[] {
  const { on } = edit
  const { mine, before } = compared
  const record = recordIn(mine, on)
  const said = before.get(on) ?? {}
  if (record === undefined) return []
  return Object.entries(withWithdrawn({ set: edit.set, said })).flatMap(([field, page]): readonly Told[] => {
    const isSame = (a: Value | undefined, b: Value | undefined): boolean => isSameMeaning({ on, field, a: a ?? null, b: b ?? null })
    const here = winnerOf(record, field)?.value
    if (isSame(page, said[field]) || isSame(here, page)) return []
    if (!isEditedHere(compared, { record, field })) return [{ kind: 'changed', change: { on, field, before: here, after: page } }]
    // a place in a list is nothing to ask about
    return field === 'order' ? [] : [{ kind: 'kept', kept: { on, field, yours: here ?? null, page, isNews: !wasTaken(compared, { record, field, page }) } }]
  })
}

/** A page has no words for taking a member off a set; a line that merely repeats a title says nothing of sets. */
function withWithdrawn({ set, said }: { readonly set: Fields; readonly said: Fields }): Fields {
  if (Object.keys(set).length <= 1) return set
  const withdrawn = Object.entries(said).filter(([field, value]) => value === true && splitField(field).member !== undefined && !Object.hasOwn(set, field))
  return withdrawn.length === 0 ? set : { ...set, ...Object.fromEntries(withdrawn.map(([field]) => [field, false])) }
}

interface FieldOf {
  readonly record: FoldedRecord
  readonly field: string
}

/** Of a page that doesn't say what was known when it was written, only its date tells. */
function isEditedHere({ base, page, written }: Compared, { record, field }: FieldOf): boolean {
  const here = winnerOf(record, field)
  if (here === undefined) return false
  if (written.knows === null) return !isPageStamp(here.at) && msOf(here.at) > page.date
  return !isSameMeaning({ on: record.id, field, a: winnerOf(recordIn(base, record.id), field)?.value ?? null, b: here.value })
}

/** Whether the plan has said since what the page says: then that was let in, and edited after. */
function wasTaken({ written: { knows } }: Compared, { record, field, page }: FieldOf & { readonly page: Value }): boolean {
  return knows !== null && cellsOfField(record, field).some(({ at, value }) => !isKnown({ knows, stamp: at }) && isSameMeaning({ on: record.id, field, a: value, b: page }))
}

/** Goals that stood on the page when it was written, and are still in the plan. */
function goneGoals({ page, written, base, before, mine }: Compared): readonly GoalId[] {
  const onPage = new Set(page.edits.map(({ on }) => on))
  const view = createView(mine)
  const wasThere = (record: FoldedRecord): boolean => before.has(record.id) && (written.knows !== null || msOf(firstStamp(record)) <= page.date)
  return [...valuesOf(base.records)].flatMap((record) => (hasKind(record.id, 'goal') && !onPage.has(record.id) && wasThere(record) && isLive(view, record.id) ? [record.id] : [])).toSorted()
}
