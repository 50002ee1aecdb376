import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { takeGivenFolder } from '../../../electron/main/folders/given-folder.ts'
import { createKnownFolders, type KnownFolders } from '../../../electron/main/folders/known-folders.ts'

let around: string
let known: KnownFolders

beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue() // the log
  around = await realpath(await mkdtemp(join(tmpdir(), 'quarterdeck-given-')))
  known = createKnownFolders({ profile: around })
  await mkdir(join(around, 'tec3.planfolder/replicas'), { recursive: true })
  await writeFile(join(around, 'tec3.planfolder/plan.json'), '{}')
  await writeFile(join(around, 'tec3.planfolder/replicas/k3m9x2p7qa.json'), '{}')
  await writeFile(join(around, 'file.planfolder'), '{}')
  await writeFile(join(around, 'plan.json'), '{}')
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(around, { recursive: true, force: true })
})

describe('[J56] a shared folder given to the app like a file is one to join', () => {
  test.each(['tec3.planfolder', 'tec3.planfolder/', 'tec3.planfolder/plan.json'])('%s', async (path) => {
    const given = await takeGivenFolder({ path: join(around, path), known })
    expect([given?.name, known.pathOf(given?.token ?? '')]).toEqual(['tec3.planfolder', join(around, 'tec3.planfolder')])
  })

  test.each(['file.planfolder', 'gone.planfolder', 'plan.json', 'tec3.planfolder/replicas/k3m9x2p7qa.json', '.'])('%s is none, and is opened as a file', async (path) => {
    expect(await takeGivenFolder({ path: join(around, path), known })).toBeNull()
  })
})
