import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edit } from '../../../shared/changes/change.ts'
import { countGoals } from '../../../shared/compare/count-goals.ts'
import { comparePlans } from '../../../shared/compare/compare-plans.ts'
import type { ComparedRecord, CompareScope, PlanComparison } from '../../../shared/compare/comparison.ts'
import { after, planWith, smallPlan } from '../edits/plan-at-hand.ts'
import { anyTwoStates } from './any-states.ts'
import { quarterIn, readModel, type Model, type Reading } from './compare-oracle.ts'

const runs = { numRuns: Number(process.env['QUARTERDECK_RUNS'] ?? 500) }
const anyScope = fc.constantFrom<CompareScope[]>('plan', 'year', 1, 2)

describe('comparing any two states of a plan', () => {
  test('[K1] a state compared with itself differs in nothing', () => {
    fc.assert(
      fc.property(anyTwoStates, anyScope, ({ before }, scope) => {
        expect(comparePlans({ before, after: before, scope }).rows).toEqual([])
      }),
      runs,
    )
  })

  test('[K2] turned round, what was added was dropped and every field goes the other way', () => {
    fc.assert(
      fc.property(anyTwoStates, anyScope, ({ before, after: then }, scope) => {
        const there = comparePlans({ before, after: then, scope })
        const back = comparePlans({ before: then, after: before, scope })
        expect(byId(back.rows.map(mirrored))).toEqual(byId(there.rows.map(bare)))
        expect({ before: back.statuses.after, after: back.statuses.before }).toEqual(there.statuses)
      }),
      runs,
    )
  })

  test('[K3] the rows turn the state before into the state after: nothing that reads differently is left out, nothing else is told', () => {
    fc.assert(
      fc.property(anyTwoStates, ({ before, after: then, models }) => {
        expect(applied(readModel(models.before), comparePlans({ before, after: then, scope: 'plan' }).rows)).toEqual(readModel(models.after))
      }),
      runs,
    )
  })

  test('[K4] a scope leaves exactly the goals and notes that are in it before or after', () => {
    fc.assert(
      fc.property(anyTwoStates, fc.constantFrom<CompareScope[]>('year', 1, 2), ({ before, after: then, models }, scope) => {
        const isIn = (model: Model, id: string): boolean => id in readModel(model) && (scope === 'year' || quarterIn(model, id) === scope)
        const isTold = ({ on }: ComparedRecord): boolean => /^(goal|note):/.test(on) && (isIn(models.before, on) || isIn(models.after, on))
        const whole = comparePlans({ before, after: then, scope: 'plan' }).rows.filter(isTold)
        const sameMoves = (row: ComparedRecord): Bare => ({ ...bare(row), aspects: row.aspects.map((aspect) => (aspect === 'movedIn' || aspect === 'movedOut' ? 'moved' : aspect)) })
        expect(byId(comparePlans({ before, after: then, scope }).rows.map(sameMoves))).toEqual(byId(whole.map(bare)))
      }),
      runs,
    )
  })

  test('[K5] counts are the rows counted, in all and by outcome', () => {
    fc.assert(
      fc.property(anyTwoStates, anyScope, ({ before, after: then, models }, scope) => {
        const compared = comparePlans({ before, after: then, scope })
        const count = (rows: readonly ComparedRecord[]): Readonly<Record<string, number>> => Object.fromEntries(Object.keys(compared.counts).map((aspect) => [aspect, rows.filter(({ aspects }) => aspects.some((each) => each === aspect)).length]))
        expect(compared.counts).toEqual(count(compared.rows))
        for (const { outcome, counts } of compared.outcomes) expect(counts).toEqual(count(compared.rows.filter((row) => row.outcome === outcome)))
        const goalsIn = (model: Model): readonly string[] => Object.keys(readModel(model)).filter((id) => id.startsWith('goal:') && (scope === 'plan' || scope === 'year' || quarterIn(model, id) === scope))
        const total = (statuses: Readonly<Record<string, number>>): number => Object.values(statuses).reduce((sum, each) => sum + each, 0)
        expect([total(compared.statuses.before), total(compared.statuses.after)]).toEqual([goalsIn(models.before).length, goalsIn(models.after).length])
        expect(compared.statuses).toEqual({ before: countGoals(before, scope), after: countGoals(then, scope) })
        expect(compared.outcomes.reduce((sum, { statuses }) => sum + total(statuses.after), 0)).toBe(total(compared.statuses.after))
      }),
      runs,
    )
  })
})

