import { mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDiskFolder } from '../../electron/main/folders/disk-folder.ts'
import { createFolderMailbox } from '../../shared/share/folder/folder-mailbox.ts'
import { launchApp } from '../electron/launch.ts'
import { createReplica, firstSet } from '../shared/share/share-replica.ts'
import { setUpComputer, takePictures } from './app.ts'
import { isClean } from './fine-look.ts'
import { allowsFolders } from './give-folder.ts'

// A folder in which another computer shares a plan, dropped on the window.

let around: string
let folder: string

beforeAll(async () => {
  around = await realpath(await mkdtemp(join(tmpdir(), 'quarterdeck-drop-')))
  folder = join(around, 'Pipeline.planfolder')
  await mkdir(folder)
  await mkdir(join(around, 'Holidays'))
  const colleague = createReplica({ mailbox: createFolderMailbox({ files: createDiskFolder({ root: folder }), now: Date.now }), now: Date.now, disk: { set: firstSet, name: 'k3m9x2p7qa' } })
  colleague.edit([{ on: 'plan:shared', set: { title: 'Release pipeline' } }])
  colleague.save()
  await colleague.share().look()
})

afterAll(() => rm(around, { recursive: true, force: true, maxRetries: 3 }))

/** As the system does when a person drags it there and lets go. @param over only drags it there */
async function drag(page: Page, path: string, over = false): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const at = { x: 500, y: 400, data: { items: [], files: [path], dragOperationsMask: 1 } }
  for (const type of ['dragEnter', 'dragOver'] as const) await cdp.send('Input.dispatchDragEvent', { type, ...at })
  if (!over) await cdp.send('Input.dispatchDragEvent', { type: 'drop', ...at })
  await cdp.detach()
}

const replicas = async (): Promise<number> => (await readdir(join(folder, 'replicas'))).length

test('[D141] [D142] in a browser a shared folder that is dropped is joined, a file in it opens as a plan, and another folder is refused', async () => {
  const computer = await setUpComputer()
  const { page } = await computer.start({ reducedMotion: 'reduce', args: allowsFolders })
  await drag(page, folder, true)
  await page.getByText('or a shared folder to join it').waitFor()
  await takePictures(page, 'drop-folder')
  await drag(page, join(around, 'Holidays'))
  await page.getByText('It is a folder.').waitFor()
  await page.keyboard.press('Escape')
  const [file = ''] = await readdir(join(folder, 'replicas'))
  await drag(page, join(folder, 'replicas', file))
  await expect.poll(() => page.title()).toContain('Release pipeline')
  expect(await page.locator('[data-share]').count()).toBe(0)
  expect(await replicas()).toBe(1)
  await drag(page, folder)
  // the plan is here already, and would go out
  const question = page.getByRole('dialog', { name: 'Share your plan there?' })
  await question.waitFor()
  await isClean(page, 'join-mine')
  await question.getByRole('button', { name: 'Join and share' }).click()
  await page.locator('[data-share="upToDate"]').waitFor()
  await expect.poll(replicas).toBe(2)
  // it is shared there already
  await drag(page, folder)
  await page.getByText('is shared through Pipeline.planfolder already').waitFor()
  await takePictures(page, 'dropped-again')
  await computer.remove()
})

test('[D142] [D144] in the app too, where the page learns no path and no other folder is taken', async () => {
  const { app, page } = await launchApp({ profile: join(around, 'profile') })
  await page.getByRole('main').waitFor()
  // for the double, which knows no more of a file than its page does
  await page.evaluate((paths) => void Object.assign(window, { droppedPaths: paths }), Object.fromEntries([folder, join(around, 'Holidays')].map((path) => [basename(path), path])))
  const taken = (name: string): Promise<unknown> =>
    page.evaluate((named) => (window as unknown as { quarterdeck: { takeDropped(file: File): Promise<unknown> } }).quarterdeck.takeDropped(new File([], named)).catch(() => 'refused'), name)
  // Electron itself knows of no path of what a script has made, the double of one it was told
  expect([null, 'refused']).toContain(await taken('Holidays'))
  expect(await taken('made by a script')).toBe('refused')
  const before = await replicas()
  await drag(page, folder)
  await expect.poll(() => page.title(), { timeout: 20_000 }).toContain('Release pipeline')
  await expect.poll(replicas, { timeout: 20_000 }).toBe(before + 1)
  await app.close()
})
