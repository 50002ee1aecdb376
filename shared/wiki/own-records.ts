import type { Edit } from '../changes/change.ts'
import { idOf, hasKind, type GoalId, type PlanId, type RecordId } from '../model/ids.ts'
import { fieldsOf } from '../model/records.ts'
import { createKeys, normalisedText } from './derived-id.ts'
import type { PageText } from './goals-page.ts'
import type { OwnBlock, OwnSection } from './own-blocks.ts'
import { createSiblingOrder } from './own-order.ts'
import { readGoal, showGoal, withGoalsTogether, type GoalPlace } from './own-goal.ts'
import { readHeadLines, showHead } from './own-heads.ts'
import { aboutIn, readNote, showNote } from './own-note.ts'
import { unitedSaid, type ReadShown, type ShownRecord } from './own-record.ts'
import { fieldsFor, listOf, saidIn, specFor, textOf, type Said } from './own-said.ts'
import { digestOf } from './shown-digest.ts'
import type { TemplateTable } from './status-templates.ts'

/** The records of a page that was written from a plan, and what on it was not understood. */
export interface OwnRecords {
  readonly edits: readonly Edit[]
  readonly notUnderstood: readonly PageText[]
}

interface Reading {
  readonly planId: PlanId
  readonly blocks: readonly OwnBlock[]
  readonly table: TemplateTable
}

/** Reads the records, each once; what a hand has added gets an id that follows from where it stands and what it says. */
export function ownRecords({ planId, blocks, table }: Reading): OwnRecords {
  const keys = createKeys(planId)
  const said = new Map<RecordId, Said>()
  const partly = new Set<RecordId>()
  const notUnderstood: PageText[] = []
  const order = createSiblingOrder()
  const inSection = new Map<OwnSection | null, GoalId[]>()
  let line: GoalId[] = []
  let lastSection: OwnSection | null = null
  const list = (block: OwnBlock, { read, refused }: { readonly read: ReadShown; readonly refused: readonly string[] }): void => {
    for (const index of read.unread) notUnderstood.push({ line: block.body[index]?.number ?? 0, text: block.body[index]?.source.trim() ?? '' })
    for (const field of refused) notUnderstood.push({ line: block.head.number, text: `${block.id}: ${field}` })
  }
  const readGoalBlock = (block: OwnBlock): void => {
    if (block.section !== lastSection) line = []
    lastSection = block.section
    const level = Math.min(/^\**/.exec(block.head.source)?.[0].length ?? 1, line.length + 1) || 1
    const parent = line[level - 2] ?? null
    const place: GoalPlace = { output: block.section?.output ?? null, quarter: parent === null ? (block.section?.quarter ?? null) : null, parent }
    const read = readGoal({ shown: shownIn(block), place, table })
    const isCopied = block.id !== null && said.has(block.id)
    const tagged = hasKind(block.id, 'goal') && !isCopied ? block.id : null
    const id = tagged ?? idOf('goal', keys('goal', block.section?.output ?? null, block.section?.quarter ?? null, normalisedText(textOf(read.said['title']))))
    const hidden = tagged === null ? null : saidIn(id, dataOf(block))
    list(block, { read, refused: hidden?.refused ?? [] })
    const showAgain = (all: Said): Said => readGoal({ shown: showGoal({ said: all, level }), place, table }).said
    const united = unitedSaid({ id, shown: read.said, hidden: hidden?.said ?? {}, showAgain })
    // a bullet that was copied with its comment stands for the goal it was copied from, carried on
    const added = tagged === null ? { carriedFrom: isCopied ? block.id : null } : {}
    said.set(id, withGoalsTogether({ ...united, ...added }))
    order.add({ id, group: parent ?? textOf(place['output']), order: tagged === null ? null : textOf(united['order']) })
    line = [...line.slice(0, level - 1), id]
    if (parent === null) inSection.set(block.section, [...(inSection.get(block.section) ?? []), id])
  }
  const readNoteBlock = (block: OwnBlock): void => {
    const read = readNote({ shown: shownIn(block), table })
    const tagged = hasKind(block.id, 'note') && !said.has(block.id) ? block.id : null
    const [only, another] = inSection.get(block.section) ?? []
    const about = only !== undefined && another === undefined ? only : (block.section?.output ?? null)
    if (tagged === null && about === null) return void notUnderstood.push(...[block.head, ...block.body].filter(({ source }) => source.trim() !== '').map(({ number, source }) => ({ line: number, text: source.trim() })))
    const { shown: digest, ...data } = dataOf(block)
    const id = tagged ?? idOf('note', keys('note', block.section?.output ?? null, block.section?.quarter ?? null, textOf(read.said['date'])))
    const hidden = tagged === null ? null : saidIn(id, data)
    list(block, { read, refused: hidden?.refused ?? [] })
    if (typeof digest === 'string' && digest !== digestOf(aboutIn(block.head.source))) notUnderstood.push({ line: block.head.number, text: block.head.source })
    const showAgain = (all: Said): Said => readNote({ shown: showNote({ said: all, about: '', titleOf: () => '' }), table }).said
    const added = tagged === null ? { about, quarter: hasKind(about, 'output') ? (block.section?.quarter ?? null) : null } : {}
    said.set(id, { ...unitedSaid({ id, shown: read.said, hidden: hidden?.said ?? {}, showAgain }), ...added })
  }
  const readHeadBlock = (block: OwnBlock, id: RecordId): void => {
    const read = readHeadLines({ id, shown: shownIn(block) })
    const { shown: digest, ...data } = dataOf(block)
    const isAgain = typeof digest === 'string'
    if (isAgain) {
      // the same words as where it stands in full say nothing new; others were written by a hand
      if (!said.has(id)) partly.add(id)
      if (!said.has(id) || digest !== digestOf(block.head.source)) said.set(id, { ...said.get(id), ...read.said })
      return
    }
    if (said.has(id) && !partly.delete(id)) return void notUnderstood.push({ line: block.head.number, text: block.head.source })
    const hidden = saidIn(id, data)
    list(block, { read, refused: hidden.refused })
    const showAgain = (all: Said): Said => readHeadLines({ id, shown: showHead({ id, said: all }) }).said
    said.set(id, unitedSaid({ id, shown: read.said, hidden: hidden.said, showAgain }))
  }
  for (const block of blocks) {
    if (block.kind === 'goal') readGoalBlock(block)
    else if (block.kind === 'note') readNoteBlock(block)
    else if (block.kind === 'head' && block.id !== null) readHeadBlock(block, block.id)
    else if (block.id !== null) said.set(block.id, saidIn(block.id, dataOf(block)).said)
  }
  for (const [id, key] of order.added()) said.set(id, { ...said.get(id), order: key })
  const lineOf = new Map(blocks.map((block) => [block.id, block.head.number]))
  const edits = [...said].map(([id, all]): Edit => {
    const { held, refused } = heldBy(id, all)
    for (const field of refused) notUnderstood.push({ line: lineOf.get(id) ?? 1, text: `${field}: ${textOf(all[field]).slice(0, 200).toWellFormed()}` })
    return { on: id, set: partly.has(id) ? { title: textOf(held['title']) } : fieldsFor(id, held) }
  })
  return { edits, notUnderstood }
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

function shownIn({ head, body }: OwnBlock): ShownRecord {
  return { head: head.source, body }
}

function dataOf({ head }: OwnBlock): Readonly<Record<string, unknown>> {
  return head.tag?.data ?? {}
}
