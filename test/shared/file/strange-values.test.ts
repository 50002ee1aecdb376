import { describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { limits } from '../../../shared/file/limits.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { goalsOf, liveGoals } from '../../../shared/plan/plan-view.ts'
import { rollupOf } from '../../../shared/plan/rollup.ts'
import { portraitOf } from '../changes/portrait.ts'
import { unreachedIn } from './mutated/forest.ts'
import { altered, read, refusalOf, rowOf, sampleChanges, stampAt, writeFile } from './sample-file.ts'

type Raw = Record<string, unknown>

describe('half a character', () => {
  test('[F44] is refused where this version knows the field, and in ids, names of fields and members', () => {
    const half = '"\\ud800"'
    expect(refusalOf(altered((raw) => (rowOf(raw, 'goals')['title'] = '\ud800')))).toBe(`goals[0].title: ${half} is not text of at most 1000 characters`)
    expect(refusalOf(altered((raw) => (rowOf(raw, 'goals')['id'] = 'goal:\udc00')))).toBe('goals[0].id: "goal:\\udc00" is not an id')
    expect(refusalOf(altered((raw) => (rowOf(raw, 'goals')['colour\ud800'] = 1)))).toBe('goals[0].colour\\ud800: "colour\\ud800" is not the name of a field')
    expect(refusalOf(altered((raw) => (rowOf(raw, 'goals')['teams'] = ['SRE\ud800'])))).toBe('goals[0].teams/SRE\\ud800: "teams/SRE\\ud800" is not the name of a field')
    expect(refusalOf(altered((raw) => (rowOf(raw, 'history')['set'] = { title: '\udfff' })))).toBe('history[0].set.title: "\\udfff" is not text of at most 1000 characters')
  })

  test('[F44] is kept as it is in what this version does not know, and written back', () => {
    const text = altered((raw) => Object.assign(rowOf(raw, 'goals'), { colour: '\ud800', weight: { '\udc00': ['\ud83d'] } }))
    const { set } = read(text)
    const again = writeFile(set)
    expect(again).toContain('"colour":"\\ud800"')
    expect(again.isWellFormed()).toBe(true) // it stands escaped, so it is text in UTF-8 like any other
    expect(portraitOf(read(again).set)).toBe(portraitOf(set))
    expect(winnerOf(recordIn(set, 'goal:a'), 'weight')?.value).toEqual({ '\udc00': ['\ud83d'] })
  })

  test('[F44] in the name of who wrote the file is passed over, since nothing depends on it', () => {
    expect(read(altered((raw) => (raw['by'] = { replica: '\ud800', name: 'SRE\ud800' }))).by).toEqual({ replica: '', name: '' })
  })
})

describe('names like the machinery of objects', () => {
  test('[F44] are refused as names of fields where they are no words, and are fields like any other where they are', () => {
    const proto = (raw: Raw, value: unknown): unknown => Object.defineProperty(rowOf(raw, 'goals'), '__proto__', { value, enumerable: true })
    expect(refusalOf(altered((raw) => proto(raw, { status: 'done' })))).toBe('goals[0].__proto__: "__proto__" is not the name of a field')
    const { set } = read(altered((raw) => Object.assign(rowOf(raw, 'goals'), { constructor: 'x', toString: null, valueOf: 1 })))
    expect(portraitOf(read(writeFile(set)).set)).toBe(portraitOf(set))
    expect(winnerOf(recordIn(set, 'goal:a'), 'constructor')?.value).toBe('x')
  })

  test('[F44] within a value nobody knows they are keys like any other', () => {
    const text = altered((raw) => (rowOf(raw, 'goals')['weight'] = 'HERE')).replace('"HERE"', '{"__proto__":{"a":1},"constructor":2}')
    const { set } = read(text)
    expect(writeFile(set)).toContain('"weight":{"__proto__":{"a":1},"constructor":2}')
    expect(({} as Raw)['a']).toBeUndefined()
  })

  test('[F44] as ids they are ids: such records stand in the plan, are counted, and written back', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const changes: readonly Change[] = [
      ...sampleChanges,
      ...names.map((name): Change => ({ at: stampAt(4), on: `output:${name}`, set: { title: name, order: 'a0', outcome: 'outcome:1' } })),
      ...names.map((name): Change => ({ at: stampAt(4), on: `goal:${name}`, set: { title: name, order: 'a0', output: `output:${name}`, status: 'done', 'teams/__proto__': true } })),
      { at: stampAt(4, 'constructor'), on: 'replica:constructo', set: { name: '__proto__' } }, // eleven letters: it is a writer
    ]
    const set = foldChanges(changes)
    const text = writeFile(set)
    expect(portraitOf(read(text).set)).toBe(portraitOf(set))
    const view = createView(read(text).set)
    expect(unreachedIn(view)).toEqual([])
    for (const name of names) expect([goalsOf(view, `output:${name}`).map(({ id, teams }) => [id, teams]), rollupOf(view, `output:${name}`).counts.done]).toEqual([[[`goal:${name}`, ['__proto__']]], 1])
  })
})

describe('what is too much', () => {
  test('[F15] 1 MB in a title is refused, and the message quotes its beginning', () => {
    const reason = refusalOf(altered((raw) => (rowOf(raw, 'goals')['title'] = 'x'.repeat(1_048_576))))
    expect(reason).toBe(`goals[0].title: "${'x'.repeat(56)}… is not text of at most 1000 characters`)
  })

  test('[F45] a value nests as deep as can still be written into the history of a file, and no deeper', () => {
    const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
    const at = (depth: number): string => altered((raw) => (rowOf(raw, 'goals')['colour'] = nested(depth)))
    // a list stands in the history, one level further in than in a line
    const { set } = read(at(limits.valueDepth))
    expect(portraitOf(read(writeFile(set)).set)).toBe(portraitOf(set))
    expect(refusalOf(at(limits.valueDepth + 1))).toMatch(/^goals\[0\]\.colour: [[\]]+ is not a value that a file can hold$/)
  })

  test('[F45] a record has 2,000 fields at most, members counted one by one, wherever they stand', () => {
    const members = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `T${index}`)
    const { set } = read(altered((raw) => (rowOf(raw, 'goals', 1)['tasks'] = members(1_900))))
    expect(portraitOf(read(writeFile(set)).set)).toBe(portraitOf(set))
    expect(refusalOf(altered((raw) => (rowOf(raw, 'goals')['tasks'] = members(2_000))))).toBe('goals[0]: it has more than 2000 fields')
    const history = Array.from({ length: 3 }, (_, index) => ({ at: stampAt(1), on: 'goal:a', set: Object.fromEntries(members(700).map((name) => [`tasks/${index}${name}`, false])) }))
    expect(refusalOf(altered((raw) => (raw['history'] = history)))).toBe('goal:a: it has more than 2000 fields')
  })

  test('[F42] a goal with 150,000 changes in its history is read and written like any other', () => {
    const set = foldChanges([...sampleChanges, ...Array.from({ length: 150_000 }, (_, index): Change => ({ at: stampAt(index + 10), on: 'goal:a', set: { title: `Title ${index}` } }))])
    expect(read(writeFile(set)).set.records.size).toBe(set.records.size)
    expect([...liveGoals(createView(set))].length).toBe(1)
  })
})
