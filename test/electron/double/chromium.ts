import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { CDPSession } from 'playwright-core'
import { findChromium } from '../../chromium/find.ts'
import { serveSockets } from './sockets.ts'

/** A line to one page over the DevTools protocol, typed by Playwright's own declarations. */
export type Line = Pick<CDPSession, 'send' | 'on'>

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

let send: (message: object) => void = () => {
  throw new Error('the app is not ready')
}
let lastId = 0
const answers = new Map<number, PromiseWithResolvers<unknown>>()
const lines = new Map<string | undefined, EventEmitter>()

/** The line to the page with this session, or to the browser itself without one. */
export function lineTo(sessionId?: string): Line {
  const events = lines.get(sessionId) ?? new EventEmitter()
  lines.set(sessionId, events)
  const line = {
    send(method: string, params: object = {}) {
      const id = ++lastId
      const answer = Promise.withResolvers<unknown>()
      answers.set(id, answer)
      send({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })
      return answer.promise
    },
    on: (event: string, listener: (...args: unknown[]) => void) => events.on(event, listener),
  }
  return line as unknown as Line // the protocol's thousand overloads, served by one function
}

/**
 * Starts the test Chromium. The double talks to it over a pipe, so that it ends when the double does, however that
 * ends; `address` is where Playwright connects beside it.
 */
export async function startChromium(options: {
  readonly profile: string
}): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  await mkdir(options.profile, { recursive: true })
  const { executablePath, env } = await findChromium()
  const switches = ['--headless', '--no-sandbox', '--no-startup-window', '--no-first-run', '--disable-dev-shm-usage', '--disable-gpu']
  // Whatever gets past main finds no network.
  switches.push('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', `--proxy-server=${await serveSockets()}`, '--proxy-bypass-list=<-loopback>')
  const debugging = ['--remote-debugging-pipe', '--remote-debugging-port=0', `--user-data-dir=${options.profile}`]
  const program = spawn(executablePath, [...switches, ...debugging], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
  const exited = once(program, 'exit')
  const [, , errors, into, out] = program.stdio as [null, null, Readable, Writable, Readable]
  send = (message) => into.write(`${JSON.stringify(message)}\0`)
  listen(out)
  const address = Promise.withResolvers<string>()
  createInterface(errors).on('line', (line) => {
    const found = /^DevTools listening on (ws:.*)$/.exec(line)?.[1]
    if (found !== undefined) address.resolve(found)
  })
  void exited.then(([code]) => address.reject(new Error(`Chromium ended with ${String(code)}`)))
  return {
    address: await address.promise,
    async stop() {
      void lineTo().send('Browser.close')
      await exited
    },
  }
}

function listen(out: Readable): void {
  let rest = ''
  out.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\0')
    rest = parts.pop() ?? ''
    for (const part of parts) receive(JSON.parse(part) as Message)
  })
}

function receive(message: Message): void {
  if (message.id === undefined) {
    lines.get(message.sessionId)?.emit(message.method ?? '', message.params)
    return
  }
  const answer = answers.get(message.id)
  answers.delete(message.id)
  if (message.error === undefined) answer?.resolve(message.result)
  else answer?.reject(new Error(message.error.message))
}
