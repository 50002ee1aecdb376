import { chmod, mkdir, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDiskFolder } from '../../../electron/main/folders/disk-folder.ts'
import type { FolderFiles } from '../../../shared/share/folder/folder-files.ts'

let around: string
let root: string
let folder: FolderFiles

beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue() // the log
  around = await realpath(await mkdtemp(join(tmpdir(), 'quarterdeck-rights-')))
  root = join(around, 'tec3.planfolder')
  await mkdir(root)
  folder = createDiskFolder({ root })
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(around, { recursive: true, force: true })
})

const own = 'replicas/k3m9x2p7qa.json'
const news = 'recent/k3m9x2p7qa-0.json'
const failed = (reason: string) => ({ ok: false, reason })

async function lay(path: string): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true })
  await writeFile(join(root, path), '{}')
}

/** As somebody who may not read everything, as root may. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  await chmod(around, 0o755)
  if (process.geteuid?.() !== 0) return work()
  process.seteuid?.(65_534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

test.skipIf(process.platform === 'win32')('[O130] a file that this computer may not read, or not even look at, is listed all the same and keeps no other from being read', async () => {
  for (const path of ['plan.json', own, news]) await lay(path)
  await chmod(join(root, own), 0o000)
  await asOrdinaryUser(async () => {
    const listed = await folder.list()
    expect(listed.ok && listed.value.map(({ path }) => path).toSorted()).toEqual(['plan.json', news, own])
    expect([await folder.read(own), await folder.read(news)]).toEqual([failed('refused'), { ok: true, value: '{}' }])
  })
  await chmod(join(root, 'recent'), 0o744)
  await asOrdinaryUser(async () => {
    const listed = await folder.list()
    expect(listed.ok && listed.value.find(({ path }) => path === news)).toEqual({ path: news, bytes: 0, modified: 0 })
    expect([await folder.read(news), await folder.read('plan.json')]).toEqual([failed('refused'), { ok: true, value: '{}' }])
  })
})

test.skipIf(process.platform === 'win32')('[O136] what the app makes in a shared folder has the rights that the system gives to new files and folders, so that colleagues under other accounts can read it', async () => {
  const before = process.umask(0o022)
  try {
    for (const text of ['{}', '{"title":"Ship"}']) await folder.write(own, text)
  } finally {
    process.umask(before)
  }
  const modes = await Promise.all(['replicas', own].map(async (path) => (await stat(join(root, path))).mode & 0o777))
  expect(modes).toEqual([0o755, 0o644])
})
