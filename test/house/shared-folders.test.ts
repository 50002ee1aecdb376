import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { isSource, projectFiles, root } from './tracked.ts'

type Arrow = readonly [from: string, to: string]

test('[H6] the folders of shared/ do not import each other in a circle', () => {
  const arrows = projectFiles()
    .filter((path) => isSource(path) && path.startsWith('shared/'))
    .flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, to = '']): Arrow => [dirname(path), dirname(normalize(join(dirname(path), to)))]))
  expect(arrows.length).toBeGreaterThan(100)
  expect(foldersInCircles(arrows)).toEqual([])
})

test('[H6] a circle of folders is found, however long', () => {
  const straight: readonly Arrow[] = [['a', 'b'], ['b', 'c'], ['c', 'd'], ['a', 'a']]
  expect(foldersInCircles(straight)).toEqual([])
  expect(foldersInCircles([...straight, ['d', 'b']])).toEqual(['b', 'c', 'd'])
})

/** Takes away folders that import no other that is left, until none goes; then those that none of them imports. */
function foldersInCircles(arrows: readonly Arrow[]): readonly string[] {
  let left = arrows.filter(([from, to]) => from !== to)
  for (;;) {
    const [importing, imported] = [new Set(left.map(([from]) => from)), new Set(left.map(([, to]) => to))]
    const next = left.filter(([from, to]) => importing.has(to) && imported.has(from))
    if (next.length === left.length) return [...importing].toSorted()
    left = next
  }
}
