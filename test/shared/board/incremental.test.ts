import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBoard, updateBoard, type Board } from '../../../shared/board/board.ts'
import { emptyFilter, type BoardQuery } from '../../../shared/board/query.ts'
import { addChanges, foldChanges } from '../../../shared/changes/fold.ts'
import { entriesOf } from '../../../shared/changes/sharded-map.ts'
import { notesDue } from '../../../shared/plan/notes.ts'
import { createView, updateView } from '../../../shared/plan/plan-index.ts'
import { childrenOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { groundwork, randomSteps } from './random-plan.ts'

const due = notesDue({ startsOn: '2018-07-01', today: '2018-10-15' })

const queries: fc.Arbitrary<BoardQuery> = fc.record({
  scope: fc.constantFrom<BoardQuery['scope']>(1, 2, 'year', 'unscheduled'),
  subGoals: fc.boolean(),
  due: fc.constant(due),
  filter: fc.record({
    programs: fc.constantFrom<BoardQuery['filter']['programs']>([], [], ['program:m']),
    owners: fc.constantFrom<readonly string[]>([], [], ['RelEng']),
    outcomes: fc.constantFrom<BoardQuery['filter']['outcomes']>([], ['outcome:p']),
    teams: fc.constantFrom<readonly string[]>([], ['SRE']),
    stretch: fc.boolean(),
    needsNote: fc.boolean(),
    text: fc.constantFrom('', '', 'alp'),
  }),
})

test('[B1] a plan read step by step is the plan read at once, whatever was edited in between', () => {
  fc.assert(
    fc.property(randomSteps, (steps) => {
      let view = createView(foldChanges(groundwork))
      for (const changes of steps) {
        view = updateView(view, addChanges(view.set, changes))
        expect(listsOf(view)).toEqual(listsOf(createView(view.set)))
        expect([...view.cutGoals].toSorted()).toEqual([...createView(view.set).cutGoals].toSorted())
      }
    }),
    { numRuns: 500 },
  )
})

test('[B2] a board kept up step by step is the board laid out at once, for every scope and filter', () => {
  let moved = 0
  fc.assert(
    fc.property(randomSteps, queries, (steps, query) => {
      let view = createView(foldChanges(groundwork))
      let board: Board = createBoard(view, query)
      for (const changes of steps) {
        const before = view
        const folded = addChanges(view.set, changes)
        view = updateView(view, folded)
        board = updateBoard({ board, before, view, touched: folded.touched, query })
        const fresh = createBoard(view, query)
        expect(board).toEqual(fresh)
        moved += fresh.shown
      }
    }),
    { numRuns: 500 },
  )
  expect(moved).toBeGreaterThan(20) // about 150, by chance from 70 to 220: boards that show nothing would prove nothing
})

test('[B3] columns that a change leaves alone stay the same list, so that nothing else is drawn again', () => {
  const query: BoardQuery = { scope: 1, filter: emptyFilter, subGoals: false, due }
  const at = '0000000abc-000-aaaaaaaaaa0'
  const start = createView(foldChanges([...groundwork, ...['goal:a', 'goal:b'].map((on) => ({ at, on: on as 'goal:a', set: { output: 'output:x', quarter: 1, status: on === 'goal:a' ? 'todo' : 'done', order: 'a0' } }))]))
  const board = createBoard(start, query)
  const folded = addChanges(start.set, [{ at: '0000000abd-000-aaaaaaaaaa0', on: 'goal:a', set: { status: 'blocked' } }])
  const after = updateBoard({ board, before: start, view: updateView(start, folded), touched: folded.touched, query })
  expect(after.columns.blocked).toEqual(['goal:a'])
  expect(after.columns.todo).toEqual([])
  expect(after.columns.done).toBe(board.columns.done)
})

test('[B4] every goal that is not deleted is reached from the top exactly once, also after parents met in a circle', () => {
  fc.assert(
    fc.property(randomSteps, (steps) => {
      const view = createView(foldChanges([...groundwork, ...steps.flat()]))
      const reached = [...walk(view, 'root')]
      expect(reached.length).toBe(new Set(reached).size)
    }),
    { numRuns: 500 },
  )
})

function* walk(view: PlanView, parent: Parameters<typeof childrenOf>[1]['parent']): Generator<string> {
  for (const kind of ['program', 'outcome', 'output', 'goal'] as const) {
    for (const id of childrenOf(view, { parent, kind })) {
      yield id
      yield* walk(view, id)
    }
  }
}

function listsOf(view: PlanView): unknown {
  return [...entriesOf(view.children)].filter(([, list]) => list.length > 0).toSorted(([a], [b]) => (a < b ? -1 : 1))
}
