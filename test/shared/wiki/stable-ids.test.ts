import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageToPlan } from '../../../shared/wiki/to-plan/page-to-plan.ts'
import { planEdits } from '../../../shared/wiki/to-plan/plan-edits.ts'
import { goalsIn, notesIn } from './board-of.ts'
import { pageOf, realLines, realPage } from './goals-page-text.ts'

const runs = Number(process.env['QUARTERDECK_RUNS'] ?? 150)

function editsOf(text: string) {
  return planEdits(pageToPlan({ page: pageOf(text) }), new Map()).page
}

const before = editsOf(realPage)
const titles = new Map(goalsIn(before).map((goal) => [goal.on, goal.set['title']]))
const orders = new Map(goalsIn(before).map((goal) => [goal.on, goal.set['order']]))

const statusHeads = realLines.flatMap((line, index) => (line === 'Status edit' ? [index] : []))
const sectionEnds = realLines.flatMap((line, index) => (line.startsWith('Outcome') ? [endAfter(index)] : []))
const marked = realLines.flatMap((line, index) => (/\u00a0 In progress|\u00a0\u00a0Done|\u00a0N\u00a0Postponed/.test(line) ? [index] : []))
const marks = ['\u00a0 In progress', '\u00a0\u00a0Done', '\u00a0N\u00a0Stalled', '\u00a0 Partially done', '\u00a0N\u00a0Blocked']

/** The line before which the next section or quarter begins. */
function endAfter(start: number): number {
  const end = realLines.findIndex((line, index) => index > start && (line.startsWith('Outcome') || (line === 'edit' && realLines[index - 1] === '')))
  return end < 0 ? realLines.length : end
}

type Lines = readonly string[]

/** What a team does to its page from one month to the next. */
const monthlyEdit: fc.Arbitrary<(lines: Lines) => Lines> = fc.oneof(
  fc.record({ at: fc.constantFrom(...sectionEnds), day: fc.integer({ min: 1, max: 30 }) }).map(({ at, day }) => (lines: Lines) => lines.toSpliced(at, 0, '', `\u00a0\u00a0Note: June ${day}, 2019`, '', 'All goals are \u00a0\u00a0Done', '')),
  fc.constantFrom(...marked).chain((at) => fc.constantFrom(...marks).map((mark) => (lines: Lines) => lines.with(at, (lines[at] ?? '').replace(/\u00a0 In progress|\u00a0\u00a0Done|\u00a0N\u00a0Postponed/, mark)))),
  fc.constantFrom(...statusHeads).map((at) => (lines: Lines) => lines.toSpliced(at - 1, 0, '  • A goal that came up \u00a0 In progress')),
  fc.constant((lines: Lines) => [...lines, '', '', 'Outcome 7 / Output 7.1 (SRE) edit', '', 'New', '', 'Newer', '', 'Goal edit', '', '  • Think of next year']),
  fc.constantFrom(...realLines.flatMap((line, index) => (line.startsWith('  • Discussed that') ? [index] : []))).map((at) => (lines: Lines) => lines.with(at, `${lines[at] ?? ''}, and more`)),
)

describe('ids follow from the page', () => {
  test('[W36] two people who read it get the same ids', () => {
    expect(editsOf(realPage)).toEqual(before)
    expect(before[0]?.on).toBe('plan:oswti2gmns')
    expect(new Set(before.map((edit) => edit.on)).size).toBe(before.length)
  })

  test('[W36] a goal with the same text twice in a section is two goals', () => {
    const line = '  • Deploy blubberoid \u00a0\u00a0Done'
    const twice = editsOf(realPage.replace(line, `${line}\n${line}`))
    expect(goalsIn(twice).filter((goal) => goal.set['title'] === 'Deploy blubberoid')).toHaveLength(2)
    expect(new Set(twice.map((edit) => edit.on)).size).toBe(before.length + 1)
    expect(before.every((edit) => twice.some((other) => other.on === edit.on))).toBe(true)
  })

  test('[W36] the goal of another quarter, programme or year is another', () => {
    expect(goalsIn(before).filter((goal) => goal.set['title'] === 'Instrument Quibble for data collection')).toHaveLength(2)
    const elsewhere = [realPage.replaceAll('TEC3', 'TEC4'), realPage.replaceAll('FY18/19', 'FY19/20')].map(editsOf)
    const ids = new Set(before.map((edit) => edit.on))
    expect(elsewhere.flat().filter((edit) => ids.has(edit.on))).toEqual([])
  })

  test('[W37] what a team does to its page changes no id, no title and no place of what stands', () => {
    fc.assert(
      fc.property(monthlyEdit, (edit) => {
        const after = editsOf(edit(realLines).join('\n'))
        const ids = new Set(after.map((each) => each.on))
        expect(before.filter((each) => !ids.has(each.on))).toEqual([])
        for (const goal of goalsIn(after)) {
          if (!titles.has(goal.on)) continue
          expect(goal.set['title']).toBe(titles.get(goal.on))
          expect(goal.set['order']).toBe(orders.get(goal.on))
        }
      }),
      { numRuns: runs },
    )
  })

  test('[W37] the edited text of a note is an edit of the same note', () => {
    const after = editsOf(realPage.replace('Work continues on automating', 'Work goes on to automate'))
    expect(notesIn(after).map((note) => note.on)).toEqual(notesIn(before).map((note) => note.on))
    const changed = after.filter((edit, index) => JSON.stringify(edit) !== JSON.stringify(before[index]))
    expect(changed).toMatchObject([{ set: { date: '2018-11-07' } }])
  })

  test('[W37] a scaffold that somebody fills in becomes the note that it stood for', () => {
    const kept = pageToPlan({ page: pageOf(realPage) }).proposals.find((proposal) => proposal.kind === 'scaffold' && proposal.line === 232)
    const asked = kept?.choices.find((choice) => choice.id === 'note')?.edits[0]?.on
    const after = editsOf(realLines.with(233, 'We met in March.').join('\n'))
    expect(notesIn(after).find((note) => note.on === asked)?.set).toMatchObject({ date: '2019-03', text: 'We met in March.', status: null })
  })
})
