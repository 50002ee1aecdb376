import type { Day } from '../../model/date.ts'
import { textLimit } from '../../model/record-spec.ts'
import type { LineRole, PageProgram, PageText } from '../page/goals-page.ts'
import type { Heading } from './headings.ts'
import type { PageLine } from '../text/page-lines.ts'

/** What the lines above the first quarter say; the year may be said only by the dates of the notes. */
export interface ReadProgram extends Omit<PageProgram, 'startsOn'> {
  readonly startsOn: Day | null
  readonly roles: ReadonlyMap<number, LineRole>
}

const fieldPattern = /^([^:]{1,80}): ?(.+)$/
const codePattern = /^([A-Z]{2,10}[0-9]{1,4}):? (.+)$/
const longestTitle = 900

/** Reads the page's own title, the program's heading and its fields. */
export function readProgram(lines: readonly { readonly line: PageLine; readonly heading: Heading | null }[]): ReadProgram {
  const roles = new Map<number, LineRole>()
  const program = { code: null as string | null, title: '', startsOn: null as Day | null, owner: '', summary: '' }
  const links: PageText[] = []
  const call = (text: string): void => {
    const match = codePattern.exec(text)
    if (program.title !== '' || text.length > longestTitle) return
    program.code = match?.[1] ?? null
    program.title = match?.[2] ?? text
  }
  for (const { line, heading } of lines) {
    if (line.plain === '') continue
    const text = line.plain
    if (heading?.kind === 'program') {
      roles.set(line.number, 'programHeading')
      program.startsOn ??= yearIn(text)
    } else if (roles.size === 0 && text.includes('/') && !line.bullet) {
      roles.set(line.number, 'pageTitle')
      links.push({ line: line.number, text })
      const segment = text.split('/').find((part) => codePattern.test(part))
      if (segment !== undefined) call(segment)
    } else {
      const field = fieldOf(text)
      if (field === null || isFull({ program, links, more: text })) continue
      roles.set(line.number, 'programField')
      program.startsOn ??= yearIn(field.key)
      if (field.name === 'owner') program.owner = joined(program.owner, field.value, ', ')
      else if (field.name === 'summary') program.summary = joined(program.summary, field.value, '\n\n')
      else {
        links.push({ line: line.number, text })
        call(field.value)
      }
    }
  }
  const title = links.find((link) => roles.get(link.line) === 'pageTitle')
  return { ...program, startsOn: program.startsOn ?? yearIn(title?.text ?? ''), links, roles }
}

function fieldOf(text: string): { readonly name: 'owner' | 'summary' | 'link'; readonly key: string; readonly value: string } | null {
  const [, key, value] = fieldPattern.exec(text) ?? []
  if (key === undefined || value === undefined) return null
  if (/\bowners?$/i.test(key) && value.length <= longestTitle) return { name: 'owner', key, value }
  if (/^(?:program(?:me)? goals?|summary)\b/i.test(key)) return { name: 'summary', key, value }
  return /^annual plan$/i.test(key) ? { name: 'link', key, value } : null
}

/** Whether the program's record could not hold more words; then the line counts as not understood. */
function isFull({ program, links, more }: { readonly program: Pick<PageProgram, 'owner' | 'summary'>; readonly links: readonly PageText[]; readonly more: string }): boolean {
  return program.owner.length + more.length > textLimit || program.summary.length + more.length > textLimit || links.length >= 20
}

function joined(before: string, next: string, between: string): string {
  return before === '' ? next : before + between + next
}

/**
 * The first day of the fiscal year a text names: `FY18/19`, `FY2018-2019`, or `FY2019` by the year it ends in.
 * It is the 1st of July, as in every goals page of this form.
 */
export function yearIn(text: string): Day | null {
  const [, from, to] = /\bFY ?((?:20)?[0-9]{2})(?: ?[/–-] ?((?:20)?[0-9]{2}))?(?![0-9])/i.exec(text) ?? []
  if (from === undefined) return null
  const year = Number(from.slice(-2)) - (to === undefined ? 1 : 0)
  return year < 0 ? null : `20${String(year).padStart(2, '0')}-07-01`
}

/** The fiscal year, from the 1st of July, that a date falls in. */
export function yearOf(date: string): Day {
  const year = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 7 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-07-01`
}
