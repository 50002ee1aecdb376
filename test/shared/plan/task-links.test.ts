import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkTaskLink, formatTaskLink, parseTask, parseTaskLinks, splitTaskIds, taskAddress, typedTaskLink } from '../../../shared/plan/task-links.ts'

const phabricator = 'T#=https://phabricator.wikimedia.org/T#'
const links = parseTaskLinks([phabricator, 'GH-#=https://github.example/issues/#?view=all', 'GH-X-#=http://x.example/browse/X-#'])

function idsIn(text: string, of = links): readonly string[] {
  return splitTaskIds(text, of).flatMap((piece) => (piece.kind === 'task' ? [piece.id] : []))
}

test('[U28] a task is known by its id, also from the address of its page', () => {
  expect(parseTask(' t205923 ', [])).toBe('T205923')
  expect(parseTask('https://tracker.example/T205923', [])).toBe('T205923')
  expect(parseTask('https://tracker.example/T205923/?tab=1', [])).toBe('T205923')
  expect(parseTask('GH-12', [])).toBe('GH-12')
  expect(parseTask('  ', [])).toBe(null)
})

test('[U28] a text is split at ids and loses nothing', () => {
  const pieces = splitTaskIds('T205923, (T1234) and T2', [])
  expect(pieces.filter((piece) => piece.kind === 'task').map((piece) => piece.id)).toEqual(['T205923', 'T1234'])
  expect(pieces.map((piece) => (piece.kind === 'task' ? piece.id : piece.text)).join('')).toBe('T205923, (T1234) and T2')
})

test('[N30] an id that the plan says how to write leads to its address, and any other to none', () => {
  expect(['T205923', 'GH-12', 'GH-X-3', 'T2x', 'GH-', 'gh-12', ''].map((task) => taskAddress(links, task))).toEqual([
    'https://phabricator.wikimedia.org/T205923',
    'https://github.example/issues/12?view=all',
    'http://x.example/browse/X-3',
    null,
    null,
    null,
    null,
  ])
})

test('[N30] ids are found in a text where they stand as words, the longest prefix first', () => {
  expect(idsIn('GH-12, (GH-X-3)/T7 GH-12b xGH-1 GH-X-y T1234567890123')).toEqual(['GH-12', 'GH-X-3', 'T7'])
  expect(idsIn('T205923 and GH-12', [])).toEqual(['T205923'])
  expect(idsIn('org/repo-5, T3', parseTaskLinks(['org/repo-#=https://a.example/#']))).toEqual(['org/repo-5'])
})

test('[N31] an address or an id in small letters is read as the id that the plan writes', () => {
  expect(['gh-12', 'https://github.example/issues/12?view=all', 'https://phabricator.wikimedia.org/T5', 'https://phabricator.wikimedia.org/T5#comment', 'http://x.example/browse/X-3/'].map((typed) => parseTask(typed, links))).toEqual(['GH-12', 'GH-12', 'T5', 'T5', 'GH-X-3'])
})

const badIds = ['', 'T', '#', '7#', 'T##', 'T#x', '#T', 'a b#', 'T.#', '(a+)+#', '<b>#', 'T\n#', `${'T'.repeat(21)}#`, '-#', '//#', '\u202eT#']
const badAddresses = ['', '#', 'javascript:alert(#)', 'JavaScript:alert(#)', 'data:text/html,#', 'file:///#', 'mailto:a@b.example?#', '//a.example/#', 'https://#.example/', 'https://a#.example/x', 'https://a.example', 'https://a.example/x', 'https://a.example/#/#', 'https://user@a.example/#', 'https://a.example@evil.example/#', 'https://a.example\\@evil.example/#', 'https:///#', 'https://a.example/ #', 'https://a.example/"#', 'https://a.example/<#>', ' https://a.example/#', 'https://a.example/#\n', 'https://a.example:port/#']

test('[N32] a way to write ids that is no plain prefix with one sign for digits is refused', () => {
  for (const id of badIds) expect([id, checkTaskLink({ id, address: 'https://a.example/#' }).ok]).toEqual([id, false])
  expect(parseTaskLinks(badIds.map((id) => formatTaskLink({ id, address: 'https://a.example/#' })))).toEqual([])
})

test('[N32] an address that is not https or http, has a name in it, or its digits anywhere but in its path is refused', () => {
  for (const address of badAddresses) expect([address, checkTaskLink({ id: 'T#', address }).ok]).toEqual([address, false])
  expect(checkTaskLink({ id: 'T#', address: `https://a.example/#${'a'.repeat(200)}` })).toEqual({ ok: false, problem: 'tooLong' })
  for (const address of ['https://a.example/#', 'http://localhost:8080/browse/X-#?a=b', 'HTTPS://a.example/T#/x']) expect(checkTaskLink({ id: 'Größe/x_y-#', address }).ok).toBe(true)
})

test('[N32] whatever members a file has, an address begins as one of them does and holds digits', () => {
  const anyMember = fc.oneof(fc.string({ maxLength: 60 }), fc.tuple(fc.constantFrom('T#', 'GH-#', 'a#', '#'), fc.constantFrom('https://a.example/#', 'javascript:#', 'http://b.example/x#y', 'https://a@b/#')).map(([id, address]) => `${id}=${address}`))
  fc.assert(
    fc.property(fc.array(anyMember, { maxLength: 6 }), fc.constantFrom('T1', 'GH-22', 'a333', '4'), (members, task) => {
      const address = taskAddress(parseTaskLinks(members), task)
      const digits = task.replace(/\D/g, '')
      const expected = members.map(typedTaskLink).filter(({ id, address: to }) => /^https?:\/\/[ab]\.example\//.test(to) && id.replace('#', digits) === task && id !== '#').map(({ address: to }) => to.replace('#', digits))
      expect(address === null ? expected.length : expected.includes(address)).toBe(address === null ? 0 : true)
    }),
  )
})

test('[N32] splitting loses nothing, and takes time that grows with the text only', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('T', 'G', 'H', '-', '1', '2', ' ', 'X', 'é', '\ud83d', '/') }), (text) => splitTaskIds(text, links).map((piece) => (piece.kind === 'task' ? piece.id : piece.text)).join('') === text))
  const many = parseTaskLinks(Array.from({ length: 5_000 }, (_, at) => `${'T'.repeat(1 + (at % 20))}${String.fromCharCode(0x4e00 + at)}#=https://a.example/#`))
  expect(many.length).toBe(50)
  const started = performance.now()
  for (const text of ['T'.repeat(100_000), '1'.repeat(100_000), 'T1-'.repeat(30_000)]) splitTaskIds(text, many)
  expect(performance.now() - started).toBeLessThan(2_000)
})
