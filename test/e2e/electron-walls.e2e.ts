import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { walls } from '../../electron/main/walls.ts'
import { words } from '../../electron/main/words.ts'
import { makeBareApp } from '../electron/bare-app.ts'

// Starts that have to end at once, so that Playwright, which waits for a window, is of no use.

const double = resolve(import.meta.dirname, '../electron/double/electron.ts')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-walls-'))
})

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))

async function start(options: { readonly app: string; readonly words?: readonly string[]; readonly env?: Readonly<Record<string, string>> }) {
  const profile = join(folder, 'profile')
  const program = spawn(process.execPath, [double, options.app, ...(options.words ?? [])], {
    env: { ...process.env, QUARTERDECK_PROFILE: profile, XDG_CONFIG_HOME: join(folder, 'config'), ...options.env },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 30_000,
  })
  const [said, [code]] = await Promise.all([text(program.stderr), once(program, 'exit') as Promise<[number | null]>])
  return { said, code, opened: await readdir(folder) }
}

describe('[X8] a packaged app that is told to let others in says so in one sentence and ends', () => {
  test.each([['--remote-debugging-port', ['--remote-debugging-port=9222']], ['--no-sandbox', ['plan.qdeck', '-No-Sandbox']]])('%s, before a profile is opened', async (name, switches) => {
    const app = await makeBareApp({ folder })
    const { said, code, opened } = await start({ app, words: switches, env: { QUARTERDECK_DOUBLE_PACKAGED: '1' } })
    expect(said).toContain(words.unsafeStart(name))
    expect([code, opened]).toEqual([2, ['app']])
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
  const { said, code } = await start({ app })
  expect(said).toContain('"event":"window refused","walls":"sandbox"')
  expect(said).toContain(words.wallMissing)
  expect(code).toBe(1)
})
