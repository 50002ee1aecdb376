import { hasKind } from '../model/ids.ts'
import type { OwnBlock } from './own-blocks.ts'
import { aboutIn, readNote, showNote } from './own-note.ts'
import { dataIn, listUnread, shownIn, type OwnReading } from './own-reading.ts'
import { unitedSaid } from './own-record.ts'
import { saidIn, textOf, type Said } from './own-said.ts'
import { digestOf } from './shown-digest.ts'

/** Reads a note. One that was added on the wiki is about the one goal of its section, else about the section's output. */
export function readNoteBlock(reading: OwnReading, block: OwnBlock): void {
  const { section } = block
  const { table } = reading
  const read = readNote({ shown: shownIn(block), table })
  const tagged = hasKind(block.id, 'note') && !reading.said.has(block.id) ? block.id : null
  const [only, another] = reading.inSection.get(section) ?? []
  const about = only !== undefined && another === undefined ? only : (section?.output ?? null)
  if (tagged === null && about === null) {
    for (const { number, source } of [block.head, ...block.body]) if (source.trim() !== '') reading.notUnderstood.push({ line: number, text: source.trim() })
    return
  }
  const { data, digest } = dataIn(block)
  const id = tagged ?? reading.idFor('note', section, textOf(read.said['date']))
  const hidden = tagged === null ? { said: {}, refused: [] } : saidIn(id, data)
  listUnread(reading, { block, read, refused: hidden.refused })
  if (digest !== null && digest !== digestOf(aboutIn(block.head.source))) reading.notUnderstood.push({ line: block.head.number, text: block.head.source })
  const showAgain = (said: Said): Said => readNote({ shown: showNote({ said, about: '', titleOf: () => '' }), table }).said
  const united = unitedSaid({ id, shown: read.said, hidden: hidden.said, showAgain })
  const added = { about, quarter: hasKind(about, 'output') ? (section?.quarter ?? null) : null }
  reading.said.set(id, tagged === null ? { ...united, ...added } : united)
}
