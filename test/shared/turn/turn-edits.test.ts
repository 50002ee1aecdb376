import { describe, expect, test } from 'vitest'
import type { Edit, Fields } from '../../../shared/changes/change.ts'
import { derivedKey } from '../../../shared/model/derived-key.ts'
import type { GoalId, RecordId } from '../../../shared/model/ids.ts'
import { timesCarried } from '../../../shared/plan/carried.ts'
import { notesOfGoal } from '../../../shared/plan/notes.ts'
import { goalsOf, recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import type { Decision, DecisionKind } from '../../../shared/turn/decision.ts'
import { countToTurn, goalsToTurn } from '../../../shared/turn/goals-to-turn.ts'
import { turnEdits } from '../../../shared/turn/turn-edits.ts'
import { turnSums } from '../../../shared/turn/turn-sums.ts'
import { after, planWith, smallPlan } from '../edits/plan-at-hand.ts'
import { calendar } from '../history/any-life.ts'

const plan = {
  ...smallPlan,
  'goal:b2': { ...smallPlan['goal:b2'], status: 'blocked', reason: 'No layers', waitingOn: 'SRE', since: '2018-08' },
  'goal:b3': { output: 'output:1-1', parent: 'goal:b', title: 'Cache tests', status: 'postponed', order: 'a2' },
  'goal:b4': { output: 'output:1-1', parent: 'goal:b', title: 'Cache nothing', status: 'postponed', dropped: true, order: 'a3' },
  'goal:b5': { output: 'output:1-1', parent: 'goal:b', quarter: 3, title: 'Cache later', status: 'todo', order: 'a4' },
  'goal:e': { output: 'output:1-2', quarter: 1, until: 2, title: 'Span', status: 'stalled', reason: 'Slow', order: 'a3' },
  'goal:f': {
    output: 'output:1-2', quarter: 1, title: 'Profile', description: 'All of it', status: 'stalled', reason: 'Slow', waitingOn: 'Ops', order: 'Zz', owner: 'Build lead', stretch: true,
    'teams/SRE': true, 'tasks/T1': true, 'dependsOn/Ops': true, 'dependsOn/goal:b': true, 'accepted/Ops': true,
  },
  'goal:g': { output: 'output:2-1', quarter: 1, title: 'Give up', status: 'postponed', dropped: true, order: 'a5' },
  'goal:h': { output: 'output:2-1', quarter: 1, title: 'Gone on', status: 'todo', order: 'a6' },
  'goal:i': { output: 'output:2-1', quarter: 2, title: 'Went on', status: 'todo', order: 'a7', carriedFrom: 'goal:h' },
  'note:f': { about: 'goal:f', date: '2018-09-01', text: 'Slow', status: 'stalled' },
} as const satisfies Readonly<Record<RecordId, Fields>>

const view = planWith(plan)
const idOf = (id: GoalId, quarter = 2): GoalId => `goal:${derivedKey(['carried', id, quarter])}`

function turn(before: PlanView, decided: Readonly<Record<GoalId, DecisionKind | Decision>> = {}, quarter: 1 | 2 | 3 = 1): readonly Edit[] {
  const decisions = new Map(Object.entries(decided).map(([id, decision]) => [id as GoalId, typeof decision === 'string' ? { kind: decision, reason: '' } : decision]))
  return turnEdits({ view: before, quarter, decisions, calendar })
}

describe('what is asked', () => {
  test('[Q1] of a quarter its goals that are not done are asked about; done, dropped and carried ones stand apart', () => {
    const { open, done, dropped, carried } = goalsToTurn(view, 1)
    expect([open, done, dropped, carried].map((list) => list.map(({ id }) => id))).toEqual([['goal:b', 'goal:f', 'goal:e'], ['goal:a'], ['goal:g'], ['goal:h']])
    expect(goalsToTurn(view, 'unscheduled').open.map(({ id }) => id)).toEqual(['goal:d'])
    expect(goalsToTurn(view, 3).open.map(({ id }) => id)).toEqual(['goal:b5'])
  })

  test('[Q1] a dropped goal that somebody has taken up again is asked about', () => {
    expect(goalsToTurn(after(view, [{ on: 'goal:g', set: { status: 'inProgress' } }]), 1).open.map(({ id }) => id)).toContain('goal:g')
  })

  test('[Q2] carrying is proposed, but for a goal that spans into a later quarter; the count of a quarter that is over leaves it out', () => {
    expect(turnSums({ view, scopes: [1], decisions: new Map() })).toEqual({ carry: 2, unschedule: 0, drop: 0, done: 0, leave: 1 })
    expect([countToTurn(view, 1), countToTurn(view, 2)]).toEqual([2, 3])
  })
})

describe('what is written', () => {
  const turned = after(view, turn(view))

  test('[Q3] a carried goal is a new one that knows where it came from and takes all along but the notes; the old one stays as it was', () => {
    expect(recordOf(turned, idOf('goal:f'))).toMatchObject({
      title: 'Profile', description: 'All of it', output: 'output:1-2', parent: null, quarter: 2, owner: 'Build lead', stretch: true, teams: ['SRE'], tasks: ['T1'], dependsOn: ['Ops', idOf('goal:b')].toSorted(), accepted: [], carriedFrom: 'goal:f', carriedThrough: [], carriedInto: '',
    })
    expect(recordOf(turned, 'goal:f')).toBe(recordOf(view, 'goal:f'))
    expect([notesOfGoal(turned, 'goal:f').length, notesOfGoal(turned, idOf('goal:f')).length]).toEqual([1, 0])
    expect(timesCarried(turned, idOf('goal:f'))).toBe(1)
  })

  test('[Q4] what is in progress or partially done goes on, what is held stays held with its reason and since when, what was put off is to do', () => {
    expect(recordOf(turned, idOf('goal:b'))).toMatchObject({ status: 'inProgress', reason: '', since: '' })
    // the day on which this plan was written
    expect(recordOf(turned, idOf('goal:f'))).toMatchObject({ status: 'stalled', reason: 'Slow', waitingOn: 'Ops', since: '1970-01-01' })
    expect(recordOf(turned, idOf('goal:b2'))).toMatchObject({ status: 'blocked', reason: 'No layers', waitingOn: 'SRE', since: '2018-08' })
    expect(recordOf(turned, idOf('goal:b3'))).toMatchObject({ status: 'todo', reason: '' })
    expect(recordOf(after(turned, turn(turned, {}, 2)), idOf('goal:c', 3))).toMatchObject({ status: 'todo', quarter: 3 })
  })

  test('[Q5] unfinished sub-goals go along, each from its own; finished, dropped and later planned ones stay', () => {
    expect(goalsOf(turned, idOf('goal:b')).map(({ id, carriedFrom, quarter }) => [id, carriedFrom, quarter])).toEqual([
      [idOf('goal:b2'), 'goal:b2', null],
      [idOf('goal:b3'), 'goal:b3', null],
    ])
  })

  test('[Q6] carried goals stand at the end of the next quarter, in the order they had', () => {
    const orders = (['goal:c', 'goal:i', idOf('goal:f'), idOf('goal:b')] as const).map((id) => recordOf(turned, id)?.order ?? '')
    expect(orders).toEqual(orders.toSorted())
  })

  test('[Q7] a goal goes back to no quarter, is dropped with a reason, is done after all or left, as was decided', () => {
    const decided = after(view, turn(view, { 'goal:b': 'unschedule', 'goal:f': { kind: 'drop', reason: ' No use ' }, 'goal:e': 'done' }))
    expect(recordOf(decided, 'goal:b')).toMatchObject({ quarter: null, status: 'inProgress' })
    expect(recordOf(decided, 'goal:f')).toMatchObject({ quarter: 1, status: 'postponed', dropped: true, reason: 'No use' })
    expect(recordOf(decided, 'goal:e')).toMatchObject({ status: 'done', until: 2 })
    expect(turn(view, { 'goal:b': 'leave', 'goal:f': 'leave' })).toEqual([])
  })

  test('[Q8] a goal that was to span on ends where another one goes on with it', () => {
    const decided = after(view, turn(view, { 'goal:e': 'carry', 'goal:b': 'leave', 'goal:f': 'leave' }))
    expect([recordOf(decided, 'goal:e')?.until, recordOf(decided, idOf('goal:e'))?.quarter]).toEqual([null, 2])
  })

  test('[Q9] turned twice, a quarter is as turned once, whatever became of the new goals', () => {
    expect(turn(turned)).toEqual([])
    const lived = after(turned, [{ on: idOf('goal:f'), set: { title: 'Other', quarter: 4 } }, { on: idOf('goal:b2'), set: { deleted: true } }])
    expect(turn(lived)).toEqual([])
  })

  test('[Q10] a carried goal that was deleted is brought back as it was, with its sub-goals', () => {
    const gone = after(turned, [idOf('goal:b'), idOf('goal:b2')].map((on) => ({ on, set: { deleted: true } })))
    expect(turn(gone)).toEqual([{ on: idOf('goal:b'), set: { deleted: false } }, { on: idOf('goal:b2'), set: { deleted: false } }])
  })

  test('[Q10] one that was undone at once comes back as it would be made now', () => {
    const undone = after(turned, [...new Set(turn(view).map(({ on }) => on))].map((on) => ({ on, set: { deleted: true } })))
    const edited = after(undone, [{ on: 'goal:f', set: { title: 'Profile more', description: null, status: 'inProgress', 'teams/SRE': false } }])
    const again = after(edited, turn(edited))
    expect(recordOf(again, idOf('goal:f'))).toMatchObject({ title: 'Profile more', description: '', status: 'inProgress', reason: '', since: '', teams: [], deleted: false })
    expect(recordOf(again, idOf('goal:b'))).toEqual(recordOf(turned, idOf('goal:b')))
  })

  test('[Q10] a goal that is there already is linked, and nothing is written over what it says', () => {
    const there = planWith({ ...plan, [idOf('goal:f')]: { output: 'output:1-2', quarter: 2, title: 'Profile all', status: 'done', order: 'a9' } })
    expect(turn(there, { 'goal:b': 'leave' })).toEqual([{ on: idOf('goal:f'), set: { carriedFrom: 'goal:f' } }])
  })

  test('[Q11] a sub-goal that stood in the quarter by itself goes on below the same goal', () => {
    const moved = after(view, [{ on: 'goal:b5', set: { quarter: 2 } }])
    expect(recordOf(after(moved, turn(moved, {}, 2)), idOf('goal:b5', 3))).toMatchObject({ parent: 'goal:b', quarter: 3 })
  })
})
