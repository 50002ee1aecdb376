import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { walls } from '../../electron/main/walls.ts'
import { words } from '../../electron/main/words.ts'
import { makeBareApp } from '../electron/bare-app.ts'
import { endedStart } from '../electron/ended-start.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-walls-'))
})

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))

describe('[X8] a packaged app that is told to let others in says so in one sentence and ends', () => {
  test.each([['--remote-debugging-port', ['--remote-debugging-port=9222']], ['--no-sandbox', ['plan.qdeck', '-No-Sandbox']]])('%s, before a profile is opened', async (name, switches) => {
    const app = await makeBareApp({ folder })
    const { said, code } = await endedStart({ app, folder, words: switches, env: { QUARTERDECK_DOUBLE_PACKAGED: '1' } })
    // once where Electron itself writes there, as it does on Linux in place of a box
    expect(said.split(words.unsafeStart(name)).length - 1).toBe(process.platform === 'linux' ? 1 : 2)
    expect([code, await readdir(folder)]).toEqual([2, ['app']])
  })
})

test('[X9] a window with a wall down is never shown: the app says so and ends', async () => {
  const app = await makeBareApp({ folder })
  const main = join(app, 'dist/main/main.js')
  const built = await readFile(main, 'utf8')
  // as if somebody had given the window an option of their own, which the list of walls knows nothing of
  const changed = built.replace(/(const options = windowOptions\(\{[^}]*\}\);?)/, '$1 options.webPreferences.sandbox = false;')
  expect(changed).not.toBe(built)
  expect(walls.sandbox).toBe(true)
  await writeFile(main, changed)
  const { said, code } = await endedStart({ app, folder })
  expect(said).toContain('"event":"window refused","walls":"sandbox"')
  expect(said).toContain(words.wallMissing)
  expect(code).toBe(1)
})
