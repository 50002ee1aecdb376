import { mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDiskFolder } from '../../electron/main/folders/disk-folder.ts'
import { createFolderMailbox } from '../../shared/share/folder/folder-mailbox.ts'
import { type Launched, launchApp } from '../electron/launch.ts'
import { createReplica, firstSet, type Replica } from '../shared/share/share-replica.ts'

// The planner itself, given a folder in which another computer shares a plan already.

let around: string
let folder: string
let colleague: Replica
let launched: Launched

beforeAll(async () => {
  around = await realpath(await mkdtemp(join(tmpdir(), 'quarterdeck-join-')))
  folder = join(around, 'Pipeline.planfolder')
  await mkdir(folder)
  colleague = createReplica({ mailbox: createFolderMailbox({ files: createDiskFolder({ root: folder }), now: Date.now }), now: Date.now, disk: { set: firstSet, name: 'k3m9x2p7qa' } })
  colleague.edit([{ on: 'plan:shared', set: { title: 'Release pipeline' } }])
  colleague.save()
  await colleague.share().look()
  launched = await launchApp({ profile: join(around, 'profile'), files: [folder] })
})

afterAll(async () => {
  await launched.app.close()
  await rm(around, { recursive: true, force: true, maxRetries: 3 })
})

test('[J56] the app that is started with a shared folder opens the plan in it, and takes part from then on', async () => {
  const { page } = launched
  await page.getByText('Release pipeline').first().waitFor()
  await expect.poll(async () => (await readdir(join(folder, 'replicas'))).length, { timeout: 20_000 }).toBe(2)
  colleague.edit([{ on: 'plan:shared', set: { title: 'Release pipeline, second draft' } }])
  colleague.save()
  await colleague.share().look()
  await page.getByText('Release pipeline, second draft').first().waitFor()
  await page.screenshot({ path: 'test-results/screens/joined-by-folder.png' })
  await expect.poll(() => page.title()).toContain('Release pipeline, second draft')
})
