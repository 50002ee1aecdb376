import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFiles, root } from './tracked.ts'

const rules = [...readFileSync(join(root, 'shared/SPEC.md'), 'utf8').matchAll(/^- \*\*\[([A-Z]\d+)\]\*\* (.*)$/gm)].map(([, id = '', sentence = '']) => ({ id, sentence }))
const tested = new Set(
  projectFiles()
    .filter((path) => /^test\/.*\.tsx?$/.test(path))
    .flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/['"`]((?:\[[A-Z]\d+\] ?)+)/g)])
    .flatMap(([, ids = '']) => [...ids.matchAll(/[A-Z]\d+/g)].map(([id]) => id)),
)

test('[H17] every rule of SPEC.md stands in the name of a test', () => {
  expect(rules.filter(({ id }) => !tested.has(id))).toEqual([])
})

test('[H17] every rule id in the name of a test stands in SPEC.md', () => {
  expect([...tested].filter((id) => !rules.some((rule) => rule.id === id))).toEqual([])
})

test('[H18] a rule has an id of its own and is a sentence', () => {
  expect(rules.length).toBeGreaterThan(0)
  expect(rules.filter(({ id }, at) => rules.findIndex((rule) => rule.id === id) !== at)).toEqual([])
  expect(rules.filter(({ sentence }) => !/^\S.*[.…)]$/.test(sentence))).toEqual([])
})
