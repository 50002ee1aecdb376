import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createKnownFolders } from '../../../electron/main/folders/known-folders.ts'

let profile: string

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue() // the log
  profile = mkdtempSync(join(tmpdir(), 'quarterdeck-known-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(profile, { recursive: true, force: true })
})

const nobodys = `folder-${'x'.repeat(21)}`

test('[J50] a folder that was chosen is known by its token over restarts, until it is forgotten', () => {
  const known = createKnownFolders({ profile })
  const [first, second] = [known.add('/plans/tec3.planfolder'), known.add('/plans/tec3.planfolder')]
  expect([first, second]).toEqual([expect.stringMatching(/^folder-[\w-]{21}$/), expect.stringMatching(/^folder-[\w-]{21}$/)])
  expect(first).not.toBe(second)
  const again = createKnownFolders({ profile })
  expect([again.pathOf(first), again.pathOf(second), again.pathOf(nobodys)]).toEqual(['/plans/tec3.planfolder', '/plans/tec3.planfolder', null])
  again.forget(first)
  again.forget(nobodys)
  const last = createKnownFolders({ profile })
  expect([again.pathOf(first), last.pathOf(first), last.pathOf(second)]).toEqual([null, null, '/plans/tec3.planfolder'])
})

test.each(['', '{', 'null', '[]', '{"folders":7}', '{"folders":[{"token":"folder-x","path":"/plans"}]}', '{"folders":[{"token":"folder-aaaaaaaaaaaaaaaaaaaaa","path":""}]}', `{"folders":[{"token":"folder-aaaaaaaaaaaaaaaaaaaaa","path":"${'x'.repeat(5_000)}"}]}`])('[J50] a list that is not ours begins anew: %j', (text) => {
  writeFileSync(join(profile, 'shared-folders.json'), text)
  const known = createKnownFolders({ profile })
  expect(known.pathOf('folder-aaaaaaaaaaaaaaaaaaaaa')).toBeNull()
  const token = known.add('/plans')
  expect([known.pathOf(token), createKnownFolders({ profile }).pathOf(token)]).toEqual(['/plans', '/plans'])
})

test('[J50] of more folders than anybody has the oldest goes', () => {
  const known = createKnownFolders({ profile })
  const tokens = Array.from({ length: 501 }, (_, at) => known.add(`/plans/${at}`))
  expect([known.pathOf(tokens[0] ?? ''), known.pathOf(tokens[1] ?? ''), known.pathOf(tokens[500] ?? '')]).toEqual([null, '/plans/1', '/plans/500'])
})

test('[J50] a profile that can’t be written to keeps it for this start', () => {
  mkdirSync(join(profile, 'shared-folders.json.new'))
  const known = createKnownFolders({ profile })
  const token = known.add('/plans')
  expect([known.pathOf(token), createKnownFolders({ profile }).pathOf(token)]).toEqual(['/plans', null])
  expect(() => readFileSync(join(profile, 'shared-folders.json'))).toThrow('ENOENT')
})
