import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFiles, root } from './tracked.ts'

const sources = projectFiles().filter((path) => /^(?:electron\/(?:main|preload)|renderer|shared)\/.*\.tsx?$/.test(path))

/** What opens a connection, in Node, in Electron and in a page. */
const ways: readonly (readonly [string, RegExp])[] = [
  ['a module of Node', /(?:from|import|require)\s*\(?\s*['"](?:node:)?(?:net|http|https|http2|dgram|tls|dns|dns\/promises|child_process|cluster)['"]/],
  ['a part of Electron', /\b(?:autoUpdater|crashReporter|utilityProcess|ClientRequest|inAppPurchase)\b|\bnet\s*[,}.].*from 'electron'|\{[^}]*\bnet\b[^}]*\} from 'electron'/],
  ['a call of the web', /(?<![\w.])fetch\s*\(|\b(?:globalThis|window|self|session\w*)\.fetch\b|\bnew (?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|\bsendBeacon\b|\bimportScripts\b/],
  ['a server', /from '@nats-io\/|\bwsconnect\s*\(/],
  ['a service of Chromium', /\bsetSpellCheckerDictionaryDownloadURL\b|\bdownloadURL\b|\bserviceWorker\.register\b/],
]

/** The one place that connects, to a server whose address a person gave. */
const connects = 'renderer/host/nats/'

test('[G19] nothing that ships opens a connection but to the server a person gave: there is no updater, no crash report, and no request but for the app itself', () => {
  const found = sources.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    return ways.filter(([, way]) => way.test(text)).map(([name]) => `${path}: ${name}`)
  })
  expect(sources.length).toBeGreaterThan(300)
  expect(found.filter((each) => !(each.startsWith(connects) && each.endsWith(': a server')))).toEqual([])
  expect(sources.filter((path) => readFileSync(join(root, path), 'utf8').includes('wsconnect('))).toEqual([`${connects}open-session.ts`])
})

test.each([
  "import { request } from 'node:https'",
  "import net from 'net'",
  "const { autoUpdater } = electron",
  "import { app, net } from 'electron'",
  "await fetch('https://example.org')",
  'globalThis.fetch(url)',
  'new WebSocket(url)',
  'navigator.sendBeacon(url)',
  "import { wsconnect } from '@nats-io/nats-core'",
  'await wsconnect({ servers })',
])('[G19] the test would see it: %s', (line) => {
  expect(ways.some(([, way]) => way.test(line))).toBe(true)
})

test('[G18] the log is told codes and counts: no fact has the name of something that people write', () => {
  const facts = sources
    .filter((path) => path.startsWith('electron/main/'))
    .flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/\blog\('([^']*)'(?:, (\{[^}]*\}))?\)/g)].map(([, event = '', given = '']) => ({ path, event, given })))
  expect(facts.length).toBeGreaterThan(15)
  const namesOf = (given: string): readonly string[] => given.replace(/[{}]/g, '').split(',').map((part) => part.split(':')[0]?.trim() ?? '')
  expect(facts.filter(({ given }) => namesOf(given).some((name) => /name|path|title|text|folder|file|message|url|error/i.test(name)))).toEqual([])
})
