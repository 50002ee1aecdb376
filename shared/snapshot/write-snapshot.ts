import type { Value } from '../changes/change.ts'
import { recordIn } from '../changes/fold.ts'
import type { FoldedRecord } from '../changes/folded-record.ts'
import { finish, type Steps } from '../changes/steps.ts'
import { partsInSteps } from '../file/file-parts.ts'
import { layOutParts } from '../file/lay-out.ts'
import { collectionOf, collections, otherCollection, type FileAuthor } from '../file/plan-file.ts'
import { hasKind } from '../model/ids.ts'
import { childrenOf, parentOf, type PlanView } from '../plan/plan-view.ts'
import { frozenRecordsInSteps } from './frozen-records.ts'
import { snapshotFormat, snapshotFormatVersion, type SnapshotScope } from './snapshot.ts'
import { snapshotDigestInSteps } from './snapshot-digest.ts'
import { snapshotRow } from './snapshot-row.ts'

export interface WriteSnapshot {
  readonly view: PlanView
  readonly scope: SnapshotScope
  readonly by: FileAuthor
  /** When, as ISO 8601 text. */
  readonly at: string
  /** Name and version of the app. */
  readonly app: string
}

export interface WrittenSnapshot {
  readonly text: string
  readonly digest: string
}

/** The lists of a snapshot, in the order they are written. */
export const frozenCollections = [collections.program, collections.outcome, collections.output, collections.goal, collections.note, otherCollection] as const

/**
 * Freezes a part of a plan as text: what its records say, and not how that came about. One record a line; the same
 * state, taken at the same moment by the same computer, gives the same text.
 */
export function writeSnapshot(snapshot: WriteSnapshot): WrittenSnapshot {
  return finish(writeSnapshotInSteps(snapshot))
}

/** How many records become lines between two pauses. */
const stepSize = 500

export function* writeSnapshotInSteps({ view, scope, by, at, app }: WriteSnapshot): Steps<WrittenSnapshot> {
  const { records, elsewhere } = yield* frozenRecordsInSteps(view, scope)
  const rows = new Map<string, Value[]>()
  for (const [index, record] of inOrderOfWriting({ view, records }).entries()) {
    if (index % stepSize === 0) yield
    const key = collectionOf(record.id)
    const list = rows.get(key) ?? []
    // a link that was cut because it leads in a circle would lead in one again
    list.push(snapshotRow(record, hasKind(record.id, 'goal') && view.cutGoals.has(record.id) ? ['parent'] : []))
    rows.set(key, list)
  }
  const plan = view.plan === null ? undefined : recordIn(view.set, view.plan.id)
  const content = {
    format: snapshotFormat,
    version: snapshotFormatVersion,
    app,
    by: { ...by },
    at,
    scope,
    plan: plan === undefined ? null : snapshotRow(plan),
    ...Object.fromEntries(frozenCollections.filter((key) => rows.has(key)).map((key) => [key, rows.get(key) ?? []])),
    ...(elsewhere.length === 0 ? {} : { elsewhere: elsewhere.map(([id, quarter]) => ({ id, quarter })) }),
  }
  const digest = yield* snapshotDigestInSteps(content)
  return { text: layOutParts(yield* partsInSteps({ ...content, digest })), digest }
}

/** Notes of one day stand in the order they were written, which a snapshot keeps by the order of its lines. */
function inOrderOfWriting({ view, records }: { readonly view: PlanView; readonly records: readonly FoldedRecord[] }): readonly FoldedRecord[] {
  const notes = Map.groupBy(records.filter(({ id }) => hasKind(id, 'note')), (folded) => parentOf(view, folded) ?? 'root')
  const sorted = [...notes].flatMap(([parent, own]) => {
    const places = new Map(childrenOf(view, { parent, kind: 'note' }).map((id, index) => [id as string, index]))
    return own.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
  })
  return [...records.filter(({ id }) => !hasKind(id, 'note')), ...sorted]
}
