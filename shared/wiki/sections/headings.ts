import { isQuarter, type Quarter } from '../../model/year.ts'
import type { PageLine } from '../text/page-lines.ts'
import { teamNames } from '../text/team-names.ts'

/** A line that says what follows it. `edit` is the section link that copying leaves behind a heading. */
export type Heading =
  | { readonly kind: 'section'; readonly outcome: string; readonly outputs: readonly string[]; readonly teams: readonly string[] }
  | { readonly kind: 'goals' | 'status' | 'program' | 'edit' | 'unknown' }
  | { readonly kind: 'quarter'; readonly quarter: Quarter }

const longestHeading = 400
const sectionPattern = /^outcomes? (\d{1,3}) ?[/:,–—-] ?outputs? (\d[\d.+&, and]{0,80}?) ?(?:\(([^()]+)\))?$/i

/** What a line is a heading of, or null. */
export function headingOf(line: PageLine): Heading | null {
  if (line.bullet || line.plain === '' || line.plain.length > longestHeading) return null
  const { rest, hadEdit } = withoutEdit(line.plain)
  if (rest === '') return { kind: 'edit' }
  const section = sectionOf(rest)
  if (section !== null) return section
  if (/^goals?(?: ?\(s\))?:?$/i.test(rest)) return { kind: 'goals' }
  if (/^status(?:es)?:?$/i.test(rest)) return { kind: 'status' }
  const quarter = Number(/^(?:q|quarter )([1-4])(?: ?[(:,–-].*)?$/i.exec(rest)?.[1])
  if (isQuarter(quarter)) return { kind: 'quarter', quarter }
  if (/^program(?:me)? goals\b/i.test(rest)) return { kind: 'program' }
  return hadEdit ? { kind: 'unknown' } : null
}

function withoutEdit(plain: string): { readonly rest: string; readonly hadEdit: boolean } {
  const head = plain.slice(0, -40)
  const tail = plain.slice(-40)
  const match = /(?:^|(?<= ))(?:\[ ?)?edit(?: ?\| ?edit source| source)?(?: ?\])?$/i.exec(tail)
  return match === null ? { rest: plain, hadEdit: false } : { rest: (head + tail.slice(0, match.index)).trim(), hadEdit: true }
}

function sectionOf(text: string): Heading | null {
  const match = sectionPattern.exec(text)
  if (match === null) return null
  const [, outcome, numbers, label] = match
  const outputs = numbers?.match(/\d+(?:\.\d+)*/g) ?? []
  return { kind: 'section', outcome: outcome ?? '', outputs: [...new Set(outputs)], teams: teamNames(label ?? '') }
}
