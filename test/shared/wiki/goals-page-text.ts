import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { GoalsPage } from '../../../shared/wiki/page/goals-page.ts'
import { readGoalsPage } from '../../../shared/wiki/sections/read-goals-page.ts'

/** The real page, with its no-break spaces. */
export const realPage = readFileSync(resolve(import.meta.dirname, '../../files/tec3-goals-page.txt'), 'utf8')

export const realLines: readonly string[] = realPage.split('\n')

export function pageOf(text: string): GoalsPage {
  const read = readGoalsPage(text)
  if (!read.ok) throw new Error(`refused: ${read.reason} in line ${read.line}`)
  return read.page
}

/** A page of one section, to try a single line in. `\u00a0` is written as `~`. */
export function sectionPage({ goals = ['  • Do it'], status = [] }: { readonly goals?: readonly string[]; readonly status?: readonly string[] }): string {
  return [
    'Program Goals and Status for FY18/19 edit',
    '',
    'edit',
    '',
    'Outcome 1 / Output 1.1 (SRE + RelEng) edit',
    '',
    'What shall be true',
    '',
    'What is made for it',
    '',
    'Goal(s) edit',
    '',
    ...goals,
    '',
    'Status edit',
    '',
    ...status,
  ]
    .join('\n')
    .replaceAll('~', '\u00a0')
}
