import { EventEmitter } from 'node:events'
import type { BrowserWindow as Real, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { app } from './app.ts'
import { cancellable } from './events.ts'
import { WebContents } from './web-contents.ts'

type Used =
  | 'close' | 'destroy' | 'focus' | 'getBounds' | 'getNormalBounds' | 'id' | 'isDestroyed' | 'isFocused' | 'isMaximized'
  | 'isMinimized' | 'isVisible' | 'loadURL' | 'maximize' | 'minimize' | 'reload' | 'restore' | 'setBounds' | 'show'

let lastId = 0
let focusedId = 0
const windows = new Map<number, BrowserWindow>()

/** A window as a record of what was asked of it; the page in it is real. */
export class BrowserWindow extends EventEmitter implements Pick<Real, Used> {
  readonly id = ++lastId
  readonly webContents: WebContents
  readonly options: BrowserWindowConstructorOptions
  #bounds: Rectangle
  #visible: boolean
  #maximized = false
  #minimized = false
  #destroyed = false

  constructor(options: BrowserWindowConstructorOptions = {}) {
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    super()
    const { x = 0, y = 0, width = 800, height = 600, show = true, webPreferences = {} } = options
    this.options = options
    this.#bounds = { x, y, width, height }
    this.#visible = show
    this.webContents = new WebContents({ preferences: webPreferences, width, height })
    this.webContents.on('double:close', () => this.close())
    this.webContents.on('destroyed', () => this.#closed())
    windows.set(this.id, this)
    app.windows.add(this)
    app.emit('web-contents-created', cancellable(), this.webContents)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()]
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  static getFocusedWindow(): BrowserWindow | null {
    return windows.get(focusedId) ?? null
  }

  async loadURL(address: string): Promise<void> {
    await this.webContents.load(address)
    this.emit('ready-to-show')
  }

  reload(): void {
    void this.webContents.reload()
  }

  close(): void {
    if (this.#destroyed) return
    const event = cancellable()
    this.emit('close', event)
    if (event.defaultPrevented) app.stay()
    else this.destroy()
  }

  destroy(): void {
    void this.webContents.end()
  }

  vanish(): void {
    this.webContents.removeAllListeners('render-process-gone')
    this.webContents.forcefullyCrashRenderer()
  }

  show(): void {
    this.#visible = true
    this.focus()
  }

  focus(): void {
    focusedId = this.id
    this.emit('focus')
  }

  minimize(): void {
    this.#minimized = true
  }

  restore(): void {
    this.#minimized = false
  }

  maximize(): void {
    this.#maximized = true
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds }
  }

  getBounds = (): Rectangle => this.#bounds
  getNormalBounds = (): Rectangle => this.#bounds
  isDestroyed = (): boolean => this.#destroyed
  isFocused = (): boolean => focusedId === this.id
  isMaximized = (): boolean => this.#maximized
  isMinimized = (): boolean => this.#minimized
  isVisible = (): boolean => this.#visible

  #closed(): void {
    this.#destroyed = true
    windows.delete(this.id)
    app.windows.delete(this)
    this.emit('closed')
    app.windowClosed()
  }
}
