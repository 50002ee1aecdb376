import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './tracked.ts'

const text = (path: string): string => readFileSync(join(root, path), 'utf8')
const rows = text('build/security.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| item') && !line.startsWith('| | where'))
  .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
const items = rows.filter(([item = '']) => /^\d+$/.test(item))

test('[X15] every recommendation of Electron’s list is answered, in its order', () => {
  expect(items.map(([item]) => Number(item))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  expect(items.filter((cells) => cells.length !== 5 || cells.includes(''))).toEqual([])
})

test('[X15] what is named as the answer is there, and held by a rule that is there', () => {
  const rules = new Set([...text('shared/SPEC.md').matchAll(/^- \*\*\[([A-Z]\d+)\]\*\*/gm)].map(([, id]) => id))
  const files = rows.flatMap((cells) => [...(cells.at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, path = '']) => path))
  const named = rows.map((cells) => (cells.at(-1) ?? '').split(' '))
  expect(files.length).toBeGreaterThan(30)
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([])
  expect(named.flat().filter((id) => !rules.has(id))).toEqual([])
})

test('[X16] the Electron that is built with is one release, and what was read of its list was of the same major', () => {
  const { devDependencies } = JSON.parse(text('package.json')) as { readonly devDependencies: Readonly<Record<string, string>> }
  const [, major = 'none'] = /^(\d+)\.\d+\.\d+$/.exec(devDependencies['electron'] ?? '') ?? []
  expect(text('build/security.md')).toContain(`as of Electron ${major}:`)
})
