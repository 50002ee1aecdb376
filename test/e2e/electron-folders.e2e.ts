import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBareApp } from '../electron/bare-app.ts'
import { call, type Launched, launchApp } from '../electron/launch.ts'

let folder: string
let launched: Launched

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'quarterdeck-folders-')))
  launched = await launchApp({ profile: join(folder, 'profile'), folder: await makeBareApp({ folder }) })
})

afterAll(async () => {
  await launched.app.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** Answers the next dialogs to choose a folder, and notes what they offered and what the boxes say that follow. */
async function choose(path: string | null): Promise<void> {
  await launched.app.evaluate(({ dialog }, chosen) => {
    const said: unknown[] = []
    Object.assign(globalThis, { said })
    dialog.showOpenDialog = (...args: unknown[]) => {
      said.push((args.at(-1) as { properties?: string[] }).properties)
      return Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
    }
    dialog.showMessageBox = (...args: unknown[]) => {
      said.push((args.at(-1) as { message: string }).message)
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }
  }, path)
}

const said = () => launched.app.evaluate(() => (globalThis as unknown as { said: unknown[] }).said)

/** What may be told of a token: that it is there. */
const token = expect.stringMatching(/^folder-[\w-]{21}$/) as unknown

test('[J51] a person shares a plan in a place of their choice, and no path reaches the page', async () => {
  const place = join(folder, 'Team')
  await mkdir(place)
  await choose(place)
  const first = await call(launched.page, 'chooseFolder', { suggestedName: 'TEC3: FY18/19' })
  expect(first).toEqual({ token, name: 'TEC3- FY18-19.planfolder' })
  await call(launched.page, 'folderWrite', { token: first?.token ?? '', path: 'plan.json', text: '{}' })
  expect(await call(launched.page, 'chooseFolder', { suggestedName: 'TEC3: FY18/19' })).toEqual({ token, name: 'TEC3- FY18-19 2.planfolder' })
  expect((await readdir(place)).toSorted()).toEqual(['TEC3- FY18-19 2.planfolder', 'TEC3- FY18-19.planfolder'])
  expect(await said()).toEqual([['openDirectory', 'createDirectory'], ['openDirectory', 'createDirectory']])
  await choose(null)
  expect([await call(launched.page, 'chooseFolder', { suggestedName: 'TEC3' }), await call(launched.page, 'chooseFolder', { suggestedName: null })]).toEqual([null, null])
})

test('[J51] where no folder can be made the person is told so by the app, and the page gets none', async () => {
  await writeFile(join(folder, 'a file'), '')
  for (const place of [join(folder, 'a file'), join(folder, 'gone')]) {
    await choose(place)
    expect(await call(launched.page, 'chooseFolder', { suggestedName: 'TEC3' })).toBeNull()
    expect((await said()).at(-1)).toBe('That folder can’t be used.')
  }
})

test('[J54] a page lists, reads and writes the folder it joined, and is told when another changes it', async () => {
  const { page } = launched
  const root = join(folder, 'Release.planfolder')
  await mkdir(join(root, 'replicas'), { recursive: true })
  await writeFile(join(root, 'plan.json'), '{"plan":"計画"}')
  await writeFile(join(folder, 'secret.json'), 'secret')
  await symlink('../../secret.json', join(root, 'replicas/aaaaaaaaaa.json'))
  await choose(join(root, 'replicas'))
  const joined = await call(page, 'chooseFolder', { suggestedName: null })
  expect([joined, (await said())[0]]).toEqual([{ token, name: 'Release.planfolder' }, process.platform === 'darwin' ? ['openDirectory', 'openFile'] : ['openDirectory']])
  const at = { token: joined?.token ?? '' }
  const written = await call(page, 'folderWrite', { ...at, path: 'replicas/k3m9x2p7qa.json', text: '{}' })
  const listed = await call(page, 'folderList', at)
  expect(listed.ok ? listed.value.map(({ path }) => path).toSorted() : []).toEqual(['plan.json', 'replicas/k3m9x2p7qa.json'])
  expect(JSON.stringify([joined, written, listed])).not.toContain(folder)
  expect([await call(page, 'folderRead', { ...at, path: 'plan.json' }), await call(page, 'folderRead', { ...at, path: 'replicas/aaaaaaaaaa.json' })]).toEqual([{ ok: true, value: '{"plan":"計画"}' }, { ok: true, value: null }])
  await expect(call(page, 'folderRead', { ...at, path: 'replicas/../../secret.json' })).rejects.toThrow('refused')
  await page.evaluate(() => {
    const told: unknown[] = []
    Object.assign(window, { told })
    const { quarterdeck } = window as unknown as { quarterdeck: { on: { folderChanged(listener: (payload: unknown) => void): void } } }
    quarterdeck.on.folderChanged((payload) => told.push(payload))
  })
  const told = () => page.evaluate(() => (window as unknown as { told: unknown[] }).told)
  await call(page, 'folderWatch', { ...at, on: true })
  await call(page, 'folderList', at)
  await writeFile(join(root, 'replicas/bbbbbbbbbb.json'), '{}')
  await expect.poll(told).toContainEqual(at)
  await call(page, 'folderWatch', { ...at, on: false })
  // once or twice: that a file is there and that it was written may be told apart
  const before = await told()
  expect(before).toEqual(before.map(() => at))
  await writeFile(join(root, 'replicas/cccccccccc.json'), '{}')
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(await told()).toEqual(before)
})

test('[J50] a token nobody gave out stands for no folder, one that was forgotten for none any more, and one that is kept lies in the profile', async () => {
  const { page } = launched
  const nobodys = { token: `folder-${'x'.repeat(21)}` }
  expect([await call(page, 'folderKnown', nobodys), await call(page, 'folderList', nobodys), await call(page, 'folderWrite', { ...nobodys, path: 'plan.json', text: '' })]).toEqual([false, { ok: false, reason: 'failed' }, { ok: false, reason: 'failed' }])
  await choose(join(folder, 'Team', 'TEC3- FY18-19.planfolder'))
  const chosen = await call(page, 'chooseFolder', { suggestedName: null })
  const at = { token: chosen?.token ?? '' }
  const kept = () => readFile(join(folder, 'profile/shared-folders.json'), 'utf8')
  expect([await call(page, 'folderKnown', at), (await kept()).includes(at.token)]).toEqual([true, true])
  await call(page, 'forgetFolder', at)
  expect([await call(page, 'folderKnown', at), (await kept()).includes(at.token), await readdir(join(folder, 'Team', 'TEC3- FY18-19.planfolder'))]).toEqual([false, false, ['plan.json']])
})

test('[J56] a shared folder that a second start hands over comes to the page as one to join, beside the files', async () => {
  const { app, page } = launched
  const root = join(folder, 'Release.planfolder')
  await writeFile(join(folder, 'a.plan.json'), '{}')
  await app.evaluate(({ app: electron }, files) => electron.emit('second-instance', {}, [], '/', { files }), [root, join(folder, 'a.plan.json'), join(folder, 'Team')])
  const taken = await call(page, 'takeOpenRequests', undefined)
  expect(taken).toEqual([{ token, name: 'Release.planfolder' }, { ok: true, token: expect.any(String) as unknown, name: 'a.plan.json', text: '{}' }, { ok: false, name: 'Team', reason: 'folder' }])
  const [given] = taken
  expect(await call(page, 'folderRead', { token: given !== undefined && !('ok' in given) ? given.token : '', path: 'plan.json' })).toEqual({ ok: true, value: '{"plan":"計画"}' })
})