describe('what happened to a record', () => {
  const plan = planWith(smallPlan)
  const compare = (scope: CompareScope, ...edits: readonly Edit[]): PlanComparison => comparePlans({ before: plan, after: after(plan, edits), scope })
  const told = ({ rows }: PlanComparison): readonly (readonly [string, ...string[]])[] => rows.map(({ on, aspects }) => [on, ...aspects])

  test('[K6] is told by all that happened: a goal that moved, with another status and another text, is each of them', () => {
    const compared = compare('plan', { on: 'goal:b', set: { quarter: 2, status: 'blocked', reason: 'no servers', 'teams/SRE': true, order: 'a7' } })
    expect(told(compared)).toEqual([['goal:b', 'moved', 'status', 'text', 'other']])
    expect(compared.rows[0]).toMatchObject({ change: 'changed', moved: { from: 1, to: 2 }, output: 'output:1-1', outcome: 'outcome:one' })
    expect(compared.rows[0]?.fields.map(({ field, before, after: is }) => [field, before, is])).toEqual([
      ['order', 'a1', 'a7'],
      ['quarter', 1, 2],
      ['reason', '', 'no servers'],
      ['status', 'inProgress', 'blocked'],
      ['teams/SRE', null, true],
    ])
  })

  test('[K7] seen from a quarter, a goal moves in or out', () => {
    const edit: Edit = { on: 'goal:a', set: { quarter: 2 } }
    expect([told(compare(1, edit)), told(compare(2, edit)), told(compare(3, edit))]).toEqual([[['goal:a', 'movedOut']], [['goal:a', 'movedIn']], []])
  })

  test('[K8] a sub-goal that goes along with its parent is not told to have moved', () => {
    expect(told(compare('year', { on: 'goal:b', set: { quarter: 3 } }))).toEqual([['goal:b', 'moved']])
    expect(told(compare('year', { on: 'goal:b1', set: { quarter: 3 } }))).toEqual([['goal:b1', 'moved']])
    expect(told(compare('year', { on: 'goal:b1', set: { quarter: 1 } }))).toEqual([['goal:b1', 'other']])
    expect(told(compare('year', { on: 'goal:b1', set: { parent: 'goal:c' } }))).toEqual([['goal:b1', 'moved', 'other']])
  })

  test('[K9] a new place in a list is told only where nothing else differs', () => {
    expect(told(compare('plan', { on: 'goal:a', set: { order: 'a5' } }, { on: 'goal:b', set: { order: 'a6', status: 'done' } }))).toEqual([
      ['goal:a', 'reordered'],
      ['goal:b', 'status'],
    ])
  })

  test('[K10] what stands below something deleted is dropped with it, and comes back with it', () => {
    const gone = compare('plan', { on: 'outcome:one', set: { deleted: true } })
    expect(gone.counts).toMatchObject({ goalDropped: 6, partDropped: 3 })
    const back = comparePlans({ before: gone.after, after: after(gone.after, [{ on: 'outcome:one', set: { deleted: false } }]), scope: 'plan' })
    expect(back.counts).toMatchObject({ goalAdded: 6, partAdded: 3 })
  })

  test('[K11] notes are told apart from goals, in the quarter of their goal or the one they name', () => {
    const notes = [
      { on: 'note:1', set: { about: 'goal:c', date: '2018-10-02', text: 'x' } },
      { on: 'note:2', set: { about: 'output:1-1', quarter: 1, date: '2018-10-02', text: 'x' } },
    ] as const
    expect([told(compare(2, ...notes)), told(compare(1, ...notes))]).toEqual([[['note:1', 'noteAdded']], [['note:2', 'noteAdded']]])
    const noted = after(plan, notes)
    const later = after(noted, [{ on: 'note:1', set: { text: 'y' } }, { on: 'note:2', set: { deleted: true } }])
    expect(told(comparePlans({ before: noted, after: later, scope: 'year' }))).toEqual([['note:2', 'noteRemoved'], ['note:1', 'noteChanged']])
  })

  test('[K12] the whole plan has its own fields, its programs, outcomes and outputs, and records that a newer version made; computers are no news', () => {
    const compared = compare('plan', { on: 'plan:tec', set: { title: 'T' } }, { on: 'outcome:two', set: { title: 'O' } }, { on: 'risk:a', set: { weight: 2 } }, { on: 'replica:aaaaaaaaaa', set: { name: 'n' } }, { on: 'output:2-2', set: { outcome: 'outcome:two', number: '2.2' } })
    expect(told(compared).toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([['outcome:two', 'partChanged'], ['output:2-2', 'partAdded'], ['plan:tec', 'partChanged'], ['risk:a', 'partAdded']])
    expect(told(compare('year', { on: 'outcome:two', set: { title: 'O' } }))).toEqual([])
  })

  test('[K13] rows stand in the order of the plan, those that are gone where they were, and outcomes too', () => {
    const goal = (on: Edit['on'], output: string, quarter: number, order: string): Edit => ({ on, set: { output, quarter, title: on, order } })
    const compared = compare('plan', goal('goal:1', 'output:2-1', 1, 'a0'), goal('goal:2', 'output:1-1', 2, 'a0'), goal('goal:3', 'output:1-1', 1, 'a05'), { on: 'goal:a', set: { deleted: true } }, { on: 'goal:b', set: { deleted: true } })
    expect(compared.rows.map(({ on }) => on)).toEqual(['goal:a', 'goal:3', 'goal:b', 'goal:b1', 'goal:b2', 'goal:2', 'goal:1'])
    expect(compared.outcomes.map(({ outcome, counts }) => [outcome, counts.goalAdded, counts.goalDropped])).toEqual([
      ['outcome:one', 2, 4],
      ['outcome:two', 1, 0],
    ])
  })
})

describe('a part of a plan that knows which goals stand outside of it', () => {
  const part = planWith({ 'plan:tec': smallPlan['plan:tec'], 'output:1-1': smallPlan['output:1-1'], 'goal:c': smallPlan['goal:c'] })
  const outside = new Map([['goal:a', 1], ['goal:b', 1], ['goal:b1', 1], ['goal:b2', 1], ['goal:d', null]] as const)

  test('[K14] a goal that moved in is told as such, its sub-goals and notes as they stand are no news', () => {
    const whole = planWith({ ...smallPlan, 'goal:b': { ...smallPlan['goal:b'], quarter: 2 }, 'goal:e': { output: 'output:1-1', quarter: 2, title: 'New' }, 'note:b': { about: 'goal:b', text: 'x' } })
    const { rows } = comparePlans({ before: part, after: whole, scope: 2, elsewhere: { before: outside } })
    expect(rows.map(({ on, aspects, moved }) => [on, aspects, moved])).toEqual([
      ['goal:e', ['goalAdded'], null],
      ['goal:b', ['movedIn'], { from: 1, to: 2 }],
    ])
    const back = comparePlans({ before: whole, after: part, scope: 2, elsewhere: { after: outside } })
    expect(byId(back.rows.map(mirrored))).toEqual(byId(rows.map(bare)))
  })

  test('[K14] parts of two quarters tell what is known of both', () => {
    const first = planWith({ 'plan:tec': smallPlan['plan:tec'], 'output:1-1': smallPlan['output:1-1'], 'goal:a': smallPlan['goal:a'], 'goal:x': smallPlan['goal:a'] })
    const { rows } = comparePlans({ before: first, after: part, scope: 'year', elsewhere: { before: new Map([['goal:c', 1]]), after: outside } })
    expect(rows.map(({ on, aspects }) => [on, aspects])).toEqual([
      ['goal:x', ['goalDropped']],
      ['goal:c', ['moved']],
    ])
  })
})

type Bare = Omit<ComparedRecord, 'output' | 'outcome'>

/** A row without its place, which is that of the later state. */
function bare({ on, change, aspects, fields, moved }: ComparedRecord): Bare {
  return { on, change, aspects, fields, moved }
}

function mirrored({ on, change, aspects, fields, moved }: ComparedRecord): Bare {
  const turned = { added: 'dropped', dropped: 'added', changed: 'changed' } as const
  const other: Readonly<Record<string, ComparedRecord['aspects'][number]>> = { goalAdded: 'goalDropped', goalDropped: 'goalAdded', movedIn: 'movedOut', movedOut: 'movedIn', noteAdded: 'noteRemoved', noteRemoved: 'noteAdded', partAdded: 'partDropped', partDropped: 'partAdded' }
  return {
    on,
    change: turned[change],
    aspects: aspects.map((aspect) => other[aspect] ?? aspect),
    fields: fields.map(({ field, before, after: is }) => ({ on, field, before: is, after: before ?? null })),
    moved: moved === null ? null : { from: moved.to, to: moved.from },
  }
}

function byId<T extends { readonly on: string }>(rows: readonly T[]): Readonly<Record<string, T>> {
  expect(new Set(rows.map(({ on }) => on)).size).toBe(rows.length)
  return Object.fromEntries(rows.map((row) => [row.on, row]))
}

/** What a reader has after crossing out and writing in, row by row. */
function applied(reading: Reading, rows: readonly ComparedRecord[]): Reading {
  const next: Record<string, Reading[string]> = { ...reading }
  for (const { on, change, fields } of rows) {
    expect(on in reading).toBe(change !== 'added')
    if (change === 'dropped') {
      const { [on]: _, ...rest } = next
      for (const key of Object.keys(next)) if (!(key in rest)) delete next[key]
      continue
    }
    const record: Record<string, Reading[string][string]> = change === 'added' && on.startsWith('goal:') ? { status: 'todo' } : { ...next[on] }
    for (const { field, before, after: is } of fields) {
      expect(record[field] ?? null).toEqual(before === '' || before === false ? null : before)
      if (is === null || is === '' || is === false) delete record[field]
      else record[field] = is
    }
    next[on] = record
  }
  return next
}
