import type { Edit } from '../changes/change.ts'
import type { PlanId, RecordId } from '../model/ids.ts'
import { fieldsOf } from '../model/records.ts'
import type { PageText } from '../wiki/page/goals-page.ts'
import type { OwnBlock } from './own-blocks.ts'
import { readGoalBlock } from './own-goal-block.ts'
import { readHeadLines, showHead } from './own-heads.ts'
import { readNoteBlock } from './own-note-block.ts'
import { createOwnReading, dataIn, listUnread, shownIn, type OwnReading } from './own-reading.ts'
import { unitedSaid } from './own-record.ts'
import { fieldsFor, listOf, saidIn, specFor, textOf, type Said } from './own-said.ts'
import { digestOf } from './shown-digest.ts'
import type { TemplateTable } from '../wiki/text/status-templates.ts'

/** The records of a page that was written from a plan, and what on it was not understood. */
export interface OwnRecords {
  readonly edits: readonly Edit[]
  readonly notUnderstood: readonly PageText[]
}

const longestQuote = 200

/** Reads the records, each once, in the order of the page. */
export function ownRecords({ planId, blocks, table }: { readonly planId: PlanId; readonly blocks: readonly OwnBlock[]; readonly table: TemplateTable }): OwnRecords {
  const reading = createOwnReading({ planId, table })
  const { said, partly, notUnderstood } = reading
  for (const block of blocks) {
    if (block.kind === 'goal') readGoalBlock(reading, block)
    else if (block.kind === 'note') readNoteBlock(reading, block)
    else if (block.id !== null && block.kind === 'head') readHeadBlock(reading, { block, id: block.id })
    else if (block.id !== null) readHiddenBlock(reading, { block, id: block.id })
  }
  for (const [id, order] of reading.order.added()) said.set(id, { ...said.get(id), order })
  const lineOf = new Map(blocks.map((block) => [block.id, block.head.number]))
  const edits = [...said].map(([id, all]): Edit => {
    const { held, refused } = heldBy(id, all)
    for (const field of refused) notUnderstood.push({ line: lineOf.get(id) ?? 1, text: `${field}: ${textOf(all[field]).slice(0, longestQuote).toWellFormed()}` })
    if (partly.has(id)) return { on: id, set: 'title' in held ? { title: textOf(held['title']) } : {} }
    // what can't be held is listed, and is no word for leaving the field empty
    return { on: id, set: Object.fromEntries(Object.entries(fieldsFor(id, held)).filter(([field]) => !refused.includes(field))) }
  })
  return { edits, notUnderstood }
}

interface BlockOf {
  readonly block: OwnBlock
  readonly id: RecordId
}

/** A plan, program, outcome or output. The last two stand again in each quarter, where only an edited title is news. */
function readHeadBlock(reading: OwnReading, { block, id }: BlockOf): void {
  const { said, partly, notUnderstood } = reading
  const read = readHeadLines({ id, shown: shownIn(block) })
  const { data, digest } = dataIn(block)
  if (digest !== null) {
    if (!said.has(id)) partly.add(id)
    if (!said.has(id) || digest !== digestOf(block.head.source)) said.set(id, { ...said.get(id), ...read.said })
    return
  }
  if (said.has(id) && !partly.delete(id)) {
    notUnderstood.push({ line: block.head.number, text: block.head.source })
    return
  }
  const hidden = saidIn(id, data)
  listUnread(reading, { block, read, refused: hidden.refused })
  const showAgain = (all: Said): Said => readHeadLines({ id, shown: showHead({ id, said: all }) }).said
  said.set(id, unitedSaid({ id, shown: read.said, hidden: hidden.said, showAgain }))
}

/** A record of a newer version, of which nothing is shown. */
function readHiddenBlock(reading: OwnReading, { block, id }: BlockOf): void {
  const hidden = saidIn(id, dataIn(block).data)
  listUnread(reading, { block, read: { said: {}, unread: [] }, refused: hidden.refused })
  reading.said.set(id, hidden.said)
}

/** What the record can hold: words on a wiki may be longer than any field. */
function heldBy(id: RecordId, said: Said): { readonly held: Said; readonly refused: readonly string[] } {
  const specs = fieldsOf(id)
  const refused: string[] = []
  const held = Object.entries(said).filter(([name, value]) => {
    const spec = specFor(specs, name)
    const isHeld = spec === undefined || value === null || (spec.isSet ? listOf(value).every(spec.accepts) : spec.accepts(value))
    if (!isHeld) refused.push(name)
    return isHeld
  })
  return { held: Object.fromEntries(held), refused }
}
