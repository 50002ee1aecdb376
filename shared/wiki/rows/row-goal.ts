import type { PageGoal, PageNote, StatusWord } from '../page/goals-page.ts'
import { collapse, type PageLine } from '../text/page-lines.ts'
import { readGoals } from '../sections/read-goals.ts'
import { readNotes } from '../sections/read-notes.ts'
import type { TemplateTable } from '../text/status-templates.ts'
import { statusTemplate } from '../text/status-templates.ts'
import type { Status } from '../../model/status.ts'

/** What a page says of one goal: its words, and its status with what is said about that. */
export interface SaidGoal {
  readonly line: number
  readonly title: string
  readonly status: SaidStatus | null
  readonly teams: ReadonlySet<string>
}

export interface SaidStatus {
  readonly status: Status
  /** What is said besides. */
  readonly rest: string
}

const mostWords = 4

/** The status that words begin or end with, and the others; null where they name none. */
export function statusIn(text: string, table: TemplateTable): SaidStatus | null {
  const plain = collapse(text).replace(/^(?:N|Y|Yes|No|Incomplete|X|[✓✔✗✘☑☒]) (?=\p{Lu})/u, '')
  const words = plain.split(' ')
  for (let count = Math.min(mostWords, words.length); count > 0; count -= 1) {
    const first = words.slice(0, count).join(' ')
    const status = table.statusOf(first.replace(/[.,;:!–-]+$/, ''))
    if (status === undefined) continue
    const rest = words.slice(count).join(' ').replace(/^[.,;:!–—-]+ ?/, '')
    // `In progress In progress`: the first is the text of an icon
    const again = rest === '' ? null : statusIn(rest, table)
    return again !== null && again.status === status && rest.toLowerCase().startsWith(first.toLowerCase()) ? again : { status, rest }
  }
  return null
}

/** A goal by its words, with its own status as a mark. */
export function goalOfWords({ line, title, status, teams }: SaidGoal): PageGoal | null {
  const [goal] = readGoals({ lines: [lineOf({ number: line, text: title, bullet: true })], teams }).goals
  if (goal === undefined || goal.title === '') return null
  const mark: StatusWord | null = status === null ? null : { line, offset: title.length, length: 0, status: status.status, isMark: true, claim: 'now' }
  return { ...goal, words: mark === null ? goal.words : [...goal.words, mark] }
}

/** Lines as the notes of a goal: each that begins with `Note:` and a date is one, what stands before any is one without a date. */
export function notesOfLines(lines: readonly { readonly number: number; readonly text: string; readonly bullet?: boolean }[]): readonly PageNote[] {
  return readNotes(lines.filter(({ text }) => text.trim() !== '').map(({ number, text, bullet = false }) => lineOf({ number, text, bullet })))
}

/** A status and what is said besides as a page writes it, set off as a mark. */
export function markedWords({ status, rest }: SaidStatus): string {
  return `\u00a0\u00a0${statusTemplate[status]}${rest === '' ? '' : ` ${rest}`}`
}

function lineOf({ number, text, bullet }: { readonly number: number; readonly text: string; readonly bullet: boolean }): PageLine {
  const raw = text.trimEnd()
  return { number, raw, start: 0, indent: 0, bullet, plain: collapse(raw) }
}
