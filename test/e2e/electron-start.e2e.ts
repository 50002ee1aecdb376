import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { freePort } from '../exchange/free-port.ts'

const start = resolve(import.meta.dirname, '../../build/start/start.ts')

/** Starts the planner as `npm start` does, on a port of the test's own and without a screen. */
function run(options: { readonly args?: readonly string[]; readonly port: number }): ChildProcess {
  const env = { ...process.env, QUARTERDECK_PORT: String(options.port), DISPLAY: '', WAYLAND_DISPLAY: '' }
  return spawn(process.execPath, [start, ...(options.args ?? [])], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function listenOnAnyPort(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the output is not read')
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${String(code)}`)))
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [string]
  ended.catch(() => {
    // It is stopped in the end.
  })
  return line
}

test.runIf(process.platform === 'linux')('[E56] where no window can be shown, one sentence says why and where the planner is', async () => {
  const port = await freePort()
  const child = run({ port })
  expect(await firstLine(child)).toBe(`Quarterdeck runs in your browser because there is no screen for a window: http://127.0.0.1:${port}`)
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
  child.kill('SIGINT')
  const [code, signal] = (await once(child, 'exit')) as unknown[]
  // Ended by the signal itself: nobody listens for it, so Ctrl+C always works.
  expect([code, signal]).toEqual([null, 'SIGINT'])
})

test('[E57] --browser asks for the browser outright', async () => {
  const port = await freePort()
  const child = run({ args: ['--browser'], port })
  expect(await firstLine(child)).toBe(`Quarterdeck runs in your browser as you asked: http://127.0.0.1:${port}`)
  child.kill()
  await once(child, 'exit')
})

test('[E58] a port that is taken is said, and no other is tried', async () => {
  const { server, port } = await listenOnAnyPort()
  const child = run({ args: ['--browser'], port })
  if (child.stdout === null || child.stderr === null) throw new Error('the output is not read')
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit') as Promise<[number]>])
  server.close()
  expect([said, code]).toEqual(['', 1])
  expect(complained).toContain(`Port ${port} is taken, perhaps by Quarterdeck itself: http://127.0.0.1:${port}.`)
})

test('[E59] an option that does not exist is a misuse', async () => {
  const child = run({ args: ['--brwoser'], port: 0 })
  expect(await once(child, 'exit')).toEqual([2, null])
})
