import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callNames } from '../../shared/bridge/names.ts'
import { makeBareApp } from '../electron/bare-app.ts'
import { call, type Launched, launchApp } from '../electron/launch.ts'

// The malformed calls that a page can send, through the bridge into the compiled main (the double carries what JSON can). All else, and
// frames that are not the page, are thrown at the same code in `test/electron/hostile-requests.test.ts`.

let folder: string
let launched: Launched

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-calls-'))
  launched = await launchApp({ profile: join(folder, 'profile'), folder: await makeBareApp({ folder }) })
})

afterAll(async () => {
  await launched.app.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

test('[X6] hundreds of malformed calls through the bridge are refused one by one, and main goes on answering', async () => {
  const { app, page } = launched
  await app.evaluate(({ BrowserWindow }) => {
    const uncaught: string[] = []
    Object.assign(globalThis, { uncaught, windows: BrowserWindow.getAllWindows().length })
    process.on('uncaughtException', (error) => uncaught.push(String(error)))
    process.on('unhandledRejection', (error) => uncaught.push(String(error)))
  })
  const answers = await page.evaluate(async (names) => {
    const { quarterdeck } = window as unknown as { quarterdeck: Record<string, (...input: unknown[]) => Promise<unknown>> }
    let deep: unknown = 'deep'
    for (let at = 0; at < 500; at++) deep = [{ kinds: deep }]
    const odd = [
      null, 0, -0, NaN, Infinity, true, '', 'plan', '\ud800', '\u0000', 'x'.repeat(1_000_000), [], {}, [[]], [undefined], new Date(NaN), /a/, new Map([['busy', true]]), new Set(['plan']),
      new Uint8Array(9), new Error('x'), deep, Array.from({ length: 5_000 }, () => 'plan'), { url: 1 }, { url: 'https://example.org/', path: '/etc/passwd' }, { kinds: [] }, { kinds: ['plan', 'x'] },
      { kind: 'plan', suggestedName: '', text: '', token: null }, { kind: 'plan', suggestedName: 'a', text: 'x', token: 'file-../../../../../etc' }, { theme: 'Dark' }, { theme: ['dark'] }, { busy: 'true' },
      { commands: [{}] }, { commands: { length: 1 } }, JSON.parse('{"__proto__":{"busy":true}}'), { constructor: { prototype: {} } },
    ] as const
    const said: Record<string, number> = {}
    for (const name of names) {
      for (const value of odd) {
        const answer = await quarterdeck[name]?.(value).then(() => `${name} answered`, (error: unknown) => (error instanceof Error ? error.message.replace(/^.*Error: /, '') : 'no error'))
        said[answer ?? 'no such call'] = (said[answer ?? 'no such call'] ?? 0) + 1
      }
    }
    return said
  }, callNames)
  expect(Object.keys(answers)).toEqual(['refused'])
  expect(answers['refused']).toBeGreaterThan(300)
  expect(await app.evaluate(({ BrowserWindow }) => [(globalThis as unknown as { uncaught: unknown }).uncaught, BrowserWindow.getAllWindows().length])).toEqual([[], 1])
  expect((await call(page, 'appInfo', undefined)).name).toBe('Quarterdeck')
})
