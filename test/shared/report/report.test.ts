import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBoard } from '../../../shared/board/board.ts'
import type { BoardFilter, BoardScope } from '../../../shared/board/query.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { parentGoalOf, subtreeOf } from '../../../shared/plan/goal-place.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { goalFacts, headFacts, leftWords, outcomeTable, reportSpan, reportTitle, summaryWords } from '../../../shared/report/report-words.ts'
import { writeReport } from '../../../shared/report/write-report.ts'
import { groundwork, randomSteps } from '../board/random-plan.ts'
import { after, planWith, smallPlan } from '../edits/plan-at-hand.ts'
import { ground, typedOn } from '../history/any-life.ts'
import { goalOf, goalsOfReport, queryOf, reportOf, sectionsIn } from './report-at-hand.ts'
import { rowsOfCsv } from './written-goals.ts'

const runs = { numRuns: Number(process.env['QUARTERDECK_RUNS'] ?? 300) }
const anyScope = fc.constantFrom<BoardScope[]>(1, 2, 'year', 'unscheduled')
const anyFilter = fc.constantFrom<Partial<BoardFilter>[]>({}, {}, {}, { teams: ['SRE'] }, { owners: ['RelEng'] }, { owners: [''] }, { stretch: true }, { needsNote: true }, { text: 'alpha' }, { outcomes: ['outcome:p'] }, { programs: ['program:m'], text: 'beta' })
const viewOf = (steps: readonly (readonly Change[])[]): PlanView => createView(foldChanges([...groundwork, ...steps.flat()]))

describe('what a report holds', () => {
  test('[R1] exactly the goals that the board with the same scope and filter shows, and all their sub-goals', () => {
    let [goals, nested] = [0, 0]
    fc.assert(
      fc.property(randomSteps, anyScope, anyFilter, fc.boolean(), (steps, scope, filter, subGoals) => {
        const view = viewOf(steps)
        const board = createBoard(view, queryOf(view, { scope, filter, subGoals }))
        const shown = Object.values(board.columns).flat()
        const expected = new Set(shown.flatMap((id) => [...subtreeOf(view, id)]))
        const told = goalsOfReport(reportOf(view, { scope, filter, subGoals })).map(({ id }) => id)
        expect(told.toSorted()).toEqual([...expected].toSorted())
        goals += told.length
        nested += expected.size - shown.length
      }),
      runs,
    )
    expect(goals).toBeGreaterThan(20)
    expect(nested).toBeGreaterThan(0)
  })

  test('[R2] each goal stands in it once: in the section of its status, or below the goal that it is a part of', () => {
    fc.assert(
      fc.property(randomSteps, anyScope, anyFilter, (steps, scope, filter) => {
        const view = viewOf(steps)
        const { sections } = reportOf(view, { scope, filter })
        const all = sections.flatMap(({ goals }) => goals.map(({ id }) => id))
        expect(new Set(all).size).toBe(all.length)
        for (const { kind, count, goals } of sections) {
          const tops = goals.filter(({ level }) => level === 1)
          expect(tops).toHaveLength(count)
          expect(tops.map(({ status }) => status)).toEqual(tops.map(() => kind))
          for (const { id, parent, level, partOf } of goals) {
            const above = parentGoalOf(view, id)
            expect(parent).toBe(level === 1 ? null : above?.id)
            expect(partOf).toBe(level === 1 && above !== null ? above.title : null)
          }
        }
      }),
      runs,
    )
  })

  test('[R2] goals stand in the order of the plan, each followed by its sub-goals', () => {
    const view = planWith({ ...smallPlan, 'goal:z': { output: 'output:2-1', quarter: 1, title: 'Stages', status: 'done', order: 'a0' }, 'goal:y': { output: 'output:1-2', quarter: 1, title: 'Metrics', status: 'done', order: 'a9' } })
    expect(sectionsIn(reportOf(view))).toEqual({ done: ['goal:a', 'goal:y', 'goal:z'], inProgress: ['goal:b', '- goal:b1', '- goal:b2'] })
  })

  test('[R3] what was dropped stands in a section of its own, unless it was set to another status since', () => {
    const dropped = { dropped: true, quarter: 1, output: 'output:1-1' } as const
    const view = planWith({ ...smallPlan, 'goal:x': { ...dropped, status: 'postponed', reason: 'Nobody asks for it' }, 'goal:y': { ...dropped, status: 'done' } })
    const report = reportOf(view)
    expect(sectionsIn(report)).toMatchObject({ dropped: ['goal:x'], done: ['goal:y', 'goal:a'] })
    expect(goalFacts(goalOf(report, 'goal:x'))).toEqual(['Reason: Nobody asks for it'])
    expect(rowsOfCsv(writeReport(report, 'csv')).find((row) => row['Id'] === 'goal:x')).toMatchObject({ Section: 'Dropped', Status: 'Dropped' })
    const takenUp = [{ status: 'postponed', dropped: true }, { status: 'inProgress' }, { status: 'postponed' }] as const
    expect(sectionsIn(reportOf(takenUp.reduce((now, set) => after(now, [{ on: 'goal:a', set }]), view)))).toMatchObject({ postponed: ['goal:a'] })
  })

  test('[R11] where no goal is told there is a sentence, and no section', () => {
    const view = planWith(smallPlan)
    for (const [asked, said] of [
      [{ scope: 4 }, 'No goals are planned for Q4.'],
      [{ scope: 1, filter: { teams: ['SRE'] } }, 'No goal passes the filter.'],
    ] as const) {
      const report = reportOf(view, asked)
      expect([report.sections, report.outcomes, report.left, summaryWords(report)]).toEqual([[], [], [], said])
    }
    expect(summaryWords(reportOf(planWith({ 'plan:t': { title: 'T' } }), { scope: 'unscheduled' }))).toBe('Every goal has its quarter.')
  })
})

