import { clausesOf } from '../text/clauses.ts'
import { dateAtStart } from '../text/page-date.ts'
import type { PageNote, StatusWord } from '../page/goals-page.ts'
import { toMarkdown } from '../text/note-markdown.ts'
import { collapse, type PageLine } from '../text/page-lines.ts'
import { statusWordsIn, wordingOf } from '../text/status-words.ts'

/** Reads what stands below a section's `Status`: notes, each from its head to the next. */
export function readNotes(lines: readonly PageLine[]): readonly PageNote[] {
  const notes: PageNote[] = []
  let head: NoteHead | null = null
  let body: PageLine[] = []
  const close = (): void => {
    if (head !== null) notes.push(noteOf({ head, body }))
    body = []
  }
  for (const line of lines) {
    const next = headOf(line)
    if (next !== null) {
      close()
      head = next
    } else {
      if (head === null && line.plain !== '') head = { line, kind: 'none', date: null, rest: '', words: [] }
      body.push(line)
    }
  }
  close()
  return notes
}

interface NoteHead extends Pick<PageNote, 'date' | 'words'> {
  readonly line: PageLine
  readonly kind: Exclude<PageNote['head'], 'scaffold'>
  /** What stands on the head's line behind the date. */
  readonly rest: string
}

/** Whether a line is a note's head: `Note: August 10, 2018`, or a mark and a date, `To do March 2019`. */
export function headOf(line: PageLine): NoteHead | null {
  const note = /^note: ?(.*)$/i.exec(line.plain)
  if (note !== null) {
    const dated = dateAtStart(note[1] ?? '')
    if (dated === null && line.bullet) return null
    return { line, kind: 'note', date: dated?.date ?? null, rest: (dated?.rest ?? note[1] ?? '').replace(/^[:–-] ?/, ''), words: [] }
  }
  const [mark] = line.bullet ? [] : statusWordsIn({ line, where: 'note' })
  if (mark === undefined || !mark.isMark || mark.offset > line.start) return null
  const dated = dateAtStart(collapse(line.raw.slice(mark.offset + mark.length)))
  return dated === null || dated.rest !== '' ? null : { line, kind: 'mark', date: dated.date, rest: '', words: [mark] }
}

function noteOf({ head, body }: { readonly head: NoteHead; readonly body: readonly PageLine[] }): PageNote {
  const lines = head.rest === '' ? body : [restOf(head), ...body]
  const read = lines.map((line) => ({ line, words: statusWordsIn({ line, where: 'note' }) }))
  const text = toMarkdown(read.map(({ line, words }) => ({ line, wording: collapse(wordingOf({ line, words })) })))
  const kind = head.kind === 'mark' && isToDo(head.words) && isUnfilled(lines) ? 'scaffold' : head.kind
  return {
    line: head.line.number,
    head: kind,
    date: head.date,
    text,
    words: [...head.words, ...read.flatMap(({ words }) => words)],
    clauses: [...(kind === 'mark' ? headClauses(head) : []), ...read.flatMap(clausesOf)],
  }
}

/** What a head with a mark states. `To do` states nothing: it is what the template put there before anybody wrote. */
function headClauses(head: NoteHead): PageNote['clauses'] {
  return isToDo(head.words) ? [] : clausesOf({ line: head.line, words: head.words })
}

/** The head's own line as a line of text, so that words behind the date are read like any others. */
function restOf(head: NoteHead): PageLine {
  const start = head.line.raw.length - head.rest.length
  const isTail = collapse(head.line.raw.slice(start)) === head.rest
  return { ...head.line, start: isTail ? start : head.line.start, bullet: false, plain: head.rest }
}

function isToDo(words: readonly StatusWord[]): boolean {
  return words[0]?.status === 'todo'
}

/** `Discussed...` is what the template puts below its head. */
function isUnfilled(body: readonly PageLine[]): boolean {
  return body.every((line) => line.plain === '' || /^discussed ?(?:\.{2,4}|…)?$/i.test(line.plain))
}
