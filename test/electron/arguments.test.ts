import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { filesOfArguments, filesOfSecondStart } from '../../electron/main/arguments.ts'

test.each([
  ['packaged, a file', ['app', 'a.plan.json'], true, ['/folder/a.plan.json']],
  ['packaged, an absolute path', ['app', '/plans/a.plan.json'], true, ['/plans/a.plan.json']],
  ['developing, the app itself is no file', ['electron', '.', 'a.plan.json'], false, ['/folder/a.plan.json']],
  ['developing, nothing else', ['electron', '--inspect=0', '.'], false, []],
  ['switches before and between', ['electron', '--no-sandbox', '--inspect=0', '.', '--x', 'a', '-psn_0_1'], false, ['/folder/a']],
  ['after -- even a dash is a name', ['app', '--', '-odd.plan.json'], true, ['/folder/-odd.plan.json']],
  ['as a desktop of Linux hands it over', ['app', 'file:///plans/a%20b.qdeck'], true, ['/plans/a b.qdeck']],
  ['addresses of other computers, and what is no path', ['app', 'file://evil.example/a.qdeck', 'file:///a%2fb', 'file:'], true, ['/']],
  ['nothing at all', [], true, []],
  ['empty names and nulls', ['app', '', 'a\0b'], true, []],
  ['a wildcard gone wrong', ['app', ...Array.from({ length: 50 }, (_, i) => `${i}`)], true, Array.from({ length: 21 }, (_, i) => `/folder/${i}`)],
] as const)('[E19] the files of a command line: %s', (_name, argv, packaged, files) => {
  expect(filesOfArguments({ argv, packaged, folder: '/folder' })).toEqual(files)
})

test.each([
  [{ files: ['/plans/a.plan.json'] }, ['/plans/a.plan.json']],
  [{ files: [1] }, []],
  [{ files: 'a' }, []],
  [undefined, []],
  [null, []],
])('[E19] what a second start hands over is parsed before it is believed: %j', (data, files) => {
  expect(filesOfSecondStart(data)).toEqual(files)
})

test.each([
  ['a switch before it', ['quarterdeck.exe', '--flag', 'a.qdeck'], ['/second/a.qdeck']],
  ['a folder up', ['app', '../first/a.qdeck'], ['/first/a.qdeck']],
  ['two at once', ['app', 'a.qdeck', 'b.plan.json'], ['/second/a.qdeck', '/second/b.plan.json']],
  ['500 of them', ['app', ...Array.from({ length: 500 }, (_, at) => `${at}.qdeck`)], Array.from({ length: 21 }, (_, at) => `/second/${at}.qdeck`)],
  ['a name whose bytes are not UTF-8', ['app', 'caf\uFFFD.qdeck'], ['/second/caf\uFFFD.qdeck']],
])('[G2] what a second start names is found from its own folder, and handed over whole: %s', (_name, argv, files) => {
  const found = filesOfArguments({ argv, packaged: true, folder: '/second' })
  expect(found).toEqual(files.map((each) => resolve(each)))
  const crossed: unknown = structuredClone({ files: [...found] })
  expect(filesOfSecondStart(crossed)).toEqual(found)
})
