import type { FieldChange } from '../changes/merge.ts'
import { hasKind, type GoalId, type RecordId } from '../model/ids.ts'
import type { Quarter } from '../model/year.ts'
import { parentGoalOf } from '../plan/goal-place.ts'
import { recordOf } from '../plan/plan-view.ts'
import { compareFields } from './compare-fields.ts'
import type { CompareScope, ComparedRecord } from './comparison.ts'
import { aspectsOf } from './row-aspects.ts'
import type { Side } from './side.ts'
import type { Standing } from './standing.ts'

export interface RowSource {
  readonly id: RecordId
  /** The record as it was and is; null where it isn't there. */
  readonly was: Standing | null
  readonly is: Standing | null
  readonly sides: { readonly before: Side; readonly after: Side }
  readonly scope: CompareScope
}

/** The row of a record that is there on at least one side; null where it reads the same. */
export function rowOf(source: RowSource): ComparedRecord | null {
  const { id, was, is } = source
  if (was === null || is === null) {
    const [inside, outside] = insideOut(source)
    if (hasKind(id, 'goal') && outside.elsewhere.has(id)) return movedRow(source, id)
    const about = hasKind(id, 'note') ? (recordOf(inside.view, id)?.about ?? null) : null
    // whether a note was there on a goal that stands outside of what is known, nobody can tell
    if (hasKind(about, 'goal') && outside.elsewhere.has(about)) return null
  }
  const change = was === null ? 'added' : is === null ? 'dropped' : 'changed'
  const fields = compareFields({ on: id, before: was?.folded ?? undefined, after: is?.folded ?? undefined })
  if (change === 'changed' && fields.length === 0) return null
  const moved = change === 'changed' && hasKind(id, 'goal') ? moveOf({ from: was?.quarter ?? null, to: is?.quarter ?? null, fields }) : null
  return finish(source, { change, fields, moved })
}

/** The side on which the record is there, and the other. */
function insideOut({ was, sides }: RowSource): readonly [Side, Side] {
  return was === null ? [sides.after, sides.before] : [sides.before, sides.after]
}

/** A sub-goal that went along with its parent, and says nothing else about its own place, did not move by itself. */
function moveOf({ from, to, fields }: { readonly from: Quarter | null; readonly to: Quarter | null; readonly fields: readonly FieldChange[] }): ComparedRecord['moved'] {
  return from === to || !fields.some(({ field }) => field === 'quarter' || field === 'parent') ? null : { from, to }
}

/** A goal that stands outside of what one side holds: of its fields only the quarter is known there. */
function movedRow(source: RowSource, id: GoalId): ComparedRecord | null {
  const { was, is, sides } = source
  const from = was === null ? (sides.before.elsewhere.get(id) ?? null) : was.quarter
  const to = is === null ? (sides.after.elsewhere.get(id) ?? null) : is.quarter
  if (from === to || wentAlong(source, id)) return null
  return finish(source, { change: 'changed', fields: [{ on: id, field: 'quarter', before: from, after: to }], moved: { from, to } })
}

/** Whether a sub-goal without a quarter of its own has only moved because its parent did. */
function wentAlong(source: RowSource, id: GoalId): boolean {
  const [inside, outside] = insideOut(source)
  const parent = parentGoalOf(inside.view, id)?.id
  return parent !== undefined && recordOf(inside.view, id)?.quarter === null && outside.elsewhere.has(parent) && outside.elsewhere.get(parent) === outside.elsewhere.get(id)
}

function finish({ id, was, is, scope }: RowSource, { change, fields, moved }: Pick<ComparedRecord, 'change' | 'fields' | 'moved'>): ComparedRecord {
  const { output, outcome } = is ?? was ?? { output: null, outcome: null }
  return { on: id, change, aspects: aspectsOf({ on: id, change, fields, moved }, scope), fields, moved, output, outcome }
}
