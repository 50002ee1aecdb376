import { describe, expect, test } from 'vitest'
import type { Fields } from '../../../shared/changes/change.ts'
import { emptyChangeSet } from '../../../shared/changes/fold.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { carriedOn } from '../../../shared/insights/slips.ts'
import type { GoalId, RecordId } from '../../../shared/model/ids.ts'
import { timesCarried } from '../../../shared/plan/carried.ts'
import { quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import { allOutputs } from '../../../shared/plan/outline.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { goalsOf, liveGoals, notesAbout, programsOf, recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import type { DecisionKind } from '../../../shared/turn/decision.ts'
import { countToTurn, goalsToTurn } from '../../../shared/turn/goals-to-turn.ts'
import { nextYear, type NextYear } from '../../../shared/turn/next-year.ts'
import { pageChangeSet } from '../../../shared/wiki/review/page-changes.ts'
import { readPage, type ReadPage } from '../../../shared/wiki/read-page.ts'
import { act, openSession, type Session } from '../changes/session.ts'
import { after, planWith, smallPlan } from '../edits/plan-at-hand.ts'
import { calendar } from '../history/any-life.ts'
import { realPage } from '../wiki/goals-page-text.ts'
import { readInto } from '../wiki/page-copies.ts'

const now = Date.UTC(2019, 6, 1)
const empty = createView(emptyChangeSet())
const plan = {
  ...smallPlan,
  'plan:tec': { ...smallPlan['plan:tec'], summary: 'One platform', 'taskLinks/T#=https://tasks.example/T#': true, 'statusWords/Fertig=done': true },
  'goal:x2': { output: 'output:2-1', quarter: 2, title: 'Profile', status: 'stalled', order: 'a5', 'carriedThrough/FY17/18 Q4': true },
  'goal:x3': { output: 'output:2-1', quarter: 3, title: 'Profile', status: 'stalled', order: 'a6', carriedFrom: 'goal:x2' },
  'goal:x4': { output: 'output:2-1', quarter: 4, title: 'Profile', status: 'blocked', reason: 'Slow', order: 'a7', carriedFrom: 'goal:x3', 'dependsOn/goal:y': true, 'dependsOn/goal:a': true },
  'goal:y': { output: 'output:2-1', quarter: 4, title: 'Stage', status: 'inProgress', order: 'a8' },
  'goal:y1': { output: 'output:2-1', parent: 'goal:y', title: 'First stage', status: 'done', order: 'a0' },
  'goal:y2': { output: 'output:2-1', parent: 'goal:y', title: 'Second stage', status: 'todo', order: 'a1' },
  'note:x': { about: 'goal:x4', date: '2019-06-04', text: 'Slow' },
} as const satisfies Readonly<Record<RecordId, Fields>>
const view = planWith(plan)

function year({ from = view, into = empty, decided = {} }: { readonly from?: PlanView; readonly into?: PlanView; readonly decided?: Readonly<Record<GoalId, DecisionKind>> } = {}): NextYear {
  const decisions = new Map(Object.entries(decided).map(([id, kind]) => [id as GoalId, { kind, reason: '' }])) // the keys are ids
  return nextYear({ view: from, into, decisions, calendar })
}

const { ids, there, here } = year()
const next = after(empty, there)
/** This plan once the next year was begun. */
const turned = after(view, here)
const titlesIn = (of: PlanView, quarter: number | null): readonly string[] => [...liveGoals(of)].filter(({ id, parent }) => parent === null && quarterOfGoal(of, id) === quarter).map(({ title }) => title).toSorted()

describe('the plan of the next year', () => {
  test('[Q17] is a plan of its own that continues this one a year later, with its programs, outcomes, outputs and settings under new ids', () => {
    expect(next.plan).toMatchObject({ id: ids.plan, title: 'TEC3', startsOn: '2019-07-01', summary: 'One platform', continues: 'plan:tec', taskLinks: ['T#=https://tasks.example/T#'], statusWords: ['Fertig=done'] })
    expect(programsOf(next)).toMatchObject([{ code: 'TEC3', title: 'Deployment Pipeline', owner: 'RelEng' }])
    expect(allOutputs(next).map(({ number, title }) => [number, title])).toEqual(allOutputs(view).map(({ number, title }) => [number, title]))
    for (const { id } of [...programsOf(next), ...allOutputs(next), ...liveGoals(next)]) expect(recordOf(view, id)).toBeNull()
  })

  test('[Q18] goals that are carried stand in its first quarter, those without a quarter come along without one, and notes stay behind', () => {
    expect(titlesIn(next, 1)).toEqual(['Profile', 'Stage'])
    expect(titlesIn(next, null)).toEqual(['Collect metrics'])
    expect(goalsOf(next, ids.goal('goal:y')).map(({ title }) => title)).toEqual(['Second stage'])
    expect(notesAbout(next, ids.goal('goal:x4'))).toEqual([])
    expect(recordOf(next, ids.goal('goal:x4'))).toMatchObject({ status: 'blocked', reason: 'Slow', output: ids.output('output:2-1'), dependsOn: [ids.goal('goal:y')] })
  })

  test('[Q18] [Q38] in this plan only what was dropped or is done after all is written, and of what goes on the quarter of the next plan, of what has none there the year', () => {
    expect(here).toEqual([...['goal:x4', 'goal:y', 'goal:y2'].map((on) => ({ on, set: { carriedInto: 'FY19/20 Q1' } })), { on: 'goal:d', set: { carriedInto: 'FY19/20' } }])
    const decided = year({ decided: { 'goal:x4': 'drop', 'goal:y': 'unschedule', 'goal:d': 'leave' } })
    expect(decided.here).toEqual([...['goal:y', 'goal:y2'].map((on) => ({ on, set: { carriedInto: 'FY19/20' } })), { on: 'goal:x4', set: { status: 'postponed', dropped: true } }])
    const other = after(empty, decided.there)
    expect([titlesIn(other, 1), titlesIn(other, null)]).toEqual([[], ['Stage']])
  })

  test('[Q19] how often a goal was carried is counted on over the years', () => {
    expect(recordOf(next, ids.goal('goal:x4'))?.carriedThrough).toEqual(['FY17/18 Q4', 'FY18/19 Q2', 'FY18/19 Q3', 'FY18/19 Q4'])
    expect([timesCarried(view, 'goal:x4'), timesCarried(next, ids.goal('goal:x4')), timesCarried(next, ids.goal('goal:d'))]).toEqual([3, 4, 0])
  })

  test('[Q20] begun again, it gets only what it hasn’t, and what was written in it stays', () => {
    expect(year({ into: next }).there).toEqual([])
    expect(year({ from: turned, into: next })).toMatchObject({ there: [], here: [] })
    const lived = after(next, [{ on: ids.goal('goal:y'), set: { title: 'Stages', quarter: 3 } }, { on: ids.output('output:1-1'), set: { deleted: true } }, { on: ids.plan, set: { title: 'TEC4' } }])
    expect(year({ into: lived }).there).toEqual([])
    const more = after(view, [{ on: 'goal:z', set: { output: 'output:1-1', quarter: 4, title: 'Late', status: 'todo', order: 'a9' } }])
    const grown = after(lived, year({ from: more, into: lived }).there)
    expect([titlesIn(grown, 1), grown.plan?.title, recordOf(grown, ids.output('output:1-1'))?.deleted]).toEqual([['Late', 'Profile'], 'TEC4', false])
  })

  test('[Q38] what went on is neither asked about nor counted, whatever is decided on it, and goes on under the same ids where the plan of the next year is not there', () => {
    expect(countToTurn(turned, 4)).toBe(0)
    expect(goalsToTurn(turned, 4)).toMatchObject({ open: [], carried: [{ id: 'goal:x4' }, { id: 'goal:y' }] })
    expect(year({ from: turned, into: next, decided: { 'goal:x4': 'drop', 'goal:y': 'done' } })).toMatchObject({ there: [], here: [] })
    expect(carriedOn(turned, 'goal:x4')).toEqual({ goal: 'goal:x4', to: 'FY19/20 Q1', slip: 4 })
    const elsewhere = after(empty, year({ from: turned }).there)
    expect([titlesIn(elsewhere, 1), titlesIn(elsewhere, null)]).toEqual([titlesIn(next, 1), titlesIn(next, null)])
    const removed = after(next, [{ on: ids.goal('goal:y'), set: { deleted: true } }])
    expect(year({ from: turned, into: removed }).there).toEqual([])
  })

  test('[Q39] a goal that is begun later may wait for one that went on before', () => {
    const more = after(turned, [{ on: 'goal:z', set: { output: 'output:1-1', quarter: 4, title: 'Late', status: 'todo', order: 'a9', 'dependsOn/goal:y': true } }])
    expect(recordOf(after(next, year({ from: more, into: next }).there), ids.goal('goal:z'))?.dependsOn).toEqual([ids.goal('goal:y')])
  })

  test('[Q43] what was left as it is is not counted until its status changes', () => {
    const left = new Map([['goal:y', 'inProgress']] as const)
    expect([countToTurn(view, 4), countToTurn(view, 4, left), countToTurn(after(view, [{ on: 'goal:y', set: { status: 'blocked' } }]), 4, left)]).toEqual([2, 1, 2])
  })

  test('[Q40] a goal that one dropped and another carried counts as carried', () => {
    const both = after(turned, [{ on: 'goal:y', set: { status: 'postponed', dropped: true } }])
    expect(goalsToTurn(both, 4)).toMatchObject({ open: [], dropped: [], carried: [{ id: 'goal:y' }, { id: 'goal:x4' }] })
  })

  test('[Q21] two people who begin it on their own have one plan, with no goal twice', () => {
    const begun = (replica: string, decided: Readonly<Record<GoalId, DecisionKind>>): Session => act({ session: openSession({ replica }), edits: year({ decided }).there, now }).session
    const [mine, same, other] = [begun('aaaaaaaaaa', {}), begun('bbbbbbbbbb', {}), begun('cccccccccc', { 'goal:y': 'unschedule', 'goal:d': 'carry' })]
    expect(mergeChangeSets(mine.set, same.set).conflicts).toEqual([])
    const merged = createView(mergeChangeSets(mine.set, other.set).set)
    expect([...liveGoals(merged)].map(({ title }) => title).toSorted()).toEqual(['Collect metrics', 'Profile', 'Second stage', 'Stage'])
  })
})

describe('a plan that came from a goals page', () => {
  const read = (text: string): ReadPage => {
    const reading = readPage(text)
    if (!reading.ok) throw new Error(`refused: ${reading.reason}`)
    return reading.page
  }
  /** The page of the year after, which begins with what the last quarter left. */
  const nextPage = realPage
    .split('\n')
    .slice(0, 39)
    .join('\n')
    .replaceAll('FY18/19', 'FY19/20')
    .replace(/Outcome 1 \/ Output 1\.1 edit[\s\S]*$/, '')
    .concat('\nOutcome 1 / Output 1.2 (RelEng) edit\n\nContinuous Integration is unified with production tooling and developer feedback is faster\n\nSetup test execution time profiling\n\nGoal edit\n\n  • Instrument Quibble for data collection\n  • Something new\n')

  test('[Q22] begins the one that the page of the next year would: whoever reads that page later meets the goals', () => {
    const old = createView(readInto(openSession({ replica: 'aaaaaaaaaa' }), read(realPage), now).set)
    const begun = year({ from: old })
    const page = read(nextPage)
    expect(page.planId).toBe(begun.ids.plan)
    const session = act({ session: openSession({ replica: 'aaaaaaaaaa' }), edits: begun.there, now }).session
    const own = createView(pageChangeSet({ ...page, mine: emptyChangeSet() }))
    const merged = createView(readInto(session, page, now + 1).set)
    const quibble = [...liveGoals(merged)].filter(({ title }) => title.startsWith('Instrument'))
    expect(quibble.map(({ id, carriedThrough }) => [recordOf(own, id)?.title, carriedThrough])).toEqual([['Instrument Quibble for data collection', ['FY18/19 Q3', 'FY18/19 Q4']]])
    expect(new Set(allOutputs(merged).map(({ number }) => number)).size).toBe(allOutputs(merged).length)
    expect(programsOf(merged).length).toBe(1)
  })
})
