import { readFileSync } from 'node:fs'
import type { fromWire as FromWire, toWire as ToWire } from './wire.ts'
import { fromWire, toWire } from './wire.ts'

/** The function through which a page's preload talks to the double; taken away before the page's own scripts run. */
export const binding = '__electronDouble'

/** Under this symbol the double reaches the page. */
export const receiver = 'electron-double'

interface Preferences {
  readonly sandboxed: boolean
  readonly contextIsolated: boolean
}

/** The text that runs in each new page before its own scripts: Electron's renderer side, then the preload. */
export function preloadScript(options: { readonly path: string; readonly preferences: Preferences }): string {
  const source = readFileSync(options.path, 'utf8')
  const given = JSON.stringify({ binding, receiver, preferences: options.preferences })
  // A sandboxed preload is CommonJS and may require almost nothing; an ES module is a syntax error here as there.
  return `(() => {
    const { require, process } = (${installElectron.toString()})(${given}, ${toWire.toString()}, ${fromWire.toString()});
    if (window !== window.top) return;
    const module = { exports: {} };
    (function (require, module, exports, process) {${source}\n})(require, module, module.exports, process);
  })()`
}

/** Runs in the page, as text: it may use nothing but what it is given. */
function installElectron(
  given: { readonly binding: string; readonly receiver: string; readonly preferences: Preferences },
  toText: typeof ToWire,
  fromText: typeof FromWire,
): { readonly require: (name: string) => unknown; readonly process: Preferences } {
  const page = globalThis as unknown as Record<string | symbol, unknown>
  const post = page[given.binding] as (text: string) => void
  delete page[given.binding]
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const listeners = new Map<string, Set<(event: object, ...args: unknown[]) => void>>()

  page['open'] = (address = '') => {
    post(toText({ opened: new URL(String(address), location.href).href }))
    return null
  }
  const receive = (text: string): void => {
    const message = fromText(text) as { number?: number; error?: string; value?: unknown; channel?: string; args?: unknown[] }
    if (message.channel !== undefined) {
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...(message.args ?? []))
    } else if (message.error !== undefined) waiting.get(message.number ?? 0)?.reject(new Error(message.error))
    else waiting.get(message.number ?? 0)?.resolve(message.value)
  }
  Object.defineProperty(page, Symbol.for(given.receiver), { value: receive })

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const number = waiting.size + 1
      const answer = Promise.withResolvers<unknown>()
      waiting.set(number, answer)
      post(toText({ number, channel, args }))
      return answer.promise
    },
    on(channel: string, listener: (event: object, ...args: unknown[]) => void): void {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    },
    off: (channel: string, listener: (event: object, ...args: unknown[]) => void) => listeners.get(channel)?.delete(listener),
  }

  // Across the bridge functions are proxied and everything else is copied.
  const pass = (value: unknown): unknown => {
    if (typeof value === 'function') return (...args: unknown[]) => pass((value as (...a: unknown[]) => unknown)(...args.map(pass)))
    return value instanceof Promise ? value.then(pass) : structuredClone(value)
  }
  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return pass(value)
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, freeze(part)])))
  }
  const contextBridge = {
    exposeInMainWorld(name: string, api: unknown): void {
      if (!given.preferences.contextIsolated) throw new Error('contextBridge API can only be used when contextIsolation is enabled')
      Object.defineProperty(page, name, { value: freeze(api), enumerable: true })
    },
  }
  const webUtils = {
    getPathForFile(file: unknown): string {
      if (!(file instanceof File)) throw new TypeError('not a File')
      return (page['droppedPaths'] as Record<string, string> | undefined)?.[file.name] ?? ''
    },
  }
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return { contextBridge, ipcRenderer, webUtils }
  }
  return { require, process: given.preferences }
}
