import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serve } from '../../build/start/server.ts'
import { launchChromium } from '../chromium/launch.ts'
import type { attempts, tryAll } from './policy-attempts.ts'

// A page under the planner's policy that was broken into, in a real Chromium; and somebody outside who waits for it to call.

let folder: string
let served: Served
let outside: Server
let heard: string[]
let strays: string[]
let page: Page
let close: () => Promise<void>

const foreign = (): string => `http://127.0.0.1:${(outside.address() as AddressInfo).port}`

beforeAll(async () => {
  heard = []
  strays = []
  outside = createServer(({ method = '', url = '' }, response) => {
    heard.push(`${method} ${url}`)
    response.setHeader('Access-Control-Allow-Origin', '*').end('ran.push("from outside")')
  })
  outside.on('upgrade', ({ url = '' }, socket) => {
    heard.push(`upgrade ${url}`)
    socket.destroy()
  })
  await new Promise<void>((ready) => outside.listen(0, '127.0.0.1', ready))
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-policy-'))
  const script = await readFile(join(import.meta.dirname, 'policy-attempts.ts'), 'utf8')
  await writeFile(join(folder, 'attempts.js'), stripTypeScriptTypes(script))
  await writeFile(join(folder, 'listen.js'), listening)
  await writeFile(join(folder, 'start.js'), "import { tryAll } from '/attempts.js'\nwindow.answers = await tryAll(new URL(location.href).searchParams.get('outside'))\n")
  await writeFile(join(folder, 'index.html'), `<!doctype html><title>Deck</title><script src="/listen.js"></script><script type="module" src="/start.js"></script><body></body>`)
  await writeFile(join(folder, 'markup.html'), markup(foreign()))
  served = await serve({ root: folder, port: 0 })
  const browser = await launchChromium({ strays })
  page = await browser.newPage()
  close = () => browser.close()
})

afterAll(async () => {
  await close()
  await served.close()
  outside.close()
  await rm(folder, { recursive: true })
})

/** The page's own list of what has run in it that should not have, and of what its policy said. */
const listening = `window.ran = []
window.said = []
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, lineNumber }) => said.push(effectiveDirective))
`

/** What a text that became markup would hold. */
function markup(address: string): string {
  return `<!doctype html><script src="/listen.js"></script><base href="${address}/base/"><link rel="stylesheet" href="${address}/style"><link rel="icon" href="${address}/icon">
<script>ran.push('script')</script><script src="${address}/a.js"></script><style>body { color: red }</style>
<body onload="ran.push('onload')"><p style="color: red" onclick="ran.push('onclick')">text</p><img src="/missing.png" onerror="ran.push('onerror')"><img src="${address}/picture">
<svg onload="ran.push('svg')"><image href="${address}/svg"></image></svg><iframe src="${address}/frame"></iframe><object data="${address}/object"></object><embed src="${address}/embed">
<video src="${address}/film" preload="auto"></video><details open ontoggle="ran.push('ontoggle')">more</details><input autofocus onfocus="ran.push('onfocus')">
<a id="link" href="javascript:ran.push('link')">link</a><form id="form" action="${address}/form"><button id="send">send</button></form></body>`
}

const ran = () => page.evaluate(() => (window as unknown as { ran: readonly string[] }).ran)

test('[X10] nothing that a page which was broken into can try runs a text as script or reaches anybody outside', async () => {
  // the page begins by itself: what DevTools starts is not held to the policy
  await page.goto(`${served.url}/?outside=${encodeURIComponent(foreign())}`)
  await page.waitForFunction(() => 'answers' in window)
  const answers = await page.evaluate(() => (window as unknown as { answers: Awaited<ReturnType<typeof tryAll>> }).answers)
  const names: readonly (keyof typeof attempts)[] = Object.keys(answers)
  expect(names.length).toBeGreaterThan(55)
  expect(names.filter((name) => answers[name]?.length === 0)).toEqual([])
  expect([await ran(), heard]).toEqual([[], []])
  expect(new URL(page.url()).pathname).toBe('/') // nor has it gone anywhere
})

test('[X11] nor does what stands in markup', async () => {
  await page.goto(`${served.url}/markup.html`)
  for (const what of ['p', '#link', '#send']) await page.locator(what).dispatchEvent('click')
  const said = () => page.evaluate(() => (window as unknown as { said: readonly string[] }).said)
  await expect.poll(async () => count(await said())).toEqual({
    'base-uri': 1, 'form-action': 1, 'frame-src': 1, 'img-src': 3, 'media-src': 1, 'object-src': 2, 'script-src-attr': 6, 'script-src-elem': 3, 'style-src-attr': 1, 'style-src-elem': 2,
  })
  expect([await ran(), heard]).toEqual([[], []])
})

test('[X12] every end-to-end file fails when a page of it tries what the policy forbids or asks for anything beyond the planner', async () => {
  const held = (): readonly string[] => strays.filter((each) => each.startsWith('held back by the policy:'))
  expect(held().length).toBeGreaterThan(70)
  await page.goto(served.url)
  await page.evaluate(() => location.assign('https://planner.invalid/away'))
  await expect.poll(() => strays).toContain('a request to https://planner.invalid/away')
})

/** How often each stands in a list, by name. */
function count(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...new Set(names)].toSorted().map((name) => [name, names.filter((each) => each === name).length]))
}
