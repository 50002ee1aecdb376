import type { PageClause, StatusWord } from '../page/goals-page.ts'
import { collapse, type PageLine } from './page-lines.ts'
import { markText } from './status-words.ts'

// a sentence's end, or a comma before what speaks of something else
const endPattern = /[;.!?](?=\s|$)|,(?=\s(?:but|and|while|though)\s)/g
const longestQuote = 300

interface WordedLine {
  readonly line: PageLine
  readonly words: readonly StatusWord[]
}

interface Cut {
  readonly at: number
  readonly mark: StatusWord | null
}

/**
 * Cuts a line of a note into clauses. A mark ends the clause it belongs to: in `citoid Done; changeprop is
 * still In progress` each mark speaks of the words before it.
 */
export function clausesOf({ line, words }: WordedLine): readonly PageClause[] {
  const marks = words.filter(({ isMark }) => isMark).map((mark): Cut => ({ at: mark.offset, mark }))
  const ends = [...line.raw.slice(line.start).matchAll(endPattern)].map((match): Cut => ({ at: line.start + match.index, mark: null }))
  const cuts = [...marks, ...ends].toSorted((a, b) => a.at - b.at)
  const clauses: PageClause[] = []
  let from = line.start
  cuts.forEach(({ at, mark }, index) => {
    const before = line.raw.slice(from, Math.max(from, at))
    from = mark === null ? at + 1 : mark.offset + mark.length
    if (mark === null) {
      clauses.push(...unmarked({ line, text: before }))
      return
    }
    const next = nextCut({ line, cuts, index })
    const after = afterMark({ line, from, next })
    clauses.push(marked({ line, mark, before, after }))
    if (next?.mark !== undefined && next.mark !== null) from += after.length
  })
  return [...clauses, ...unmarked({ line, text: line.raw.slice(from) })]
}

/** Where no mark holds a sentence together, each comma ends a clause: nothing is read from it but a name and a hint. */
function unmarked({ line, text }: { readonly line: PageLine; readonly text: string }): readonly PageClause[] {
  const parts = text.split(/,(?=\s)/).map(clauseText)
  return parts.filter((part) => part !== '').map((part) => ({ line: line.number, text: part, mark: null, after: '', quote: shortened(part) }))
}

/** What is said after a mark ends with the sentence, or where it begins to lead to the next mark. */
function afterMark({ line, from, next }: { readonly line: PageLine; readonly from: number; readonly next: Cut | undefined }): string {
  const rest = line.raw.slice(from, next?.at)
  return next === undefined || next.mark === null ? rest : (rest.split(/[,;]| and /)[0] ?? '')
}

function marked({ line, mark, before, after }: { readonly line: PageLine; readonly mark: StatusWord; readonly before: string; readonly after: string }): PageClause {
  const quote = shortened(clauseText(`${before} ${markText(line, mark)}${after}`))
  return { line: line.number, text: clauseText(before), mark, after: clauseText(after), quote }
}

/** The next mark or end of a sentence; a comma ends no sentence. */
function nextCut({ line, cuts, index }: { readonly line: PageLine; readonly cuts: readonly Cut[]; readonly index: number }): Cut | undefined {
  for (let at = index + 1; at < cuts.length; at += 1) {
    const cut = cuts[at]
    if (cut !== undefined && (cut.mark !== null || line.raw.charAt(cut.at) !== ',')) return cut
  }
  return undefined
}

/** Without the white space, punctuation and conjunction that only tie a clause to its neighbour. */
function clauseText(text: string): string {
  return collapse(text)
    .replace(/^[\s,;:.!?)–—-]+/, '')
    .replace(/^(?:and|but|while|though|as|because|since) /i, '')
}

function shortened(text: string): string {
  return text.length <= longestQuote ? text : `${text.slice(0, longestQuote)}…`.toWellFormed()
}
