import { idOf, type GoalId, type PlanId, type RecordId } from '../model/ids.ts'
import { createKeys, normalisedText } from '../wiki/to-plan/derived-keys.ts'
import type { PageText } from '../wiki/page/goals-page.ts'
import type { OwnBlock, OwnSection } from './own-blocks.ts'
import { createSiblingOrder, type SiblingOrder } from './own-order.ts'
import type { ReadShown, ShownRecord } from './own-record.ts'
import type { Said } from './own-said.ts'
import type { TemplateTable } from '../wiki/text/status-templates.ts'

/** What has been read so far of a page that was written from a plan. */
export interface OwnReading {
  readonly table: TemplateTable
  readonly said: Map<RecordId, Said>
  /** Records of which only a line was found that repeats their title. */
  readonly partly: Set<RecordId>
  readonly notUnderstood: PageText[]
  readonly order: SiblingOrder
  /** Goals at the first level of a section. */
  readonly inSection: Map<OwnSection | null, GoalId[]>
  /** The goal above, at each level, and in which section. */
  path: readonly GoalId[]
  pathIn: OwnSection | null
  /** The id of what a hand has added, which follows from where it stands and what it says. */
  readonly idFor: <K extends 'goal' | 'note'>(kind: K, section: OwnSection | null, text: string) => `${K}:${string}`
}

export function createOwnReading({ planId, table }: { readonly planId: PlanId; readonly table: TemplateTable }): OwnReading {
  const keys = createKeys(planId)
  return {
    table,
    said: new Map(),
    partly: new Set(),
    notUnderstood: [],
    order: createSiblingOrder(),
    inSection: new Map(),
    path: [],
    pathIn: null,
    idFor: (kind, section, text) => idOf(kind, keys(kind, section?.output ?? null, section?.quarter ?? null, normalisedText(text))),
  }
}

/** Lists the lines of a block that say nothing, and what its tag says that no record can. */
export function listUnread(reading: OwnReading, { block, read, refused }: { readonly block: OwnBlock; readonly read: ReadShown; readonly refused: readonly string[] }): void {
  for (const index of read.unread) reading.notUnderstood.push({ line: block.body[index]?.number ?? 0, text: block.body[index]?.source.trim() ?? '' })
  for (const field of refused) reading.notUnderstood.push({ line: block.head.number, text: `${block.id}: ${field}` })
}

export function shownIn({ head, body }: OwnBlock): ShownRecord {
  return { head: head.source, body }
}

/** What the tag of a block says: the record's own, and the digest of what is shown and not read. */
export function dataIn({ head }: OwnBlock): { readonly data: Readonly<Record<string, unknown>>; readonly digest: string | null } {
  const { shown, ...data } = head.tag?.data ?? {}
  return { data, digest: typeof shown === 'string' ? shown : null }
}
