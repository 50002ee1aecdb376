import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serve } from '../../../build/start/server.ts'
import { safetyHeaders } from '../../../shared/bridge/content-policy.ts'

let folder: string
let served: Served

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-served-'))
  await mkdir(join(folder, 'built/assets'), { recursive: true })
  await writeFile(join(folder, 'built/index.html'), '<title>Deck</title>')
  await writeFile(join(folder, 'built/assets/a-B2c.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  served = await serve({ root: join(folder, 'built'), port: 0 })
})

afterAll(async () => {
  await served.close()
  await rm(folder, { recursive: true })
})

/** A request as it is written: `fetch` would tidy the path and insist on its own Host. */
async function ask(line: string, host = served.url.slice('http://'.length)): Promise<{ status: number; whole: string }> {
  const socket = connect(Number(new URL(served.url).port), '127.0.0.1')
  socket.write(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  const whole = await text(socket)
  return { status: Number(whole.slice(9, 12)), whole }
}

describe('[E50] the planner in a browser is served as in Electron', () => {
  test('on 127.0.0.1, with the same headers', async () => {
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const answer = await fetch(served.url)
    expect([answer.status, await answer.text()]).toEqual([200, '<title>Deck</title>'])
    for (const [name, value] of Object.entries(safetyHeaders)) expect(answer.headers.get(name)).toBe(value)
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('Cache-Control')).toBe('no-cache')
  })

  test('what has a hash in its name is kept for ever', async () => {
    const answer = await fetch(`${served.url}/assets/a-B2c.js?v=1`)
    expect(answer.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('Cache-Control')).toContain('immutable')
  })

  test('a HEAD has everything but the body', async () => {
    const { status, whole } = await ask('HEAD /')
    expect([status, whole.endsWith('\r\n\r\n')]).toEqual([200, true])
  })
})

describe('[E51] and gives nothing else to anybody', () => {
  test.each([
    'GET /../secret.txt',
    'GET /assets/../../secret.txt',
    'GET /%2e%2e/secret.txt',
    'GET /..%2fsecret.txt',
    'GET /..\\secret.txt',
    'GET //etc/passwd',
    'GET /missing.js',
    'GET /assets/',
    'GET http://127.0.0.1/../secret.txt',
  ])('%s finds nothing', async (line) => {
    const { status, whole } = await ask(line)
    expect(status).toBe(404)
    expect(whole).not.toContain('secret')
  })

  test.each(['evil.example', 'localhost:4517', '127.0.0.1', '127.0.0.1:1', '[::1]:4517', ''])('a Host of %j is told where the planner is', async (host) => {
    const { status, whole } = await ask('GET /', host)
    expect(status).toBe(421)
    expect(whole).toContain(`Quarterdeck is at ${served.url}`)
    expect(whole).not.toContain('<title>')
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not answered', async (method) => {
    expect((await ask(`${method} /`)).status).toBe(405)
  })
})

test('[E52] a port that is taken is an error, and a server that was closed gives it back', async () => {
  const port = Number(new URL(served.url).port)
  await expect(serve({ root: folder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  const other = await serve({ root: join(folder, 'built'), port: 0 })
  await fetch(other.url)
  await other.close()
  const again = await serve({ root: join(folder, 'built'), port: Number(new URL(other.url).port) })
  expect(again.url).toBe(other.url)
  await again.close()
})
