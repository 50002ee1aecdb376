import { EventEmitter } from 'node:events'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'electron'
import { cancellable } from './events.ts'

type Used = 'enableSandbox' | 'exit' | 'getName' | 'getPath' | 'getVersion' | 'isPackaged' | 'isReady' | 'quit' | 'requestSingleInstanceLock' | 'setName' | 'setPath' | 'whenReady'

export class AppDouble extends EventEmitter implements Pick<App, Used> {
  /** A spec says so of a start that must think it is a release. */
  readonly isPackaged = process.env['QUARTERDECK_DOUBLE_PACKAGED'] === '1'
  name = ''
  release = ''
  /** Ends the browser; set when there is one. */
  whenFinished: () => Promise<void> = () => Promise.resolve()
  /** The windows, in the order they were made; the window class fills it. */
  readonly windows = new Set<{ close(): void; vanish(): void }>()
  quitting = false
  isLocked = false
  #paths = new Map<string, string>([['appData', process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')]])
  #ready = Promise.withResolvers<void>()
  #isReady = false

  becomeReady(): void {
    this.#isReady = true
    this.#ready.resolve()
    this.emit('ready')
  }

  /** The switches Chromium was given, which it reads when the app becomes ready. */
  readonly switches = new Map<string, string>()
  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => {
      if (this.#isReady) throw new Error('a switch that is appended after the app is ready is not heard')
      this.switches.set(name, value)
    },
    hasSwitch: (name: string): boolean => this.switches.has(name),
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  getName(): string {
    return this.name
  }

  setName(name: string): void {
    this.name = name
  }

  getVersion(): string {
    return this.release
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const path = this.#paths.get(name) ?? (name === 'userData' ? join(this.getPath('appData'), this.name) : null)
    if (path === null) throw new Error(`the double knows no path '${name}'`)
    return path
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  isReady(): boolean {
    return this.#isReady
  }

  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  /** A spec says so of a start that is not given it: the app is open already, or Electron can't write to the profile. */
  requestSingleInstanceLock(): boolean {
    this.isLocked = process.env['QUARTERDECK_DOUBLE_LOCKED'] === '1'
    return !this.isLocked
  }

  quit(): void {
    const event = cancellable()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.quitting = true
    for (const window of this.windows) window.close()
    if (this.windows.size === 0) this.#finish()
  }

  /** No page hears of it: each is gone before the browser ends, which would tell them. */
  /** At once where nothing has been started yet, as Electron does. */
  exit(code = 0): void {
    if (!this.#isReady) process.exit(code)
    for (const window of this.windows) window.vanish()
    setTimeout(() => void this.whenFinished().then(() => process.exit(code)), 100)
  }

  /** A window held itself open, which ends the quitting. */
  stay(): void {
    this.quitting = false
  }

  windowClosed(): void {
    if (this.windows.size > 0) return
    if (this.quitting) this.#finish()
    else if (!this.emit('window-all-closed')) this.quit()
  }

  #finish(): void {
    this.emit('will-quit', cancellable())
    this.emit('quit', cancellable(), 0)
    void this.whenFinished().then(() => process.exit(0))
  }
}

export const app = new AppDouble()
