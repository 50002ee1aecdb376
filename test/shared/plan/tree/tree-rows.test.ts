import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fields } from '../../../../shared/changes/change.ts'
import { editFields } from '../../../../shared/edits/edit-fields.ts'
import type { RecordId } from '../../../../shared/model/ids.ts'
import { isLive, type PlanView } from '../../../../shared/plan/plan-view.ts'
import type { TreeKey } from '../../../../shared/plan/tree/tree-nodes.ts'
import { pathTo } from '../../../../shared/plan/tree/tree-path.ts'
import { manyGoals, openableKeys, treeRows, type TreeQuery } from '../../../../shared/plan/tree/tree-rows.ts'
import { after, planWith, smallPlan } from '../../edits/plan-at-hand.ts'

const closed: TreeQuery = { open: new Map(), text: '' }
const allOpen = (view: PlanView): TreeQuery => ({ open: new Map(openableKeys(view).map((key) => [key, true])), text: '' })
const keys = (view: PlanView, query: TreeQuery = closed): readonly string[] => treeRows(view, query).map(({ node, level }) => `${' '.repeat(level - 1)}${node.key}`)

test('[U50] the tree shows programs, outcomes, outputs, goals by quarter with those not scheduled last, and sub-goals', () => {
  expect(keys(planWith(smallPlan))).toEqual([
    'program:tec3',
    ' outcome:one',
    '  output:1-1',
    '   quarter output:1-1 1',
    '    goal:a',
    '    goal:b',
    '     goal:b1',
    '     goal:b2',
    '   quarter output:1-1 2',
    '    goal:c',
    '  output:1-2',
    '   quarter output:1-2 none',
    '    goal:d',
    ' outcome:two',
    '  output:2-1',
  ])
})

test('[U50] each row says its level, its place among its siblings, and whether it is open', () => {
  const rows = new Map(treeRows(planWith(smallPlan), { open: new Map([['goal:b', false]]), text: '' }).map((row) => [row.node.key, row]))
  expect(rows.get('goal:b')).toMatchObject({ level: 5, position: 2, siblings: 2, isOpen: false })
  expect(rows.get('output:2-1')).toMatchObject({ level: 3, position: 1, siblings: 1, isOpen: null })
  expect(rows.has('goal:b1')).toBe(false)
})

test('[U51] what belongs to nothing, or to something that is not there, stands in a group of its own kind at the end', () => {
  const view = planWith({
    ...smallPlan,
    'outcome:alone': { number: '9', title: 'Alone', order: 'a0' },
    'output:alone': { outcome: 'outcome:gone', number: '8.1', title: 'Its outcome never arrived', order: 'a0' },
    'goal:alone': { quarter: 3, title: 'No output', order: 'a0' },
  })
  expect(keys(view).slice(-7)).toEqual(['loose outcome', ' outcome:alone', 'loose output', ' output:alone', 'loose goal', ' quarter root 3', '  goal:alone'])
})

// few ids, so that parents are missing, deleted, and lead back to where one came from
const any = (kind: string): fc.Arbitrary<RecordId> => fc.constantFrom(...['a', 'b', 'c'].map((key) => `${kind}:${key}` as RecordId))
const anyRecords: fc.Arbitrary<Readonly<Record<RecordId, Fields>>> = fc
  .array(
    fc.oneof(
      any('program').map((id) => [id, {}] as const),
      fc.tuple(any('outcome'), any('program')).map(([id, program]) => [id, { program }] as const),
      fc.tuple(any('output'), any('outcome')).map(([id, outcome]) => [id, { outcome }] as const),
      fc.tuple(any('goal'), any('output'), fc.constantFrom(null, 1, 2)).map(([id, output, quarter]) => [id, { output, quarter }] as const),
      fc.tuple(any('goal'), any('goal')).map(([id, parent]) => [id, { parent }] as const),
      fc.oneof(any('outcome'), any('goal')).map((id) => [id, { deleted: true }] as const),
    ),
    { maxLength: 14 },
  )
  .map((parts) => {
    const records: Record<RecordId, Fields> = {}
    for (const [id, fields] of parts) records[id] = { ...records[id], order: 'a0', ...fields }
    return records
  })

test('[U51] every record that is live has exactly one row when all is open, however its parents lie', () => {
  let told = 0
  fc.assert(
    fc.property(anyRecords, (records) => {
      const view = planWith(records)
      const shown = treeRows(view, allOpen(view)).flatMap(({ node }) => ('id' in node ? [node.id] : []))
      const live = (Object.keys(records) as RecordId[]).filter((id) => isLive(view, id))
      expect(shown.toSorted()).toEqual(live.toSorted())
      told += live.length
    }),
  )
  expect(told).toBeGreaterThan(100)
})

