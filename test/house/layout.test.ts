import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { filesIn, isSource, projectFiles, root } from './tracked.ts'

const product = ['package.json', 'tsconfig.json', 'electron', 'renderer', 'shared', 'build', 'test', 'README.md']
/** What tools insist on, and what a reader of any repository looks for there. */
const customs = ['package-lock.json', 'LICENSE', 'CHANGELOG.md', '.gitignore', '.npmrc', '.oxlintrc.json', '.ci']
const files = projectFiles()
const text = (path: string): string => readFileSync(join(root, path), 'utf8')
const isText = (path: string): boolean => !/\.(png|jpg|ico|icns|woff2|zip|gz)$/.test(path)

test('[H10] the top level holds only what its list names', () => {
  expect([...new Set(files.map((path) => path.split('/')[0] ?? path))].filter((name) => ![...product, ...customs].includes(name))).toEqual([])
})

test('[H10] without git the same files are found', () => {
  expect(filesIn('.').toSorted()).toEqual([...files].toSorted())
})

test('[H11] no source file has more than 300 lines', () => {
  expect(files.filter(isSource).filter((path) => text(path).split('\n').length > 301)).toEqual([])
})

test('[H12] no file stands for its folder: there is no index.ts', () => {
  expect(files.filter((path) => /^index\.tsx?$/.test(basename(path)))).toEqual([])
})

test('[H13] files are kebab-case, components PascalCase.tsx, and folders kebab-case', () => {
  const named = /^([a-z0-9][a-z0-9-]*\/)*([a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*|[A-Z][A-Za-z0-9]*(\.test)?\.tsx|[A-Z][A-Za-z0-9]*\.module\.css)$/
  expect(files.filter(isSource).filter((path) => !named.test(path))).toEqual([])
})

test('[H14] a rule or the compiler is silenced by name and with a reason', () => {
  const silenced = /(ox|es)lint-disable|@ts-(ignore|expect-error|nocheck)/
  const explained = /((ox|es)lint-disable(-next-line|-line)? [\w/@-]+(, [\w/@-]+)* -- \S+ \S+|@ts-expect-error\W+\w+ \w+)/
  const bare = files
    .filter((path) => isSource(path) && !path.startsWith('test/house/'))
    .flatMap((path) => text(path).split('\n').filter((line) => silenced.test(line) && !explained.test(line)).map((line) => `${path}: ${line.trim()}`))
  expect(bare).toEqual([])
})

test('[H15] nothing tells of the machine it was written on', () => {
  const traces = [/(?<![\w.])\/(?:home|root|work|Users|opt)\/\w+/, /\b[A-Z]:\\\\?Users/, /"resolved":/, /https?:\/\/[^/\s"']*(?:npmjs|registry|artifactory|nexus|verdaccio)[^/\s"']*/i]
  const told = files
    .filter((path) => isText(path) && path !== 'test/house/layout.test.ts')
    .filter((path) => traces.some((trace) => trace.test(text(path))))
  expect(told).toEqual([])
})

test('[H16] the fonts and icons of the app come with it: no address is loaded from elsewhere', () => {
  const loads = /(?:src|href)="https?:|url\(["']?https?:|@import ["']https?:|from 'https?:/
  expect(files.filter((path) => path.startsWith('renderer/') && isText(path)).filter((path) => loads.test(text(path)))).toEqual([])
})
