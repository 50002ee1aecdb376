import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addChanges, foldChanges } from '../../../shared/changes/fold.ts'
import { isInScopeOf, type BoardScope } from '../../../shared/board/query.ts'
import { statuses } from '../../../shared/model/status.ts'
import { createView, updateView } from '../../../shared/plan/plan-index.ts'
import { ownerOf, parentGoalOf } from '../../../shared/plan/goal-place.ts'
import { liveGoals } from '../../../shared/plan/plan-view.ts'
import { ownersInPlan } from '../../../shared/teams/owners.ts'
import { countsOf, portfoliosOf, whoseIs, type By } from '../../../shared/teams/portfolio.ts'
import { groundwork, randomSteps } from '../board/random-plan.ts'
import { planWith, smallPlan } from '../edits/plan-at-hand.ts'

const view = planWith({
  ...smallPlan,
  'program:other': { code: 'TEC13', order: 'a1' },
  'outcome:three': { program: 'program:other', number: '3', order: 'a2' },
  'output:3-1': { outcome: 'outcome:three', number: '3.1', order: 'a0' },
  'goal:e': { output: 'output:3-1', quarter: 1, title: 'Measure', owner: 'Build lead', 'teams/SRE': true, order: 'a5' },
  'goal:e1': { output: 'output:3-1', parent: 'goal:e', title: 'Count', owner: 'Ops lead', 'teams/SRE': true, 'teams/Data': true, order: 'a0' },
  'goal:e2': { output: 'output:3-1', parent: 'goal:e', title: 'Weigh', order: 'a1', 'dependsOn/Legal': true },
})
const told = (by: By, scope: BoardScope, programs: readonly `program:${string}`[] = []) =>
  portfoliosOf(view, { by, scope, programs }).map(({ name, goals }) => [name, ...statuses.flatMap((status) => goals[status])])

describe('what a team or an owner has', () => {
  test('[P8] each team is listed with its goals of a quarter by status, a sub-goal only where the goal above isn’t theirs; last the goals of nobody', () => {
    expect(told('team', 1)).toEqual([['SRE', 'goal:e'], ['Data', 'goal:e1'], ['Legal'], ['', 'goal:b', 'goal:a']])
    expect(told('team', 2)).toEqual([['SRE'], ['Data'], ['Legal'], ['', 'goal:c']])
    expect(countsOf(portfoliosOf(view, { by: 'team', scope: 1, programs: [] }).at(-1) ?? { name: '', goals: { todo: [], inProgress: [], partiallyDone: [], blocked: [], stalled: [], done: [], postponed: [] }, total: 0 })).toMatchObject({ done: 1, inProgress: 1, todo: 0 })
  })

  test('[P9] a goal without an owner is its parent’s owner’s, and without one above nobody’s', () => {
    expect(ownersInPlan(view)).toEqual(['Build lead', 'Ops lead'])
    expect(told('owner', 1)).toEqual([['Build lead', 'goal:e'], ['Ops lead', 'goal:e1'], ['', 'goal:b', 'goal:a']])
    expect(told('owner', 'unscheduled')).toEqual([['Build lead'], ['Ops lead'], ['', 'goal:d']])
  })

  test('[P10] only goals of the programs that are chosen are counted', () => {
    expect(told('owner', 1, ['program:other'])).toEqual([['Build lead', 'goal:e'], ['Ops lead', 'goal:e1']])
    expect(told('owner', 1, ['program:tec3'])).toEqual([['Build lead'], ['Ops lead'], ['', 'goal:b', 'goal:a']])
  })

  test('[P8] [P9] in any plan, brought up to date or read anew, every goal in scope is told of each whose it is, once, by itself or by the goal above', () => {
    fc.assert(
      fc.property(randomSteps, fc.constantFrom<BoardScope>(1, 2, 'year', 'unscheduled'), fc.constantFrom<By>('team', 'owner'), (steps, scope, by) => {
        let set = foldChanges(groundwork)
        let now = createView(set)
        for (const changes of steps) {
          ownersInPlan(now) // so that what is kept from before is asked for
          const folded = addChanges(set, changes)
          set = folded.set
          now = updateView(now, folded)
        }
        const all = portfoliosOf(now, { by, scope, programs: [] })
        expect(all).toEqual(portfoliosOf(createView(set), { by, scope, programs: [] }))
        expect(ownersInPlan(now)).toEqual([...new Set([...liveGoals(now)].flatMap(({ owner }) => (owner === '' ? [] : [owner])))].toSorted())
        for (const { id } of liveGoals(now)) {
          const parent = parentGoalOf(now, id)
          for (const name of by === 'owner' ? [ownerOf(now, id)] : whoseIs(now, { id, by })) {
            const isTold = statuses.flatMap((status) => all.find((each) => each.name === name)?.goals[status] ?? []).filter((each) => each === id).length
            const isAbove = parent !== null && isInScopeOf(now, { id: parent.id, scope }) && whoseIs(now, { id: parent.id, by }).includes(name)
            expect(isTold).toBe(isInScopeOf(now, { id, scope }) && !isAbove ? 1 : 0)
          }
        }
      }),
    )
  })
})
