import { change, clone, free, from, ImmutableString, load, merge, save, toJS, type Doc } from '@automerge/automerge'
import type { Change, Value } from '../../shared/changes/change.ts'
import type { Fields } from './merge-sides.ts'
import type { Merging } from './merging.ts'

interface Plan extends Record<string, unknown> {
  records: Record<string, Record<string, unknown>>
}

/** Plain texts would become lists of letters, each with an id: these are replaced whole, as ours are. */
export const automerge: Merging = {
  name: 'Automerge',
  keepsHistory: true,
  write: ({ base, mine, theirs }) => {
    const records = Object.fromEntries(base.map(({ on, set }) => [on, Object.fromEntries(Object.entries(set).map(([field, value]) => [field, toScalar(value)]))]))
    const doc = from<Plan>({ records }, 'aa')
    return { mine: save(edited(clone(doc, 'bb'), mine)), theirs: save(edited(clone(doc, 'cc'), theirs)) }
  },
  merge: ({ mine, theirs }) => {
    const other = load<Plan>(theirs)
    const doc = merge(load<Plan>(mine), other)
    const release = (): void => {
      free(doc)
      free(other)
    }
    return { bytes: save(doc), read: () => readAll(doc), free: release }
  },
}

/** Each edit as a change of its own, as a person makes them. */
function edited(doc: Doc<Plan>, changes: readonly Change[]): Doc<Plan> {
  return changes.reduce(
    (before, { on, set }) =>
      change(before, ({ records }) => {
        for (const [field, value] of Object.entries(set)) Object.assign(records[on] ?? {}, { [field]: toScalar(value) })
      }),
    doc,
  )
}

function toScalar(value: Value): unknown {
  return typeof value === 'string' ? new ImmutableString(value) : value
}

function readAll(doc: Doc<Plan>): Fields {
  const { records } = toJS(doc)
  return Object.fromEntries(Object.entries(records).map(([id, fields]) => [id, Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value instanceof ImmutableString ? value.toString() : value]))])) as Fields // it was written from such fields
}
