import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { words } from '../../electron/main/words.ts'
import { makeBareApp } from '../electron/bare-app.ts'
import { endedStart } from '../electron/ended-start.ts'

let folder: string
let app: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-no-start-'))
  app = await makeBareApp({ folder })
})

afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))

describe('[G30] a start that is not given the lock', () => {
  const env = { QUARTERDECK_DOUBLE_LOCKED: '1' }

  test('ends without a word where the app is open already, and leaves nothing', async () => {
    await mkdir(join(folder, 'profile'))
    const { said, code } = await endedStart({ app, folder, env })
    expect([code, said.includes('Quarterdeck'), await readdir(join(folder, 'profile'))]).toEqual([0, false, []])
  })

  test('says where its profile can’t be written to, what is safe and what to do', async () => {
    await writeFile(join(folder, 'profile'), 'a file where the folder should be')
    const { said, code } = await endedStart({ app, folder, env })
    expect(said.split(words.profileRefused.failed(join(folder, 'profile'))).length - 1).toBe(1)
    expect(said).toContain('"event":"profile refuses","code":"')
    expect(code).toBe(3)
  })
})

test('[G31] [G32] a start that fails says so and ends; what nobody waited for before is noted, and neither with what was written', async () => {
  const manifest = JSON.parse(await readFile(join(app, 'package.json'), 'utf8')) as object
  await writeFile(join(app, 'package.json'), JSON.stringify({ ...manifest, main: 'fails.js' }))
  const fails = `
    import { screen } from 'electron'
    import './dist/main/main.js'
    screen.getPrimaryDisplay = () => { throw new TypeError('the title of a goal') }
    Promise.reject(new RangeError('the title of a goal'))`
  await writeFile(join(app, 'fails.js'), fails)
  const { said, code } = await endedStart({ app, folder })
  expect(said.split(words.startFailed).length - 1).toBe(1)
  const kept = await readFile(join(folder, 'profile/logs/quarterdeck.log'), 'utf8')
  expect(kept).toMatch(/"event":"rejection in main","code":"RangeError"[^]*"event":"start failed","code":"TypeError"/)
  expect([code, `${said}${kept}`.includes('the title')]).toEqual([1, false])
})
