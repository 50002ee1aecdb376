import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change, Fields } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { editMembers } from '../../../shared/edits/edit-fields.ts'
import type { Goal } from '../../../shared/model/goal.ts'
import { statuses } from '../../../shared/model/status.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { askedSince } from '../../../shared/teams/asked-since.ts'
import { asksInPlan, teamWaitsFor, waitingOnTeam, type Ask } from '../../../shared/teams/asks.ts'
import { knownTeams } from '../../../shared/teams/known-teams.ts'
import { after, planWith } from '../edits/plan-at-hand.ts'
import { calendar, ground, pageOf, typedOn } from '../history/any-life.ts'

const told = ({ goal, team, byName, waiting, needs, accepted }: Ask) => ({ goal: goal.id, team, byName, waiting, needs, accepted })
const askOf = (goal: string, team: string | null, more: object = {}) => ({ goal, team, byName: false, waiting: false, needs: [], accepted: false, ...more })

const plan = {
  'plan:tec': { title: 'TEC3', startsOn: '2018-07-01' },
  'goal:a': { title: 'A', 'teams/RelEng': true, 'dependsOn/SRE': true, 'dependsOn/goal:b': true, 'dependsOn/goal:gone': true },
  'goal:b': { title: 'B', 'teams/SRE': true, 'teams/Core Platform': true, status: 'blocked', waitingOn: 'the people of core platform, and of Security' },
  'goal:c': { title: 'C', 'teams/RelEng': true, 'dependsOn/goal:a': true, status: 'stalled', waitingOn: 'a review' },
  'goal:d': { title: 'D', 'teams/Platform': true, 'dependsOn/Security': true, status: 'done' },
} as const satisfies Readonly<Record<string, Fields>>

describe('what is asked of a team', () => {
  test('[P3] goals ask by its name, by a goal of its own, and by whom they wait for while they are held up', () => {
    const view = planWith(plan)
    expect(knownTeams(view)).toEqual([{ team: 'RelEng', goals: 2 }, { team: 'Core Platform', goals: 1 }, { team: 'Platform', goals: 1 }, { team: 'SRE', goals: 1 }, { team: 'Security', goals: 0 }])
    expect(waitingOnTeam(view, 'SRE').map(told)).toEqual([askOf('goal:a', 'SRE', { byName: true, needs: ['goal:b'] })])
    expect(waitingOnTeam(view, 'Core Platform').map(told)).toEqual([askOf('goal:a', 'Core Platform', { needs: ['goal:b'] }), askOf('goal:b', 'Core Platform', { waiting: true })])
    expect(waitingOnTeam(view, 'Platform')).toEqual([])
    expect(waitingOnTeam(view, 'Security').map(told)).toEqual([askOf('goal:b', 'Security', { waiting: true })])
    const going = after(view, [{ on: 'goal:b', set: { status: 'inProgress' } }])
    expect(waitingOnTeam(going, 'Security')).toEqual([])
  })

  test('[P4] what is done, postponed, dropped or deleted asks for nothing, and what is done is needed no longer', () => {
    const view = planWith(plan)
    for (const set of [{ status: 'done' }, { status: 'postponed' }, { status: 'postponed', dropped: true }, { deleted: true }]) {
      expect(waitingOnTeam(after(view, [{ on: 'goal:a', set }]), 'SRE')).toEqual([])
    }
    const takenUp = after(after(view, [{ on: 'goal:a', set: { status: 'postponed', dropped: true } }]), [{ on: 'goal:a', set: { status: 'inProgress' } }])
    expect(waitingOnTeam(takenUp, 'SRE')).toHaveLength(1)
    expect(waitingOnTeam(after(view, [{ on: 'goal:b', set: { status: 'done' } }]), 'SRE').map(told)).toEqual([askOf('goal:a', 'SRE', { byName: true })])
  })

  test('[P5] a team waits for what its goals ask of others, also of nobody that the plan knows, and asks nothing of itself by its own goals', () => {
    const view = planWith(plan)
    expect(teamWaitsFor(view, 'RelEng').map(told)).toEqual([
      askOf('goal:a', 'SRE', { byName: true, needs: ['goal:b'] }),
      askOf('goal:a', 'Core Platform', { needs: ['goal:b'] }),
      askOf('goal:c', null, { waiting: true }),
    ])
  })

  test('[P6] a team accepts by one edit, and takes it back by another; two that accept at once both stand', () => {
    const view = planWith(plan)
    const accepted = after(view, editMembers({ view, on: 'goal:a', field: 'accepted', members: ['SRE'] }))
    expect(waitingOnTeam(accepted, 'SRE').map(({ accepted: is }) => is)).toEqual([true])
    expect(waitingOnTeam(accepted, 'Core Platform').map(({ accepted: is }) => is)).toEqual([false, false])
    const taken = after(accepted, editMembers({ view: accepted, on: 'goal:a', field: 'accepted', members: [] }))
    expect(waitingOnTeam(taken, 'SRE').map(({ accepted: is }) => is)).toEqual([false])
  })
})

