import { describe, expect, test } from 'vitest'
import { countGoalsPage } from '../../../shared/wiki/count-goals-page.ts'
import { pageToPlan } from '../../../shared/wiki/to-plan/page-to-plan.ts'
import { pageKey } from '../../../shared/wiki/to-plan/plan-edits.ts'
import { pageOf, realPage } from './goals-page-text.ts'

const counts = countGoalsPage(pageOf(realPage))
const key = pageKey(pageToPlan({ page: pageOf(realPage) }))

/** The same page as other browsers, mail programs and editors hand it on. */
const copies: readonly (readonly [string, string])[] = [
  ['Windows line ends', realPage.replaceAll('\n', '\r\n')],
  ['old Macintosh line ends', realPage.replaceAll('\n', '\r')],
  ['a byte order mark', `\ufeff${realPage}`],
  ['white space at the end of lines', realPage.replaceAll('\n', ' \u00a0\t\n')],
  ['section links in brackets', realPage.replaceAll(/edit$/gm, '[edit]')],
  ['two section links', realPage.replaceAll(/edit$/gm, '[edit | edit source]')],
  ['plain spaces for no-break ones', realPage.replaceAll('\u00a0', ' ')],
  ['a wrong encoding, Â before a space', realPage.replaceAll('\u00a0', 'Â ')],
  ['a wrong encoding, Â before a no-break space', realPage.replaceAll('\u00a0', 'Â\u00a0')],
  ['icons by their alt text', realPage.replaceAll('\u00a0\u00a0Done', ' Yes Done').replaceAll('\u00a0 Partially', ' Incomplete Partially').replaceAll('\u00a0N\u00a0', ' N ')],
  ['icons by the status itself', realPage.replaceAll('\u00a0 In progress', ' In progress In progress').replaceAll('\u00a0 To do', ' To do To do')],
  ['stars for bullets', realPage.replaceAll('•', '*')],
  ['dashes for bullets', realPage.replaceAll('•', '-')],
  ['three blank lines for one', realPage.replaceAll('\n\n', '\n\n\n\n')],
]

describe('other copies of the page', () => {
  test.each(copies)('[W16] a copy with %s is read the same', (_, copy) => {
    expect(countGoalsPage(pageOf(copy))).toEqual(counts)
    expect(pageKey(pageToPlan({ page: pageOf(copy) }))).toBe(key)
  })

  test('[W16] a copy with single plain spaces only lacks the levels of its lists', () => {
    const copy = realPage.replaceAll(/[ \u00a0]+/g, ' ')
    const { nested, ...goals } = counts.goals
    expect(countGoalsPage(pageOf(copy))).toEqual({ ...counts, goals: { ...goals, firstLevel: goals.firstLevel + nested, nested: 0 } })
  })

  test('[W16] section links on lines of their own belong to the heading above them', () => {
    const copy = realPage.replaceAll(/(\S) edit$/gm, '$1\n\nedit')
    expect(countGoalsPage(pageOf(copy))).toEqual(counts)
  })
})
