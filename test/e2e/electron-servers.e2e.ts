import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { words } from '../../electron/main/words.ts'
import { makeBareApp } from '../electron/bare-app.ts'
import { call, type Launched, launchApp } from '../electron/launch.ts'
import { serveWebSockets, type SocketServer } from '../electron/socket-server.ts'

// Servers, and what lets one in there, in the compiled main. Two servers wait outside: one that a person allows, and another.

let folder: string
let bare: string
let known: SocketServer
let other: SocketServer
let launched: Launched

const start = async (env: Readonly<Record<string, string>> = {}): Promise<void> => {
  launched = await launchApp({ profile: join(folder, 'profile'), folder: bare, servers: [known.url, other.url], env })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-servers-'))
  bare = await makeBareApp({ folder })
  ;[known, other] = await Promise.all([serveWebSockets(), serveWebSockets()])
  await start()
})

afterAll(async () => {
  await launched.app.close()
  await Promise.all([known.close(), other.close()])
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** Whether a page of the app gets through to a server. */
function opens(url: string): Promise<boolean> {
  return launched.page.evaluate(
    (address) =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(address)
        socket.onopen = () => resolve(true)
        socket.onerror = () => resolve(false)
      }),
    url,
  )
}

/** Answers main's question as a person would, and keeps what was asked. */
async function answerWith(button: string): Promise<void> {
  await launched.app.evaluate(({ dialog }, wanted) => {
    Object.assign(globalThis, { questions: [] })
    dialog.showMessageBox = ((_window: unknown, { message, buttons = [] }: Electron.MessageBoxOptions) => {
      ;(globalThis as unknown as { questions: string[] }).questions.push(message)
      return Promise.resolve({ response: buttons.indexOf(wanted), checkboxChecked: false })
    }) as typeof dialog.showMessageBox
  }, button)
}

const questions = (): Promise<readonly string[]> => launched.app.evaluate(() => (globalThis as unknown as { questions: string[] }).questions)

test('[O30] a WebSocket that no person allowed is cancelled before it leaves, whatever the policy lets pass', async () => {
  expect(await opens(`${known.url}/before`)).toBe(false)
  expect(known.heard).toEqual([])
})

test('[O31] a person who says no is asked again another time, and nothing goes out', async () => {
  await answerWith(words.allowServer.refuse)
  expect(await call(launched.page, 'allowServer', { url: known.url })).toBe(false)
  expect(await call(launched.page, 'allowServer', { url: known.url })).toBe(false)
  expect(await questions()).toHaveLength(2)
  expect(await opens(`${known.url}/refused`)).toBe(false)
  expect(known.heard).toEqual([])
})

test('[O32] a server that a person allowed is let through, that one and no other, and is asked about once', async () => {
  await answerWith(words.allowServer.allow)
  expect(await call(launched.page, 'allowServer', { url: known.url })).toBe(true)
  expect(await call(launched.page, 'allowServer', { url: `${known.url}/somewhere` })).toBe(true)
  expect(await questions()).toEqual([words.allowServer.message(known.url.slice('ws://'.length))])
  expect([await opens(`${known.url}/allowed`), await opens(`${other.url}/other`)]).toEqual([true, false])
  expect([known.heard, other.heard]).toEqual([['/allowed'], []])
})

test.each(['https://example.org/', 'ws://example.org/', 'wss://user:word@example.org/', 'nats://127.0.0.1:4222', 'wss://[::1', 'file:///etc/passwd', ''])('[O33] nobody is asked about %s, which is no server', async (url) => {
  await answerWith(words.allowServer.allow)
  expect(await call(launched.page, 'allowServer', { url })).toBe(false)
  expect(await questions()).toEqual([])
})

test('[O34] a secret is kept sealed by the key store, and given back after a new start', async () => {
  const secret = 'the word of a server'
  const plan = 'plan:abcdefghij'
  expect(await call(launched.page, 'secretsAreKept', undefined)).toBe(true)
  expect(await call(launched.page, 'keepSecret', { plan, secret })).toBe(true)
  const kept = await readFile(join(folder, 'profile/secrets.json'), 'utf8')
  expect([kept.includes(secret), kept.includes(Buffer.from(secret).toString('base64'))]).toEqual([false, false])
  await launched.app.close()
  await start()
  expect(await call(launched.page, 'secret', { plan })).toBe(secret)
  expect(await call(launched.page, 'secret', { plan: 'plan:other' })).toBeNull()
  expect(await opens(`${known.url}/again`)).toBe(true) // what a person allowed is allowed in the next start too
  expect(await call(launched.page, 'keepSecret', { plan, secret: null })).toBe(true)
  expect(await call(launched.page, 'secret', { plan })).toBeNull()
})

test('[O35] where the key store keeps nothing from others no secret is kept, and the page is told', async () => {
  for (const keys of ['basic_text', 'none']) {
    await launched.app.close()
    await start({ QUARTERDECK_DOUBLE_KEYS: keys })
    expect(await call(launched.page, 'secretsAreKept', undefined)).toBe(false)
    expect(await call(launched.page, 'keepSecret', { plan: 'plan:abcdefghij', secret: 'a word' })).toBe(false)
    expect(await call(launched.page, 'secret', { plan: 'plan:abcdefghij' })).toBeNull()
  }
})