describe('what is told of a goal', () => {
  const typed = (day: string, on: Change['on'], set: Change['set']): Change => ({ at: typedOn(day), on, set })
  const viewWith = (...changes: readonly Change[]): PlanView => createView(foldChanges([...ground, ...changes]))
  const planned = (id: GoalId, set: Change['set'] = {}): Change => typed('2018-07-01', id, { quarter: 1, output: 'output:x', order: 'a0', title: id, ...set })

  test('[R4] why it is blocked or stalled, for whom it waits, since when, and for how many days up to the day of the report', () => {
    const view = viewWith(planned('goal:a'), typed('2018-08-15', 'goal:a', { status: 'blocked', reason: 'No hardware', waitingOn: 'SRE' }), planned('goal:b', { status: 'stalled' }), typed('2018-08-01', 'goal:b', { since: '2018-07' }))
    const report = reportOf(view, { today: '2018-09-01' })
    expect(goalFacts(goalOf(report, 'goal:a'))).toEqual(['Blocked since August 15, 2018 (17 days).', 'Waiting on: SRE', 'Reason: No hardware'])
    expect(goalFacts(goalOf(report, 'goal:b'))).toEqual(['Stalled since July 2018 (62 days).'])
    expect([goalOf(report, 'goal:a').days, goalOf(report, 'goal:b').days]).toEqual([17, 62])
  })

  test('[R39] from a day that lies ahead it makes no days, and what is done waits for nobody', () => {
    const report = reportOf(viewWith(planned('goal:a', { status: 'blocked' }), typed('2018-08-01', 'goal:a', { since: '2018-09-20' }), planned('goal:b', { status: 'done', waitingOn: 'SRE', reason: 'was late' })))
    expect(goalFacts(goalOf(report, 'goal:a'))).toEqual(['Blocked from September 20, 2018.'])
    expect(goalFacts(goalOf(report, 'goal:b'))).toEqual([])
    expect(rowsOfCsv(writeReport(report, 'csv')).find((row) => row['Id'] === 'goal:b')).toMatchObject({ 'Waiting on': '', Reason: '', Since: '' })
  })

  test('[R38] of a quarter or a year that is over days are counted up to its last day, and none where it began later', () => {
    const view = viewWith(planned('goal:a', { status: 'blocked' }), typed('2018-08-15', 'goal:a', { since: '2018-08-15' }), planned('goal:b', { status: 'stalled' }), typed('2018-10-20', 'goal:b', { status: 'blocked' }))
    const factsOn = (today: string, scope: BoardScope = 1): readonly (readonly string[])[] => ['goal:a', 'goal:b'].map((id) => goalFacts(goalOf(reportOf(view, { today, scope }), id as GoalId)))
    expect(factsOn('2018-09-30')[0]).toEqual(['Blocked since August 15, 2018 (46 days).'])
    expect(factsOn('2026-07-03')).toEqual([['Blocked since August 15, 2018 (46 days up to September 30, 2018).'], ['Blocked since October 20, 2018.']])
    expect(factsOn('2026-07-03', 'year')).toEqual([['Blocked since August 15, 2018 (319 days up to June 30, 2019).'], ['Blocked since October 20, 2018 (253 days up to June 30, 2019).']])
  })

  test('[R41] one that was dropped and carried over as well is carried over, in one section', () => {
    const view = viewWith(planned('goal:a', { title: 'Metrics', status: 'postponed', dropped: true, reason: 'Later' }), planned('goal:b', { title: 'Metrics', quarter: 2, carriedFrom: 'goal:a' }))
    const report = reportOf(view)
    expect([sectionsIn(report), report.left, report.head.counts.carriedOver]).toEqual([{ postponed: ['goal:a'] }, [], 1])
    expect(goalFacts(goalOf(report, 'goal:a'))).toEqual(['Reason: Later', 'Carried over to Q2.'])
  })

  test('[R5] one that spanned several quarters was carried over from the last of them, as its card says', () => {
    const view = viewWith(planned('goal:a', { title: 'Metrics', until: 3 }), planned('goal:b', { title: 'Metrics', quarter: 4, carriedFrom: 'goal:a' }))
    expect(goalFacts(goalOf(reportOf(view, { scope: 4 }), 'goal:b'))).toEqual(['Carried over from Q3.'])
    const loose = viewWith(planned('goal:a', { title: 'Metrics', quarter: null }), planned('goal:b', { title: 'Metrics', carriedFrom: 'goal:a' }))
    expect(goalFacts(goalOf(reportOf(loose), 'goal:b'))).toEqual(['Carried over from an earlier time.'])
  })

  test('[R5] where it was carried over to and from, by its name there where that is another, and how often', () => {
    const view = viewWith(planned('goal:a', { title: 'Metrics', 'carriedThrough/FY17/18 Q4': true }), planned('goal:b', { title: 'Metrics', quarter: 2, carriedFrom: 'goal:a' }), planned('goal:c', { title: 'Charts', quarter: null, carriedFrom: 'goal:b' }))
    expect(goalFacts(goalOf(reportOf(view), 'goal:a'))).toEqual(['Carried over from FY17/18 Q4.', 'Carried over to Q2.'])
    const { head, sections } = reportOf(view, { scope: 2 })
    expect(goalFacts(goalOf(reportOf(view, { scope: 2 }), 'goal:b'))).toEqual(['Carried over from Q1, 2 times so far.', 'Carried over to a later time as “Charts”.'])
    expect([head.counts.carriedOver, sections.length]).toEqual([1, 1])
  })

  test('[R6] that it was added after its quarter began, or re-worded, and what left the quarter since', () => {
    const view = viewWith(planned('goal:a', { title: 'Metrics' }), typed('2018-08-01', 'goal:a', { title: 'Metrics and charts' }), planned('goal:gone'), typed('2018-08-15', 'goal:gone', { quarter: 2 }), planned('goal:out', { title: 'Out' }), typed('2018-07-31', 'goal:out', { deleted: true, reason: 'Twice the same' }), typed('2018-07-31', 'goal:n', { quarter: 1, title: 'New', output: 'output:x' }))
    const report = reportOf(view)
    expect(goalFacts(goalOf(report, 'goal:a'))).toEqual(['Re-worded on August 1, 2018; when the quarter began it read “Metrics”.'])
    expect(goalFacts(goalOf(report, 'goal:n'))).toEqual(['Added in July 2018.'])
    expect(report.left.map((left) => [left.id, leftWords(left)])).toEqual([['goal:gone', 'Moved to Q2 on August 15, 2018.'], ['goal:out', 'Deleted on July 31, 2018. Twice the same']])
    expect(summaryWords(report)).toBe('2 goals: 2 to do. Of these 1 added after the quarter began, 1 re-worded. 2 goals left the quarter.')
    // what left is narrowed by the filter as well, and of a year nothing has left
    expect([reportOf(view, { filter: { text: 'out' } }).left.length, reportOf(view, { scope: 'year' }).left.length]).toEqual([1, 0])
  })
})

