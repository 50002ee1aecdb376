import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leftoverName } from '../../electron/main/leftovers.ts'
import { makeBareApp } from '../electron/bare-app.ts'
import { call, type Launched, launchApp } from '../electron/launch.ts'

let folder: string
let profile: string
let bare: string
let launched: Launched

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-copies-'))
  profile = join(folder, 'profile')
  bare = await makeBareApp({ folder })
  launched = await launchApp({ profile, folder: bare })
})

afterAll(async () => {
  await launched.app.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

async function relaunch(): Promise<void> {
  await launched.app.close()
  launched = await launchApp({ profile, folder: bare })
}

const journal = { folder: 'plan-a', name: 'journal-0.log' }

test('[E77] copies that the page writes lie in the profile, and nothing it names lies elsewhere', async () => {
  const { page } = launched
  expect(await call(page, 'copyAppend', { ...journal, text: 'one ' })).toBeNull()
  expect(await call(page, 'copyAppend', { ...journal, text: 'two – 計画' })).toBeNull()
  expect(await call(page, 'copyWrite', { folder: 'library', name: 'plans.json', text: '[]' })).toBeNull()
  expect(await readFile(join(profile, 'copies', 'plan-a', 'journal-0.log'), 'utf8')).toBe('one two – 計画')
  expect(await call(page, 'copyRead', { ...journal, lastBytes: 6 })).toEqual({ ok: true, value: '計画' })
  expect(await call(page, 'copyList', { folder: 'plan-a' })).toEqual({ ok: true, value: [{ name: 'journal-0.log', size: 18 }] })
  const folders = await call(page, 'copyFolders', undefined)
  expect(folders.ok ? folders.value.toSorted() : []).toEqual(['library', 'plan-a'])
  for (const bad of [{ ...journal, name: '../../window.json' }, { ...journal, folder: '..' }, { ...journal, name: 'journal-0.log', path: '/etc/passwd' }]) {
    await expect(call(page, 'copyWrite', { ...bad, text: '' })).rejects.toThrow('refused')
    await expect(call(page, 'copyRemove', bad)).rejects.toThrow('refused')
  }
  expect(await call(page, 'copyRemove', journal)).toBeNull()
  expect(await readdir(join(profile, 'copies', 'plan-a'))).toEqual([])
})

test('[E78] the next start has swept what killed saves left, and keeps the databases as it found them', async () => {
  await launched.page.evaluate(
    () =>
      new Promise<void>((done) => {
        const request = indexedDB.open('spec', 1)
        request.onupgradeneeded = () => request.result.createObjectStore('s')
        request.onsuccess = () => {
          const write = request.result.transaction('s', 'readwrite', { durability: 'strict' })
          write.objectStore('s').put('a word to be found again', 'key')
          write.oncomplete = () => done()
        }
      }),
  )
  await writeFile(join(profile, 'copies', 'plan-a', leftoverName('01234567-89ab-cdef-0123-456789abcdef')), 'torn')
  await relaunch()
  expect(await readdir(join(profile, 'copies', 'plan-a'))).toEqual([])
  expect(await readdir(join(profile, 'aside'))).toEqual(['starting'])
  expect([await call(launched.page, 'keepDamaged', undefined), await call(launched.page, 'keepDamaged', undefined)]).toEqual([true, true])
  const [name = ''] = await readdir(join(profile, 'aside'))
  expect(name).toMatch(/^damaged-\d{8}t\d{9}z$/)
  const kept = (await readdir(join(profile, 'aside', name), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const bytes = await Promise.all(kept.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')))
  expect(bytes.join('')).toContain('a word to be found again')

  await relaunch()
  expect((await readdir(join(profile, 'aside'))).toSorted()).toEqual([name, 'starting'])
})
