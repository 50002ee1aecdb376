import { describe, expect, test } from 'vitest'
import { pageLimits } from '../../../shared/wiki/page/goals-page.ts'
import { pageToPlan } from '../../../shared/wiki/to-plan/page-to-plan.ts'
import { planEdits } from '../../../shared/wiki/to-plan/plan-edits.ts'
import { readGoalsPage } from '../../../shared/wiki/sections/read-goals-page.ts'
import { realPage, sectionPage } from './goals-page-text.ts'

// generous: what is quadratic takes minutes here, what is linear takes a second
const patience = { timeout: 20_000 }

function plan(text: string): string {
  const read = readGoalsPage(text)
  if (!read.ok) return read.reason
  planEdits(pageToPlan(read), new Map())
  return 'read'
}

describe('a hostile page', () => {
  test('[W21] one too long is refused at once', () => {
    expect(readGoalsPage('x'.repeat(10_000_000))).toEqual({ ok: false, reason: 'tooLong', line: 1 })
    expect(readGoalsPage('•\n'.repeat(1_000_000))).toEqual({ ok: false, reason: 'tooLong', line: 100_001 })
    expect(readGoalsPage(realPage.repeat(1_000))).toMatchObject({ ok: false, reason: 'tooLong' })
  })

  test('[W21] a line too long is refused with its number', () => {
    expect(readGoalsPage(`${sectionPage({})}\n${'Done '.repeat(200_000)}`)).toEqual({ ok: false, reason: 'lineTooLong', line: 17 })
  })

  test('[W21] more goals or notes than anyone can mean are refused', () => {
    expect(readGoalsPage(sectionPage({ goals: ['• a\n'.repeat(30_000)] }))).toMatchObject({ ok: false, reason: 'tooMany' })
    expect(readGoalsPage(sectionPage({ status: ['Note: May 2019\n'.repeat(30_000)] }))).toMatchObject({ ok: false, reason: 'tooMany' })
    expect(readGoalsPage(sectionPage({ status: ['Note: May 2019', 'a line of one note\n'.repeat(30_000)] }))).toMatchObject({ ok: false, reason: 'noteTooLong', line: 17 })
  })

  const longest = pageLimits.line - 100
  test.each([
    ['spaces', ' '.repeat(longest)],
    ['no-break spaces and a word', `${'\u00a0'.repeat(longest)}Done`],
    ['bullets', '• '.repeat(longest / 2)],
    ['brackets', '('.repeat(longest)],
    ['statuses', 'In progress '.repeat(longest / 12)],
    ['marks', '\u00a0\u00a0Done'.repeat(longest / 6)],
    ['commas before but', ', but'.repeat(longest / 5)],
    ['dots', '.'.repeat(longest)],
    ['commas', 'a, '.repeat(longest / 3)],
    ['edits', 'edit '.repeat(longest / 5)],
    ['waiting', 'waiting '.repeat(longest / 8)],
    ['tasks', 'T12345 '.repeat(longest / 7)],
    ['stretches', '(stretch) '.repeat(longest / 10)],
    ['letters', 'a'.repeat(longest)],
    ['digits', '1'.repeat(longest)],
  ])('[W21] long lines of %s take no longer than others', patience, (_, line) => {
    const lines = Array.from({ length: 20 }, () => line)
    const goals = lines.map((each) => `  • ${each}`)
    expect(['read', 'noteTooLong']).toContain(plan(sectionPage({ goals, status: ['Note: May 7, 2019', ...lines.flatMap((each) => ['Note: May 8, 2019', each])] })))
    expect(['read', 'notAGoalsPage', 'noYear', 'empty']).toContain(plan(lines.join('\n')))
    expect(plan(sectionPage({}).replace('edit', `edit\n${lines.join('\n')}`))).toBe('read')
  })

  test('[W21] many goals of one name and many notes on them take no longer than others', patience, () => {
    const goals = Array.from({ length: 8_000 }, (_, index) => `  • Deploy the service number ${index}`)
    const status = Array.from({ length: 8_000 }, (_, index) => `~~Note: May 7, 2019\n\nDeploy the service number ${index} is ~~Done, all goals are ~ In progress; this is ~N~Blocked`)
    expect(plan(sectionPage({ goals, status }))).toBe('read')
  })

  test('[W21] many small sections take no longer than others', patience, () => {
    const section = 'Outcome 6 / Output 6.1 + 6.2 (SRE) edit\n\nOne\n\nTwo\n\nThree\n\nGoal edit\n\n  • Do it\n\nStatus edit\n\nNote: May 7, 2019\n\nDone\n\n'
    expect(plan(`${sectionPage({})}\n${section.repeat(4_000)}`)).toBe('read')
  })

  test('[W21] lists within lists are cut at a depth', patience, () => {
    const goals = Array.from({ length: 500 }, (_, index) => `${' '.repeat(index)}• goal ${index}`)
    expect(plan(sectionPage({ goals, status: ['Note: May 7, 2019', ...goals] }))).toBe('read')
  })

  test('[W17] names of the language are names like any other', () => {
    const text = sectionPage({ goals: ['  • __proto__', '  • constructor (toString)'], status: ['Note: May 7, 2019', '', 'constructor is ~~Done'] }).replace('(SRE + RelEng)', '(__proto__ + constructor)')
    const read = readGoalsPage(text)
    if (!read.ok) throw new Error(read.reason)
    const { page } = planEdits(pageToPlan(read), new Map([['__proto__', 'constructor']]))
    expect(page.flatMap((edit) => Object.keys(edit.set)).filter((field) => field.startsWith('teams/'))).toEqual(['teams/__proto__', 'teams/constructor', 'teams/__proto__', 'teams/constructor'])
  })
})
