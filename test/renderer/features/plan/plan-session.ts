import type { Fields } from '../../../../shared/changes/change.ts'
import { createWindowClock } from '../../../../shared/changes/writer.ts'
import { idOf, type RecordId } from '../../../../shared/model/ids.ts'
import type { TreeRow } from '../../../../shared/plan/tree/tree-rows.ts'
import { rowsOf } from '../../../../renderer/features/plan/tree-actions.ts'
import { createBoardStore } from '../../../../renderer/state/board-store.ts'
import { createPlanStore } from '../../../../renderer/state/plan-store.ts'
import type { Session } from '../../../../renderer/state/session.tsx'
import { createShareStore } from '../../../../renderer/state/share-store.ts'
import { createUiStore } from '../../../../renderer/state/ui-store.ts'
import { planWith } from '../../../shared/edits/plan-at-hand.ts'
import { noDrafts } from '../../state/no-drafts.ts'
import { noOthers } from '../../state/no-others.ts'
import { noBackups } from '../../state/no-backups.ts'
import { noSnapshots } from '../../state/no-snapshots.ts'

/** An open plan with these records, kept in memory; ids are drawn in order, `goal:new1`, `goal:new2`. */
export function sessionWith(records: Readonly<Record<RecordId, Fields>>): Session {
  let clock = 1_000
  let drawn = 0
  const plan = createPlanStore({
    planId: 'plan:tec',
    storage: { append: async () => ({ ok: true, value: undefined }), subscribe: () => () => undefined, broughtBy: async () => ({ ok: true, value: [] }) },
    view: planWith(records),
    exchanges: [],
    slot: 0,
    makeKey: () => 'key',
    onCopied: () => undefined,
    clock: createWindowClock({ replica: 'bbbbbbbbbb', slot: 0 }),
    computer: { replica: 'bbbbbbbbbb', name: '' },
    now: () => (clock += 1),
  })
  return {
    plan,
    board: createBoardStore({ plan, today: '2018-12-06', scope: 2 }),
    ui: createUiStore({ screen: 'plan' }),
    snapshots: noSnapshots(),
    share: createShareStore(),
    others: noOthers(plan),
    backups: noBackups(),
    drafts: noDrafts(),
    makeId: (kind) => idOf(kind, `new${(drawn += 1)}`),
    today: () => '2018-12-06',
  }
}

export function keysOf(session: Session): readonly string[] {
  return rowsOf(session).map(({ node }) => node.key)
}

export function rowOf(session: Session, key: string): TreeRow {
  const row = rowsOf(session).find(({ node }) => node.key === key)
  if (row === undefined) throw new Error(`${key} has no row`)
  return row
}
