import type { Status } from '../../model/status.ts'
import type { StatusWord } from '../page/goals-page.ts'
import { isSpace, type PageLine } from './page-lines.ts'

// the words of the wiki's status templates; `partially` alone is only ever running text
const wordPattern = /in\sprogress|partially(?:\sdone)?|to[\s-]do|todo|done|postponed|blocked|stalled/gi
const statusByWord: Readonly<Record<string, Status>> = {
  'in progress': 'inProgress',
  'partially done': 'partiallyDone',
  partially: 'partiallyDone',
  'to do': 'todo',
  'to-do': 'todo',
  todo: 'todo',
  done: 'done',
  postponed: 'postponed',
  blocked: 'blocked',
  stalled: 'stalled',
}
/** What stands for the icon of a template in copied text: `N Postponed`, `Yes Done`. */
const icons = ['N', 'Y', 'Yes', 'No', 'Incomplete', 'X', '✓', '✔', '✗', '✘', '☑', '☒']

interface WhereFound {
  readonly line: PageLine
  /** A goal's title may hold such words in any place; only at its end are they a mark without being set off. */
  readonly where: 'goal' | 'note'
}

/**
 * Every status word of a line, each told to be a mark or running text. A mark is a capitalised status word
 * that is set off: by a no-break space, by an icon's alt text, by two spaces, or, in a copy that lost its
 * no-break spaces, by its capital within or at the head of a sentence.
 */
export function statusWordsIn({ line, where }: WhereFound): readonly StatusWord[] {
  const found: StatusWord[] = []
  for (const match of line.raw.matchAll(wordPattern)) {
    const word = wordAt({ line, where, at: match.index, text: match[0] })
    if (word === null || match.index < line.start) continue
    const last = found.at(-1)
    if (last !== undefined && isRepeated({ line, last, word })) {
      // `In progress In progress`: the first is the icon's alt text
      found[found.length - 1] = { ...last, length: word.offset + word.length - last.offset, isMark: true, claim: last.claim }
    } else found.push(word)
  }
  return found
}

/** The words of a line as they read: marks as plain words, without icons and no-break spaces. */
export function wordingOf({ line, words }: { readonly line: PageLine; readonly words: readonly StatusWord[] }): string {
  let text = ''
  let at = line.start
  for (const word of words.filter(({ isMark }) => isMark)) {
    text += `${line.raw.slice(at, Math.max(at, word.offset))} ${markText(line, word)}`
    at = word.offset + word.length
  }
  return text + line.raw.slice(at)
}

/** The status words of a mark without what sets it off: `Postponed`. */
export function markText(line: PageLine, word: StatusWord): string {
  const text = line.raw.slice(word.offset, word.offset + word.length)
  return [...text.matchAll(wordPattern)].at(-1)?.[0].replace(/\s/, ' ') ?? text
}

interface Candidate extends WhereFound {
  readonly at: number
  readonly text: string
}

function wordAt({ line, where, at, text }: Candidate): StatusWord | null {
  const end = at + text.length
  if (isWordCharacter(line.raw.charAt(at - 1)) || isWordCharacter(line.raw.charAt(end))) return null
  const key = text.toLowerCase().replace(/\s/, ' ')
  const status = statusByWord[key]
  if (status === undefined) return null
  const setOff = isCapital(text) && key !== 'partially' ? startOfMark({ line, where, at, text }) : null
  const offset = setOff ?? at
  return { line: line.number, offset, length: end - offset, status, isMark: setOff !== null, claim: claimBefore(line.raw.slice(Math.max(0, offset - 40), offset)) }
}

/** Where a mark begins with what sets it off, or null when the word is running text. */
function startOfMark({ line, where, at, text }: Candidate): number | null {
  const { raw } = line
  const gap = gapBefore(raw, at)
  const icon = iconBefore(raw, gap)
  if (icon !== null) return icon
  if (/[\u00a0Â]/.test(raw.slice(gap, at))) return gap
  const rest = raw.slice(at + text.length)
  if (where === 'goal' && rest !== '') return null
  if (at === line.start) return opensSentence(rest) ? at : null
  const before = raw.charAt(gap - 1)
  if (at - gap >= 2) return /[.!?]/.test(before) ? null : gap
  const previous = raw.slice(Math.max(0, gap - 8), gap)
  return at > gap && /[\p{Ll}\p{N},;:(]$/u.test(previous) && !/\b(?:of|to|the|a)$/.test(previous) ? gap : null
}

/** Whether what follows a status word at the head of a line shows that it stands by itself. */
function opensSentence(rest: string): boolean {
  return rest === '' || /^[.,;:!)]/.test(rest) || /^\s{1,3}[\p{Lu}\p{N}(]/u.test(rest)
}

function gapBefore(raw: string, at: number): number {
  let gap = at
  while (gap > 0 && (isSpace(raw.charAt(gap - 1)) || (gap < at && raw.charAt(gap - 1) === 'Â'))) gap -= 1
  return gap
}

function iconBefore(raw: string, gap: number): number | null {
  for (const icon of icons) {
    const start = gap - icon.length
    if (!raw.startsWith(icon, start) || start < 0) continue
    if (start === 0 || isSpace(raw.charAt(start - 1)) || raw.charAt(start - 1) === 'Â') return gapBefore(raw, start)
  }
  return null
}

/** `will be` and `should be` speak of later, `not` and `not yet` of what isn't so. */
function claimBefore(text: string): StatusWord['claim'] {
  const words = text.trimEnd()
  if (/\b(?:will|would|should|could|may|might|shall|to|can)(?: \w{1,12})? be$/i.test(words)) return 'later'
  return /(?:\bnot|\bnever|n['’]t)(?: \w{1,12})?$/i.test(words) ? 'not' : 'now'
}

function isRepeated({ line, last, word }: { readonly line: PageLine; readonly last: StatusWord; readonly word: StatusWord }): boolean {
  const end = last.offset + last.length
  return last.status === word.status && line.raw.slice(end, word.offset + word.length).trim().toLowerCase() === markText(line, word).toLowerCase() && isCapital(markText(line, word))
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text)
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}_-]/u.test(character) && character !== 'Â'
}