describe('since when a goal asks', () => {
  const since = (set: Fields, ...changes: readonly Change[]): string | null => {
    const view = createView(foldChanges([...ground, { at: pageOf('2018-07-10'), on: 'goal:b', set: { 'teams/SRE': true } }, { at: typedOn('2018-07-10'), on: 'goal:a', set }, ...changes]))
    const [ask] = waitingOnTeam(view, 'SRE')
    if (ask === undefined) throw new Error('nothing is asked')
    return askedSince({ view, ask, calendar })
  }
  const typed = (day: string, set: Fields): Change => ({ at: typedOn(day), on: 'goal:a', set })

  test('[P7] it is when the dependency was written, and written anew where it was taken out between', () => {
    expect(since({ 'dependsOn/SRE': true }, typed('2018-08-15', { 'dependsOn/SRE': true, title: 'x' }))).toBe('2018-07-10')
    expect(since({ 'dependsOn/SRE': true }, typed('2018-07-31', { 'dependsOn/SRE': false }), typed('2018-08-15', { 'dependsOn/SRE': true }))).toBe('2018-08-15')
    expect(since({}, typed('2018-08-15', { 'dependsOn/goal:b': true }))).toBe('2018-08-15')
  })

  test('[P7] for one who waits it is since the goal is held up, where that is earlier; what only a page says is of no day', () => {
    expect(since({ status: 'blocked', waitingOn: 'SRE' }, typed('2018-08-15', { 'dependsOn/SRE': true }))).toBe('2018-07-10')
    expect(since({ 'dependsOn/SRE': true }, typed('2018-08-15', { status: 'blocked', waitingOn: 'SRE' }))).toBe('2018-07-10')
    expect(since({}, typed('2018-08-15', { status: 'blocked', waitingOn: 'SRE', since: '2018-06' }))).toBe('2018-06')
    expect(since({}, { at: pageOf('2018-07-31'), on: 'goal:a', set: { 'dependsOn/SRE': true } })).toBeNull()
  })
})

const teams = ['SRE', 'Core SRE', '(.*', 'goal:z z', '__proto__', 'x'.repeat(200)] as const
const goals = ['goal:a', 'goal:b', 'goal:c'] as const
const anyGoal: fc.Arbitrary<Fields> = fc
  .record({
    status: fc.constantFrom(...statuses),
    waitingOn: fc.constantFrom('', 'sre', 'core sre', 'nobody', 'x (.*'),
    dropped: fc.boolean(),
    deleted: fc.boolean(),
    parent: fc.constantFrom(...goals, null),
    own: fc.subarray([...teams], { maxLength: 2 }),
    dependsOn: fc.subarray([...teams, ...goals], { maxLength: 3 }),
    accepted: fc.subarray([...teams], { maxLength: 2 }),
  })
  .map(({ own, dependsOn, accepted, ...rest }) => ({ ...rest, ...membersOf('teams', own), ...membersOf('dependsOn', dependsOn), ...membersOf('accepted', accepted) }))

function membersOf(field: string, members: readonly string[]): Fields {
  return Object.fromEntries(members.map((member) => [`${field}/${member}`, true]))
}

describe('across any plan', () => {
  test('[P3] [P4] [P5] [P6] every pair of a goal and a team is told as the definition tells it, with names of any kind', () => {
    fc.assert(
      fc.property(fc.tuple(anyGoal, anyGoal, anyGoal), (fields) => {
        const view = planWith({ 'plan:t': { title: 'T' }, ...Object.fromEntries(goals.map((id, index) => [id, fields[index] ?? {}])) })
        for (const team of teams) {
          for (const goal of goals) expect(waitingOnTeam(view, team).some((ask) => ask.goal.id === goal)).toBe(asksBy({ view, goal, team }))
        }
        for (const { goal, team, accepted } of asksInPlan(view)) expect(accepted).toBe(team !== null && goal.accepted.includes(team))
        for (const team of teams) expect(teamWaitsFor(view, team)).toEqual(asksInPlan(view).filter((ask) => ask.goal.teams.includes(team) && ask.team !== team))
      }),
    )
  })
})

/** One goal and one team, asked of the records alone. */
function asksBy({ view, goal: id, team }: { readonly view: PlanView; readonly goal: (typeof goals)[number]; readonly team: string }): boolean {
  const alive = (each: (typeof goals)[number]): boolean => {
    for (let at: `goal:${string}` | null = each, seen = 0; at !== null && seen < 5; seen += 1) {
      const record: Goal | null = recordOf(view, at)
      if (record === null || record.deleted) return false
      at = view.cutGoals.has(at) ? null : record.parent
    }
    return true
  }
  const goal = recordOf(view, id)
  if (goal === null || !alive(id) || ['done', 'postponed'].includes(goal.status)) return false
  const isKnown = goals.some((other) => alive(other) && [...(recordOf(view, other)?.teams ?? []), ...(recordOf(view, other)?.dependsOn ?? [])].includes(team))
  const others = goals.some((other) => alive(other) && [...(recordOf(view, other)?.teams ?? []), ...(recordOf(view, other)?.dependsOn ?? [])].includes('Core SRE'))
  const isWaited =
    ['blocked', 'stalled'].includes(goal.status) &&
    isKnown &&
    ((team === 'SRE' && (goal.waitingOn === 'sre' || (goal.waitingOn === 'core sre' && !others))) || (team === 'Core SRE' && goal.waitingOn === 'core sre') || (team === '(.*' && goal.waitingOn === 'x (.*'))
  const isNeeded = goals.some((other) => {
    const needed = recordOf(view, other)
    return other !== id && needed !== null && alive(other) && needed.status !== 'done' && goal.dependsOn.includes(other) && needed.teams.includes(team) && !goal.teams.includes(team)
  })
  return goal.dependsOn.includes(team) || isWaited || isNeeded
}
