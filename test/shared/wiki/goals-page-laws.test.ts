import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countGoalsPage } from '../../../shared/wiki/count-goals-page.ts'
import type { GoalsPage } from '../../../shared/wiki/page/goals-page.ts'
import { pageToPlan } from '../../../shared/wiki/to-plan/page-to-plan.ts'
import { pageDate, pageKey, planEdits } from '../../../shared/wiki/to-plan/plan-edits.ts'
import { readGoalsPage } from '../../../shared/wiki/sections/read-goals-page.ts'
import { anyPage } from './any-page.ts'
import { pageOf, realLines, realPage } from './goals-page-text.ts'
import { notHeld } from './held-cells.ts'
import { droppedFrom } from './line-account.ts'

const runs = Number(process.env['QUARTERDECK_RUNS'] ?? 300)

/** What an import of a text would write when a person takes the second choice everywhere. */
function writtenFor(page: GoalsPage) {
  const plan = pageToPlan({ page })
  const chosen = new Map(plan.proposals.flatMap((proposal) => (proposal.choices[1] === undefined ? [] : [[proposal.id, proposal.choices[1].id] as const])))
  return { plan, ...planEdits(plan, chosen) }
}

describe('whatever the text', () => {
  test('[W2] nothing is thrown, and no line is dropped', () => {
    let read = 0
    fc.assert(
      fc.property(anyPage, (text) => {
        const result = readGoalsPage(text)
        read += result.ok ? 1 : 0
        expect(result.ok ? droppedFrom({ page: result.page, text: text.toWellFormed() }) : []).toEqual([])
      }),
      { numRuns: runs },
    )
    expect(read).toBeGreaterThan(runs / 3)
  })

  test('[W2] random text is read or refused with a line that it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const result = readGoalsPage(text)
        expect(result.ok ? 1 : result.line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length)
      }),
      { numRuns: runs },
    )
  })

  test('[W17] every value of its plan is one that the record can hold, and no record or question comes twice', () => {
    fc.assert(
      fc.property(anyPage, (text) => {
        const result = readGoalsPage(text)
        fc.pre(result.ok)
        const { plan, page, person } = writtenFor(result.page)
        expect(notHeld([...page, ...person])).toEqual([])
        expect(new Set(page.map((edit) => edit.on)).size).toBe(page.length)
        expect(new Set(plan.proposals.map((proposal) => proposal.id)).size).toBe(plan.proposals.length)
      }),
      { numRuns: runs },
    )
  })

  test('[W18] reading again gives the same, to the last cell', () => {
    fc.assert(
      fc.property(anyPage, (text) => {
        const [first, second] = [readGoalsPage(text), readGoalsPage(text)]
        expect(second).toEqual(first)
        fc.pre(first.ok && second.ok)
        expect(JSON.stringify(writtenFor(second.page))).toBe(JSON.stringify(writtenFor(first.page)))
      }),
      { numRuns: Math.ceil(runs / 3) },
    )
  })
})

describe('the real page, cut and spread', () => {
  test('[W2] cut after any line it is understood, and no line is dropped', () => {
    for (let length = 1; length <= realLines.length; length += 1) {
      const text = realLines.slice(0, length).join('\n')
      const page = pageOf(text)
      expect(droppedFrom({ page, text })).toEqual([])
      expect(page.notUnderstood).toEqual([])
    }
  })

  test('[W19] blank lines say nothing', () => {
    const counts = countGoalsPage(pageOf(realPage))
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: realLines.length, maxLength: realLines.length }), (blanks) => {
        const text = realLines.map((line, index) => line + '\n'.repeat(blanks[index] ?? 0)).join('\n')
        expect(countGoalsPage(pageOf(text))).toEqual(counts)
      }),
      { numRuns: 30 },
    )
  })

  test('[W20] its date is that of its latest note, and its key follows from what it says', () => {
    const page = pageOf(realPage)
    expect(new Date(pageDate(page)).toISOString()).toBe('2019-06-13T00:00:00.000Z')
    expect(new Date(pageDate(pageOf('Program Goals for FY18/19 edit'))).toISOString()).toBe('2018-07-01T00:00:00.000Z')
    const key = pageKey(pageToPlan({ page }))
    expect(key).toMatch(/^[0-9a-z]{10}$/)
    expect(pageKey(pageToPlan({ page: pageOf(`${realPage}\n\n\n`) }))).toBe(key)
    expect(pageKey(pageToPlan({ page: pageOf(realPage.replace('September 14', 'September 15')) }))).not.toBe(key)
  })
})
