import { applyUpdate, Doc, encodeStateAsUpdate, Map as SharedMap } from 'yjs'
import type { Change, Value } from '../../shared/changes/change.ts'
import type { Fields } from './merge-sides.ts'
import type { Merging } from './merging.ts'

type Records = SharedMap<SharedMap<Value>>

/** As it comes: what was overwritten is thrown away, which makes it quick and small. */
export const yjs: Merging = {
  name: 'Yjs',
  keepsHistory: false,
  write: ({ base, mine, theirs }) => {
    const doc = new Doc()
    doc.clientID = 1
    doc.transact(() => {
      for (const { on, set } of base) recordsOf(doc).set(on, new SharedMap<Value>(Object.entries(set)))
    })
    const bytes = encodeStateAsUpdate(doc)
    return { mine: edited({ bytes, clientID: 2, changes: mine }), theirs: edited({ bytes, clientID: 3, changes: theirs }) }
  },
  merge: ({ mine, theirs }) => {
    const doc = new Doc()
    applyUpdate(doc, mine)
    applyUpdate(doc, theirs)
    return { bytes: encodeStateAsUpdate(doc), read: () => recordsOf(doc).toJSON() as Fields } // it was written from such fields
  },
}

/** A fork of the plan in which each edit is a transaction of its own, as a person makes them. */
function edited({ bytes, clientID, changes }: { readonly bytes: Uint8Array; readonly clientID: number; readonly changes: readonly Change[] }): Uint8Array {
  const doc = new Doc()
  doc.clientID = clientID
  applyUpdate(doc, bytes)
  for (const { on, set } of changes) {
    doc.transact(() => {
      for (const [field, value] of Object.entries(set)) recordsOf(doc).get(on)?.set(field, value)
    })
  }
  return encodeStateAsUpdate(doc)
}

function recordsOf(doc: Doc): Records {
  return doc.getMap('records')
}
