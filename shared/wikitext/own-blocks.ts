import { hasKind, isBookkeeping, isRecordId, kindOf, type OutputId, type RecordId } from '../model/ids.ts'
import { isKnownKind } from '../model/records.ts'
import { isQuarter, type Quarter } from '../model/year.ts'
import type { PageText } from '../wiki/page/goals-page.ts'
import type { OwnTag, TaggedLine } from './own-tags.ts'
import { plainText } from './own-text.ts'
import { headingIn } from '../wiki/source/wikitext-lines.ts'
import { digestOf } from './shown-digest.ts'

/** Lines that belong to one record of a page that was written from a plan; its id is null where a hand has added it. */
export interface OwnBlock {
  readonly kind: 'head' | 'goal' | 'note' | 'hidden'
  readonly id: RecordId | null
  readonly head: TaggedLine
  readonly body: TaggedLine[]
  readonly section: OwnSection | null
}

export interface OwnSection {
  readonly output: OutputId | null
  readonly quarter: Quarter | null
}

export interface OwnBlocks {
  readonly blocks: readonly OwnBlock[]
  readonly notUnderstood: readonly PageText[]
}

type Part = 'head' | 'titles' | 'goals' | 'status' | 'unknown'

/** Cuts a page into the lines of each record. A line that belongs to none is listed. */
export function ownBlocks(lines: readonly TaggedLine[]): OwnBlocks {
  const blocks: OwnBlock[] = []
  const notUnderstood: PageText[] = []
  const byNumber = outputsByNumber(lines)
  let part: Part = 'head'
  let section: OwnSection | null = null
  let quarter: Quarter | null = null
  let open: OwnBlock | null = null
  const list = (line: TaggedLine): void => {
    if (line.source.trim() !== '') notUnderstood.push({ line: line.number, text: line.source.trim() })
  }
  const begin = (kind: OwnBlock['kind'], line: TaggedLine, id: RecordId | null): void => {
    open = { kind, id, head: line, body: [], section }
    blocks.push(open)
  }
  for (const line of lines) {
    const { source, tag } = line
    for (const text of line.broken) notUnderstood.push({ line: line.number, text })
    const heading = headingIn(source)
    const id = tag !== null && isRecordId(tag.name) ? tag.name : null
    const note = isNoteHead(source, heading?.text)
    if (hasKind(id, 'note') || (note && id === null && part === 'status')) begin('note', line, id)
    else if (heading !== null) {
      open = null
      const turn = turnAt({ text: plainText(heading.text), source, tag, byNumber, quarter })
      if (turn === null || turn.isEdited) list(line)
      part = turn?.part ?? 'unknown'
      if (turn?.section !== undefined) section = turn.section
      if (turn?.quarter !== undefined) quarter = turn.quarter
    } else if (id !== null) {
      const kind = hasKind(id, 'goal') ? 'goal' : isKnownKind(kindOf(id)) ? 'head' : 'hidden'
      if (isBookkeeping(id)) list(line)
      else begin(kind, line, id)
    } else if (belongs(open, line)) (open as OwnBlock | null)?.body.push(line) // TypeScript doesn't see that a callback sets it
    else if (part === 'goals' && /^\*+ ?[^*:\s]/.test(source)) begin('goal', line, null)
    else if (tag?.name !== 'page') list(line)
  }
  return { blocks, notUnderstood }
}

function isNoteHead(source: string, heading: string | undefined): boolean {
  return /^note\b/i.test(heading ?? (source.startsWith("'''") ? source.replaceAll("'''", '') : ''))
}

/** Whether a line goes on with what stands above it. */
function belongs(open: OwnBlock | null, { source }: TaggedLine): boolean {
  if (open === null || open.kind === 'hidden') return false
  if (open.kind === 'note') return true
  if (open.kind === 'goal') return /^[*#]*:+/.test(source)
  return (hasKind(open.id, 'plan') || hasKind(open.id, 'program')) && /^\*(?: ?[^*:\s]|\*+ ?[^*:\s])/.test(source)
}

interface Turn {
  readonly part: Part
  readonly section?: OwnSection | null
  readonly quarter?: Quarter | null
  /** Somebody has written over what is shown there, which is not read. */
  readonly isEdited: boolean
}

interface AtHeading {
  readonly text: string
  readonly source: string
  readonly tag: OwnTag | null
  readonly byNumber: ReadonlyMap<string, OutputId>
  readonly quarter: Quarter | null
}

/** What a heading begins, or null for one that says nothing that is known. */
function turnAt({ text, source, tag, byNumber, quarter }: AtHeading): Turn | null {
  if (tag?.name === 'section') {
    const { output, quarter: own, shown } = tag.data
    return { part: 'titles', section: { output: isRecordId(output) && hasKind(output, 'output') ? output : null, quarter: isQuarter(own) ? own : null }, isEdited: shown !== digestOf(source) }
  }
  if (/^goals?(?: ?\(s\))?:?$/i.test(text)) return { part: 'goals', isEdited: false }
  if (/^status(?:es)?:?$/i.test(text)) return { part: 'status', isEdited: false }
  if (/^program(?:me)? goals\b/i.test(text)) return { part: 'head', section: null, isEdited: false }
  if (/^not scheduled$/i.test(text)) return { part: 'head', section: null, quarter: null, isEdited: false }
  const number = Number(/^(?:q|quarter )([1-4])\b/i.exec(text)?.[1])
  if (isQuarter(number)) return { part: 'head', section: null, quarter: number, isEdited: false }
  // a section that a hand has added is known by the number of its output
  const output = byNumber.get(/\boutput ([0-9.]{1,20})/i.exec(text)?.[1] ?? '')
  return output === undefined ? null : { part: 'titles', section: { output, quarter }, isEdited: false }
}

function outputsByNumber(lines: readonly TaggedLine[]): ReadonlyMap<string, OutputId> {
  return new Map(
    lines.flatMap(({ tag }): readonly (readonly [string, OutputId])[] => {
      if (tag === null || !isRecordId(tag.name) || !hasKind(tag.name, 'output')) return []
      const { number } = tag.data
      return typeof number === 'string' && number !== '' ? [[number, tag.name]] : []
    }),
  )
}
