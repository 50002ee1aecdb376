import { LoroDoc, LoroMap } from 'loro-crdt'
import type { Change, Value } from '../../shared/changes/change.ts'
import type { Fields } from './merge-sides.ts'
import type { Merging } from './merging.ts'

/** Files as snapshots, its form that loads quickest. */
export const loro: Merging = {
  name: 'Loro',
  keepsHistory: true,
  write: ({ base, mine, theirs }) => {
    const doc = new LoroDoc()
    doc.setPeerId('1')
    for (const { on, set } of base) {
      const record = doc.getMap('records').setContainer(on, new LoroMap<Record<string, Value>>())
      for (const [field, value] of Object.entries(set)) record.set(field, value)
    }
    doc.commit()
    const bytes = snapshotOf(doc)
    return { mine: edited({ bytes, peer: '2', changes: mine }), theirs: edited({ bytes, peer: '3', changes: theirs }) }
  },
  merge: ({ mine, theirs }) => {
    const doc = LoroDoc.fromSnapshot(mine)
    doc.import(theirs)
    return { bytes: snapshotOf(doc), read: () => doc.getMap('records').toJSON() as Fields, free: () => doc.free() } // it was written from such fields
  },
}

/** A fork of the plan in which each edit is a commit of its own, as a person makes them. */
function edited({ bytes, peer, changes }: { readonly bytes: Uint8Array; readonly peer: `${number}`; readonly changes: readonly Change[] }): Uint8Array {
  const doc = LoroDoc.fromSnapshot(bytes)
  doc.setPeerId(peer)
  for (const { on, set } of changes) {
    const record = doc.getMap('records').get(on)
    for (const [field, value] of Object.entries(set)) if (record instanceof LoroMap) record.set(field, value)
    doc.commit()
  }
  return snapshotOf(doc)
}

function snapshotOf(doc: LoroDoc): Uint8Array {
  return doc.export({ mode: 'snapshot' })
}
