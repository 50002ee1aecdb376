import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDiskFolder } from '../../../electron/main/folders/disk-folder.ts'

let root: string

beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue() // the log
  root = await realpath(await mkdtemp(join(tmpdir(), 'quarterdeck-watch-')))
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(root, { recursive: true, force: true })
})

/** Times something was told, once the folder is watched. */
async function listening() {
  const folder = createDiskFolder({ root })
  let told = 0
  const stop = folder.watch(() => (told += 1))
  await folder.list()
  return { folder, stop, told: () => told }
}

test('[J16] a file that comes, changes or goes in the folder or in one of its own is told of', async () => {
  await mkdir(join(root, 'replicas'))
  const { stop, told } = await listening()
  for (const change of [
    () => writeFile(join(root, 'plan.json'), '{}'),
    () => writeFile(join(root, 'replicas/k3m9x2p7qa.json'), '{}'),
    () => writeFile(join(root, 'replicas/k3m9x2p7qa.json'), '{"a":1}'),
    () => rm(join(root, 'replicas/k3m9x2p7qa.json')),
  ]) {
    const before = told()
    await change()
    await expect.poll(told).toBe(before + 1)
  }
  stop()
})

test('[J16] many at once are told of as one, and what is being written, foreign or hidden is not', async () => {
  await mkdir(join(root, 'replicas'))
  const { stop, told } = await listening()
  for (const name of ['.syncthing.k3m9x2p7qa.json.tmp', 'Thumbs.db']) await writeFile(join(root, 'replicas', name), '')
  await wait(400)
  expect(told()).toBe(0)
  for (let at = 0; at < 50; at += 1) await writeFile(join(root, `replicas/${at}.json`), '{}')
  await wait(400)
  expect([told() > 0, told() < 4]).toEqual([true, true])
  stop()
})

test('[J16] folders that are made later are watched from the next look on, and so is one that comes in the place of another', async () => {
  const { folder, stop, told } = await listening()
  await folder.write('replicas/k3m9x2p7qa.json', '{}')
  await expect.poll(told).toBeGreaterThan(0)
  await folder.list()
  await wait(300)
  let before = told()
  await writeFile(join(root, 'replicas/aaaaaaaaaa.json'), '{}')
  await expect.poll(told).toBe(before + 1)
  await rename(root, `${root}-old`)
  await expect.poll(told).toBeGreaterThan(before + 1)
  expect(await folder.list()).toEqual({ ok: false, reason: 'unreachable' })
  await mkdir(join(root, 'replicas'), { recursive: true })
  await folder.list()
  await wait(300)
  before = told()
  await writeFile(join(root, 'replicas/aaaaaaaaaa.json'), '{}')
  await expect.poll(told).toBe(before + 1)
  stop()
  await rm(`${root}-old`, { recursive: true })
})

test('[J16] who stopped is told nothing more, and the others are', async () => {
  const { folder, stop, told } = await listening()
  let other = 0
  const stopOther = folder.watch(() => (other += 1))
  stop()
  await writeFile(join(root, 'plan.json'), '{}')
  await expect.poll(() => other).toBe(1)
  stopOther()
  await writeFile(join(root, 'plan.json'), '{"a":1}')
  await wait(300)
  expect([told(), other]).toEqual([0, 1])
})
