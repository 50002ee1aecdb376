import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Launched, launchApp } from '../electron/launch.ts'
import { run } from './sharing-computers.ts'

let folder: string
let launched: Launched

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-closing-'))
  launched = await launchApp({ profile: join(folder, 'profile') })
  const { page, app } = launched
  page.setDefaultTimeout(8_000)
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.locator('[data-goal]').first().waitFor()
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, folder)
  await run(page, 'Share through a folder…')
  await page.getByRole('button', { name: 'Choose a place…' }).click()
  await page.locator('[data-share="upToDate"]').waitFor()
})
afterAll(async () => {
  await launched.app.close().catch(() => {
    // the spec has ended it
  })
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** Everything that lies in the shared folder, as one text. */
async function sharedText(): Promise<string> {
  const name = (await readdir(folder)).find((each) => each.endsWith('.planfolder')) ?? ''
  const path = join(folder, name)
  const names = await readdir(path, { recursive: true })
  return (await Promise.all(names.filter((each) => each.endsWith('.json')).map((each) => readFile(join(path, each), 'utf8')))).join('\n')
}

test('[O61] what is being typed as the window of the app is closed goes out before it is gone', async () => {
  const { page, app } = launched
  await page.locator('[data-goal]').first().focus()
  await page.keyboard.press('e')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Typed as the window was closed')
  expect(await sharedText()).not.toContain('Typed as the window was closed')
  const gone = new Promise((done) => app.process().once('exit', done))
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.close())).catch(() => undefined) // it may be gone before it answers
  await gone
  expect(await sharedText()).toContain('Typed as the window was closed')
})
