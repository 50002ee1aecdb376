import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import type { Goal } from '../../../shared/model/goal.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { laterGoals } from '../../../shared/plan/carried.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { goalsOf, isLive, liveGoals, recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { decisionKinds, proposedFor, type Decisions } from '../../../shared/turn/decision.ts'
import { goalsToTurn } from '../../../shared/turn/goals-to-turn.ts'
import { carriedId, turnEdits } from '../../../shared/turn/turn-edits.ts'
import { groundwork, randomSteps } from '../board/random-plan.ts'
import { act, openSession, undo, type Session } from '../changes/session.ts'
import { calendar } from '../history/any-life.ts'

const now = Date.UTC(2018, 9, 2)
const anyDecisions: fc.Arbitrary<Decisions> = fc
  .dictionary(fc.constantFrom('goal:a', 'goal:b', 'goal:c', 'goal:d', 'goal:e'), fc.record({ kind: fc.constantFrom(...decisionKinds), reason: fc.constantFrom('', 'why') }))
  .map((decided) => new Map(Object.entries(decided).map(([id, decision]) => [id as GoalId, decision]))) // the keys are ids
/** Three goals in the quarter, one with two sub-goals, before anything happens to them. */
const planned = (['a', 'b', 'c', 'd', 'e'] as const).map((key, index): Change => ({
  at: groundwork[0]?.at ?? '',
  on: `goal:${key}`,
  set: { output: 'output:x', ...(index < 3 ? { quarter: 1 } : { parent: 'goal:a' }), title: key, order: `a${index}`, status: 'inProgress', 'dependsOn/goal:b': true },
}))
const anyPlan = randomSteps.map((steps) => foldChanges([...groundwork, ...planned, ...steps.slice(0, 4).flat()]))

function turned({ session, decisions, at }: { readonly session: Session; readonly decisions: Decisions; readonly at: number }): Session {
  return act({ session, edits: turnEdits({ view: createView(session.set), quarter: 1, decisions, calendar }), now: at }).session
}

/** What a plan reads as, goal by goal. */
function reading(view: PlanView): readonly (Goal | null)[] {
  return [...liveGoals(view)].map(({ id }) => recordOf(view, id)).toSorted((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1))
}

test('[Q9] whatever a plan is and whatever is decided, the second time nothing is written', () => {
  let written = 0
  fc.assert(
    fc.property(anyPlan, anyDecisions, (set, decisions) => {
      const view = createView(turned({ session: openSession({ replica: 'aaaaaaaaaa', set }), decisions, at: now }).set)
      written += view.set === set ? 0 : 1
      expect(turnEdits({ view, quarter: 1, decisions, calendar })).toEqual([])
    }),
    { numRuns: 150 },
  )
  expect(written).toBeGreaterThan(60)
})

test('[Q12] what is carried is what was open and is decided so, with all unfinished sub-goals of their line, and nothing else comes', () => {
  let carried = 0
  fc.assert(
    fc.property(anyPlan, anyDecisions, (set, decisions) => {
      const before = createView(set)
      const view = createView(turned({ session: openSession({ replica: 'aaaaaaaaaa', set }), decisions, at: now }).set)
      const { open } = goalsToTurn(before, 1)
      const expected = new Set<GoalId>()
      // the oracle: by hand, goal by goal
      const take = (goal: Goal): void => {
        expected.add(carriedId({ view: before, id: goal.id, quarter: 2 }))
        for (const below of goalsOf(before, goal.id)) {
          const isFinished = below.status === 'done' || (below.dropped && below.status === 'postponed')
          if (!isFinished && (below.quarter === null || below.quarter <= 1) && laterGoals(before, below.id).length === 0) take(below)
        }
      }
      for (const goal of open) if ((decisions.get(goal.id)?.kind ?? proposedFor({ view: before, goal, scope: 1 })) === 'carry') take(goal)
      const fresh = [...liveGoals(view)].filter(({ id }) => recordOf(before, id) === null)
      expect(new Set(fresh.map(({ id }) => id))).toEqual(expected)
      for (const goal of fresh) expect(goal.carriedFrom).not.toBeNull()
      carried += fresh.length
    }),
    { numRuns: 150 },
  )
  expect(carried).toBeGreaterThan(60)
})

test('[Q13] one undo takes all of it back, and turned again it is as it was', () => {
  fc.assert(
    fc.property(anyPlan, anyDecisions, (set, decisions) => {
      const session = turned({ session: openSession({ replica: 'aaaaaaaaaa', set }), decisions, at: now })
      const undone = undo({ session, now: now + 1 }).session
      expect(reading(createView(undone.set))).toEqual(reading(createView(set)))
      expect(reading(createView(turned({ session: undone, decisions, at: now + 2 }).set))).toEqual(reading(createView(session.set)))
    }),
    { numRuns: 150 },
  )
})

test('[Q14] two people who turn a quarter on their own have no goal twice, and edits that say the same are no conflict', () => {
  fc.assert(
    fc.property(anyPlan, anyDecisions, anyDecisions, (set, mine, theirs) => {
      const [a, b] = [
        turned({ session: openSession({ replica: 'aaaaaaaaaa', set }), decisions: mine, at: now }),
        turned({ session: openSession({ replica: 'bbbbbbbbbb', set }), decisions: theirs, at: now + 60_000 }),
      ]
      const before = createView(set)
      const merge = mergeChangeSets(a.set, b.set)
      const view = createView(merge.set)
      for (const { id } of liveGoals(before)) {
        const later = laterGoals(view, id).filter((each) => isLive(view, each) && recordOf(before, each) === null)
        expect(later.length).toBeLessThanOrEqual(1)
      }
      const same = mergeChangeSets(a.set, turned({ session: openSession({ replica: 'bbbbbbbbbb', set }), decisions: mine, at: now + 60_000 }).set)
      expect(same.conflicts).toEqual([])
      // of a goal that both carried only what they decided of it can differ
      expect(merge.conflicts.filter(({ on }) => recordOf(before, on as GoalId) === null)).toEqual([]) // an id of a goal or of none that is looked for
    }),
    { numRuns: 120 },
  )
})
