import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const writer = fileURLToPath(new URL('./on-odd-disks.ts', import.meta.url))
const apart = ['--map-root-user', '--mount']
/** Linux lets a process have mounts of its own, where it isn't forbidden; elsewhere refusals are only made up, in other tests. */
const mayMount = spawnSync('unshare', [...apart, 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0

test.skipIf(!mayMount)('[E73] [G30] on a disk that is full or may only be read nothing is torn, and it goes on once there is room', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-odd-'))
  const told = execFileSync('unshare', [...apart, process.execPath, writer, join(folder, 'disk')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const ok = { ok: true }
  const [full, denied] = [{ ok: false, reason: 'full' }, { ok: false, reason: 'denied' }]
  expect(JSON.parse(told)).toEqual({
    full: { profile: 'full', added: true, append: full, write: full, save: full, file: 'old', lines: 0, spoilt: 0, beside: [] },
    roomAgain: { profile: null, append: ok, save: ok, file: 'new', lines: 1, spoilt: 0, beside: [] },
    readOnly: { profile: 'denied', append: denied, write: denied, remove: denied, save: denied, file: 'new', lines: 1, spoilt: 0, beside: [] },
  })
  await rm(folder, { recursive: true })
})