test('[U51] the rows of a plan brought up to date are those of the plan read anew', () => {
  fc.assert(
    fc.property(anyRecords, anyRecords, (first, second) => {
      const before = planWith(first)
      treeRows(before, allOpen(before)) // what is kept from before must not show in what comes after
      const view = after(before, (Object.entries(second) as [RecordId, Fields][]).map(([on, set]) => ({ on, set })))
      const merged: Record<RecordId, Fields> = { ...first }
      for (const [id, fields] of Object.entries(second) as [RecordId, Fields][]) merged[id] = { ...merged[id], ...fields }
      // cut circles depend on who wrote last, which reading anew does not know
      fc.pre(view.cutGoals.size === 0)
      const anew = planWith(merged)
      expect(treeRows(view, allOpen(view))).toEqual(treeRows(anew, allOpen(anew)))
    }),
  )
})

const bigPlan = (goals: number): PlanView =>
  planWith({ ...smallPlan, ...Object.fromEntries(Array.from({ length: goals }, (_, at) => [`goal:big${at}`, { output: 'output:2-1', quarter: 1, title: `Goal ${at}`, order: 'a0' }])) })

test('[U51] with all closed but the rows above it, any record is in sight', () => {
  const view = planWith({ ...smallPlan, 'goal:b3': { parent: 'goal:b1', order: 'a0' }, 'output:alone': { order: 'a0' }, 'goal:alone': { quarter: 3, order: 'a0' }, 'outcome:alone': { order: 'a0' } })
  for (const id of ['program:tec3', 'output:1-2', 'goal:d', 'goal:b3', 'output:alone', 'goal:alone', 'outcome:alone'] as const) {
    const closedButPath = new Map(openableKeys(view).map((key) => [key, pathTo(view, id).includes(key)]))
    expect(treeRows(view, { open: closedButPath, text: '' }).map(({ node }) => node.key)).toContain(id)
  }
})

test('[U52] with more goals than are read at a glance, outputs are closed until somebody opens them', () => {
  const [few, many] = [bigPlan(manyGoals - 4), bigPlan(manyGoals - 3)]
  expect(keys(few)).toHaveLength(16 + manyGoals - 4)
  expect(keys(many)).toEqual(['program:tec3', ' outcome:one', '  output:1-1', '  output:1-2', ' outcome:two', '  output:2-1'])
  expect(keys(many, { open: new Map<TreeKey, boolean>([['output:1-2', true]]), text: '' })).toContain('    goal:d')
})

test('[U52] what somebody has closed stays closed, whatever the plan grows to', () => {
  const query: TreeQuery = { open: new Map([['outcome:one', false]]), text: '' }
  expect(keys(planWith(smallPlan), query)).toEqual(['program:tec3', ' outcome:one', ' outcome:two', '  output:2-1'])
  expect(keys(bigPlan(manyGoals), query)).toEqual(['program:tec3', ' outcome:one', ' outcome:two', '  output:2-1'])
})

test('[U53] a text leaves what holds all its words, and what stands above it', () => {
  const view = planWith(smallPlan)
  expect(keys(view, { open: new Map(), text: ' IMAGES  cache' })).toEqual(['program:tec3', ' outcome:one', '  output:1-1', '   quarter output:1-1 1', '    goal:b', '     goal:b1'])
  expect(keys(view, { open: new Map(), text: 'no such thing' })).toEqual([])
})

test('[U53] what stands below a record that is found can still be opened', () => {
  const view = planWith(smallPlan)
  expect(keys(view, { open: new Map(), text: 'ci is fast' })).toEqual(['program:tec3', ' outcome:one'])
  expect(keys(view, { open: new Map([['outcome:one', true]]), text: 'ci is fast' })).toEqual(['program:tec3', ' outcome:one', '  output:1-1', '  output:1-2'])
})

test('[U53] a changed title is found by what it says now', () => {
  const view = planWith(smallPlan)
  const find = (on: PlanView, text: string): number => treeRows(on, { open: new Map(), text }).length
  expect(find(view, 'sign')).toBeGreaterThan(0)
  const renamed = after(view, editFields({ view, on: 'goal:c', set: { title: 'Attest images' } }))
  expect(find(renamed, 'sign')).toBe(0)
  expect(find(renamed, 'attest')).toBeGreaterThan(0)
})

test('[U53] everything a goal says is looked through, and of a program its owner', () => {
  const view = planWith({ ...smallPlan, 'goal:e': { output: 'output:2-1', title: 'x', 'teams/SRE': true, 'tasks/T205923': true, waitingOn: 'Legal', order: 'a0' } })
  for (const text of ['sre', 't2059', 'legal', 'releng']) expect(keys(view, { open: new Map(), text })).not.toEqual([])
})

test('[U54] a row that nothing changed is the same row, so that it is not drawn again', () => {
  const view = planWith(smallPlan)
  const before = new Map(treeRows(view, closed).map((row) => [row.node.key, row]))
  const changed = treeRows(after(view, [{ on: 'goal:c', set: { status: 'done' } }]), closed)
  const isSame = (key: TreeKey): boolean => changed.find(({ node }) => node.key === key) === before.get(key)
  expect(isSame('goal:b1')).toBe(true)
  expect(isSame('output:2-1')).toBe(true)
  expect(isSame('goal:c')).toBe(false)
})
