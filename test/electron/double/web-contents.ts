import { EventEmitter } from 'node:events'
import type { WebContents as Real, WebPreferences } from 'electron'
import { type Line, lineTo } from './chromium.ts'
import { cancellable } from './events.ts'
import { answerInvoke } from './ipc-main.ts'
import { originOf, toMain, toPage } from './origins.ts'
import { settlePermissions } from './permissions.ts'
import { binding, preloadScript, receiver } from './preload-script.ts'
import { interceptRequests } from './requests.ts'
import { type SessionDouble, session } from './session.ts'
import { fromWire, toWire } from './wire.ts'

type Used = 'close' | 'executeJavaScript' | 'forcefullyCrashRenderer' | 'getURL' | 'id' | 'isDestroyed' | 'send' | 'setWindowOpenHandler'

let lastId = 0
const byTarget = new Map<string, WebContents>()

/** A page in the test Chromium, seen from main. */
export class WebContents extends EventEmitter implements Pick<Real, Used> {
  readonly id = ++lastId
  readonly session: SessionDouble = session.defaultSession
  readonly mainFrame = { origin: 'null', url: '', parent: null }
  /** The address main itself asked for, until its request has come. */
  expected: string | null = null
  arriving: string | null = null
  #target = ''
  #line: Promise<Line>
  #destroyed = false
  #answerOpen: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse = () => ({ action: 'allow' })

  /** As in Electron it is left out of the declarations, and reports what a page was started with. */
  readonly getLastWebPreferences: () => WebPreferences

  constructor(options: { readonly preferences: WebPreferences; readonly width: number; readonly height: number }) {
    super()
    this.getLastWebPreferences = () => ({ ...options.preferences })
    this.#line = this.#create(options)
  }

  static fromDevToolsTargetId(target: string): WebContents | undefined {
    return byTarget.get(target)
  }

  async load(address: string): Promise<void> {
    const line = await this.#line
    const loaded = Promise.withResolvers<void>()
    line.on('Page.loadEventFired', () => loaded.resolve())
    this.expected = withoutFragment(address)
    const { errorText } = await line.send('Page.navigate', { url: toPage(address) })
    if (errorText !== undefined) throw new Error(`${errorText} (-1) loading '${address}'`)
    await loaded.promise
    await settlePermissions(this)
  }

  /** Loads the page anew where it is, also one whose process is gone. */
  async reload(): Promise<void> {
    const line = await this.#line
    const loaded = Promise.withResolvers<void>()
    line.on('Page.loadEventFired', () => loaded.resolve())
    this.expected = withoutFragment(this.getURL())
    await line.send('Page.reload')
    await loaded.promise
  }

  forcefullyCrashRenderer(): void {
    // nobody is left to answer it
    void this.#line.then((line) => line.send('Page.crash')).catch(() => undefined)
  }

  async executeJavaScript(expression: string): Promise<unknown> {
    const line = await this.#line
    const { result, exceptionDetails } = await line.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  send(channel: string, ...args: unknown[]): void {
    this.post(toWire({ channel, args }))
  }

  /** Hands a text to the page's side of the double. */
  post(text: string): void {
    const expression = `globalThis[Symbol.for(${JSON.stringify(receiver)})]?.(${JSON.stringify(text)})`
    void this.#line.then((line) => line.send('Runtime.evaluate', { expression })).catch(() => {
      // The page went away meanwhile; Electron drops such messages too.
    })
  }

  setWindowOpenHandler(handler: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse): void {
    this.#answerOpen = handler
  }

  getURL(): string {
    return this.mainFrame.url
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  close(): void {
    this.emit('double:close')
  }

  async end(): Promise<void> {
    await this.#line
    await lineTo().send('Target.closeTarget', { targetId: this.#target })
  }

  destroyed(): void {
    this.#destroyed = true
    byTarget.delete(this.#target)
    this.emit('destroyed')
  }

  async #create(options: { readonly preferences: WebPreferences; readonly width: number; readonly height: number }): Promise<Line> {
    const { preferences, width, height } = options
    const { targetId } = await lineTo().send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })
    this.#target = targetId
    byTarget.set(targetId, this)
    const { sessionId } = await lineTo().send('Target.attachToTarget', { targetId, flatten: true })
    const line = lineTo(sessionId)
    line.on('Runtime.bindingCalled', ({ payload }) => this.#receive(payload))
    line.on('Page.windowOpen', ({ url }) => this.#open(url))
    line.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#moved(toMain(frame.url))
    })
    line.on('Page.navigatedWithinDocument', ({ url }) => this.#moved(toMain(url)))
    line.on('Inspector.targetCrashed', () => this.emit('render-process-gone', cancellable(), { reason: 'crashed', exitCode: 5 }))
    await Promise.all([
      line.send('Page.enable'),
      line.send('Inspector.enable'),
      line.send('Runtime.enable'),
      line.send('Runtime.addBinding', { name: binding }),
      interceptRequests({ contents: this, line, target: targetId }),
    ])
    const source = preloadScript({
      path: preferences.preload ?? '',
      preferences: { sandboxed: preferences.sandbox ?? true, contextIsolated: preferences.contextIsolation ?? true },
    })
    await line.send('Page.addScriptToEvaluateOnNewDocument', { source })
    return line
  }

  #moved(address: string): void {
    if (!address.startsWith('about:')) this.arriving = null
    Object.assign(this.mainFrame, { url: address, origin: originOf(address) })
    if (!address.startsWith('about:')) this.emit('did-navigate')
  }

  #receive(text: string): void {
    const message = fromWire(text) as { readonly opened?: string }
    if (message.opened !== undefined) this.#open(message.opened)
    else void answerInvoke(this, text)
  }

  #open(address: string): void {
    const { action } = this.#answerOpen({ url: toMain(address) } as Electron.HandlerDetails)
    if (action !== 'deny') throw new Error('the double opens no windows for pages')
  }
}

/** Requests are made without what stands after #. */
function withoutFragment(address: string): string {
  return address.split('#')[0] ?? ''
}
