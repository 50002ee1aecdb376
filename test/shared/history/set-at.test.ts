import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldChanges, recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'
import { msOf } from '../../../shared/changes/stamp.ts'
import { setAt } from '../../../shared/history/set-at.ts'
import { childrenOf, liveGoals, parentOf } from '../../../shared/plan/plan-view.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { randomSteps } from '../board/random-plan.ts'
import { oraclePortrait, writtenBy } from '../changes/oracle.ts'
import { portraitOf } from '../changes/portrait.ts'
import { anyChanges, anySet, stampAt } from '../changes/tiny-domain.ts'

const anyMoment = fc.integer({ min: -1, max: 3 })
const recordsIn = (set: ChangeSet): ReadonlySet<string> => new Set([...valuesOf(set.records)].map(({ id }) => id))

describe('the set at a moment', () => {
  test('[T1] is what the naive model makes of the changes up to then, whatever order they came in', () => {
    fc.assert(
      fc.property(anyChanges, anyMoment, (changes, at) => {
        const before = writtenBy(changes).filter((cell) => msOf(cell.at) <= at)
        expect(portraitOf(setAt({ set: foldChanges(changes), at }))).toBe(oraclePortrait(before))
      }),
      { numRuns: 3_000 },
    )
  })

  test('[T1] is the fold of the changes up to then', () => {
    fc.assert(
      fc.property(anyChanges, anyMoment, (changes, at) => {
        expect(portraitOf(setAt({ set: foldChanges(changes), at }))).toBe(portraitOf(foldChanges(changes.filter((change) => msOf(change.at) <= at))))
      }),
    )
  })

  test('[T2] at the latest moment is the very same set', () => {
    fc.assert(
      fc.property(anySet, (set) => {
        for (const at of [2, 1e15, Number.POSITIVE_INFINITY]) expect(setAt({ set, at })).toBe(set)
      }),
    )
  })

  test('[T2] a record with nothing later is the very same record', () => {
    fc.assert(
      fc.property(anyChanges, anyMoment, (changes, at) => {
        const set = foldChanges(changes)
        const then = setAt({ set, at })
        const hasLater = (on: string): boolean => changes.some((change) => change.on === on && msOf(change.at) > at)
        const old = [...valuesOf(set.records)].filter(({ id }) => !hasLater(id))
        expect(old.every((record) => recordIn(then, record.id) === record)).toBe(true)
      }),
    )
  })

  test('[T3] a moment within a moment is the earlier of the two', () => {
    fc.assert(
      fc.property(anySet, anyMoment, anyMoment, (set, a, b) => {
        expect(portraitOf(setAt({ set: setAt({ set, at: b }), at: a }))).toBe(portraitOf(setAt({ set, at: Math.min(a, b) })))
      }),
    )
  })

  test('[T4] what was there at a moment is there at every later one', () => {
    fc.assert(
      fc.property(anyChanges, anyMoment, anyMoment, (changes, a, b) => {
        const set = foldChanges(changes)
        const [earlier, later] = [setAt({ set, at: Math.min(a, b) }), setAt({ set, at: Math.max(a, b) })]
        expect([...recordsIn(earlier)].filter((id) => !recordsIn(later).has(id))).toEqual([])
        for (const record of valuesOf(earlier.records)) {
          const after = recordIn(later, record.id)
          const cells = [...(after?.winners ?? []), ...(after?.losers ?? [])]
          expect(cells).toEqual(expect.arrayContaining([...record.winners, ...record.losers]))
        }
      }),
    )
  })

  test('[T5] the plan is a forest at any moment: going up from a goal always ends', () => {
    fc.assert(
      fc.property(randomSteps, fc.integer({ min: 1_000, max: 1_016 }), (steps, at) => {
        const view = createView(setAt({ set: foldChanges(steps.flat()), at }))
        for (const { id } of liveGoals(view)) {
          const seen = new Set<string>()
          for (let current: string | null = id; current !== null; current = parentIn(view, current)) {
            expect(seen.has(current)).toBe(false)
            seen.add(current)
          }
          const folded = recordIn(view.set, id)
          if (folded === undefined) throw new Error('a live goal is there')
          expect(childrenOf(view, { parent: parentOf(view, folded) ?? 'root', kind: 'goal' })).toContain(id)
        }
      }),
    )
  })

  test('[T1] nothing was there before the first change, and everything before the end of time', () => {
    const set = foldChanges([{ at: stampAt(0), on: 'goal:a', set: { title: 'A' } }])
    expect(setAt({ set, at: -1 }).records.size).toBe(0)
    expect(setAt({ set, at: 0 })).toBe(set)
    expect(setAt({ set, at: 8e15 })).toBe(set)
  })
})

function parentIn(view: ReturnType<typeof createView>, id: string): string | null {
  const folded = recordIn(view.set, id as `goal:${string}`)
  return folded === undefined ? null : parentOf(view, folded)
}