describe('the head of a report', () => {
  test('[R7] outcomes tell their progress over the goals in the report, and beside it over the whole plan', () => {
    const view = planWith({ ...smallPlan, 'goal:c': { ...smallPlan['goal:c'], status: 'done' } })
    const [one] = reportOf(view).outcomes
    expect([one?.number, one?.here.goals, one?.here.counts.done, one?.here.progress, one?.whole?.goals, one?.whole?.progress]).toEqual(['1', 2, 1, 0.75, 4, 2.5 / 3])
    expect(reportOf(view, { filter: { text: 'verify' } }).outcomes[0]?.here).toMatchObject({ goals: 1, progress: 1 })
  })

  test('[R40] how many goals are done is counted over the same goals as progress, those postponed and dropped apart', () => {
    const cellsWith = (...states: readonly Change['set'][]): readonly (string | undefined)[] => outcomeTable(reportOf(planWith({ ...smallPlan, ...Object.fromEntries(states.map((state, at) => [`goal:${['a', 'b', 'n'][at]}`, { output: 'output:1-1', quarter: 1, order: 'a0', ...state }])) }))).rows[0]?.slice(1, 3) ?? []
    expect(cellsWith({ status: 'done' }, { status: 'postponed' }, { status: 'done' })).toEqual(['2 of 2, 1 postponed', '100 %'])
    expect(cellsWith({ status: 'postponed' }, { status: 'postponed', dropped: true })).toEqual(['0 of 0, 1 postponed, 1 dropped', 'nothing to do'])
  })

  test('[R8] says plan, program, owner, quarter with its days, which state it tells, and which filter', () => {
    const view = planWith(smallPlan)
    const { head } = reportOf(view, { scope: 2, today: '2018-12-06', filter: { outcomes: ['outcome:one', 'outcome:two'], teams: ['SRE'], owners: [''], programs: ['program:tec3'], stretch: true, needsNote: true, text: ' images ' } })
    expect([reportSpan(head), reportTitle(head)]).toEqual(['Q2 FY18/19, October 1 to December 31, 2018', 'Quarterly report, Q2 FY18/19: TEC3'])
    expect(headFacts(head)).toEqual([
      ['Program', 'TEC3 Deployment Pipeline'],
      ['Owner', 'RelEng'],
      ['Made from', 'the plan as it was on December 6, 2018'],
      ['Filter', 'program TEC3; outcome 1 or 2; team SRE; no owner; stretch goals; goals that need a note; goals with “images”'],
    ])
    expect(reportSpan(reportOf(view, { scope: 'year' }).head)).toBe('FY18/19, July 1, 2018 to June 30, 2019')
    expect(headFacts(reportOf(view).head).at(-1)).toEqual(['Filter', 'none, all goals are told'])
  })

  test('[R8] of several programs only those that have goals in it', () => {
    const view = planWith({ ...smallPlan, 'program:other': { code: 'OTHER', order: 'a1' } })
    expect(reportOf(view).head.programs.map(({ code }) => code)).toEqual(['TEC3'])
    expect(reportOf(view, { scope: 4 }).head.programs.map(({ code }) => code)).toEqual(['TEC3', 'OTHER'])
  })
})
