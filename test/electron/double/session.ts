import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { Protocol, Session } from 'electron'
import { app } from './app.ts'
import { schemes } from './origins.ts'

type BeforeRequest = (details: Electron.OnBeforeRequestListenerDetails, callback: (response: Electron.CallbackResponse) => void) => void
type CheckPermission = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
type RequestPermission = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type Permission = Parameters<CheckPermission>[1] & Parameters<RequestPermission>[1]
type Serve = (request: Request) => Response | Promise<Response>
type Used = 'flushStorageData' | 'setSpellCheckerEnabled' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler' | 'storagePath'

export class SessionDouble extends EventEmitter implements Pick<Session, Used> {
  #checkPermission: CheckPermission = () => true
  #requestPermission: RequestPermission = (_contents, _permission, callback) => callback(true)
  #beforeRequest: BeforeRequest = (_details, callback) => callback({})

  /** In Electron the profile itself; here Chromium keeps its own below. */
  readonly storagePath = join(app.getPath('userData'), 'double', 'Default')

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.#beforeRequest = listener
    },
  }

  setPermissionCheckHandler(handler: CheckPermission | null): void {
    this.#checkPermission = handler ?? (() => true)
  }

  setPermissionRequestHandler(handler: RequestPermission | null): void {
    this.#requestPermission = handler ?? ((_contents, _permission, callback) => callback(true))
  }

  isSpellChecked = true

  setSpellCheckerEnabled(on: boolean): void {
    this.isSpellChecked = on
  }

  /** Chromium's own closing writes what is outstanding. */
  flushStorageData(): void {}
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}

  /** Whether main grants a permission. Looking and asking are answered by two handlers, and one alone is a hole. */
  async grants(asked: { readonly contents: object; readonly name: Permission; readonly origin: string; readonly url: string }): Promise<boolean> {
    const contents = asked.contents as Electron.WebContents // main asks no more of it than which one it is
    const details = { isMainFrame: true, requestingUrl: asked.url }
    const answer = Promise.withResolvers<boolean>()
    this.#requestPermission(contents, asked.name, answer.resolve, details as Electron.PermissionRequest)
    const looked = this.#checkPermission(contents, asked.name, asked.origin, details)
    if (looked !== (await answer.promise)) throw new Error(`main is of two minds about the permission '${asked.name}'`)
    return looked
  }

  /** Whether main lets a request go on. */
  async allows(url: string): Promise<boolean> {
    const answer = Promise.withResolvers<Electron.CallbackResponse>()
    this.#beforeRequest({ url } as Electron.OnBeforeRequestListenerDetails, answer.resolve)
    return (await answer.promise).cancel !== true
  }

  /** Like the real one, subject to the same rule as a page; there is no network behind it. */
  async fetch(url: string): Promise<Response> {
    if (!(await this.allows(url))) throw new Error('net::ERR_BLOCKED_BY_CLIENT')
    const serve = served.get(url.slice(0, url.indexOf(':')))
    if (serve === undefined) throw new Error('net::ERR_INTERNET_DISCONNECTED')
    return serve(new Request(url))
  }
}

const served = new Map<string, Serve>()
let defaultSession: SessionDouble | null = null

export const session = {
  /** Made when it is first asked for, which must not be before the app is ready. */
  get defaultSession(): SessionDouble {
    if (!app.isReady()) throw new Error('Session can only be received when app is ready')
    if (defaultSession === null) {
      defaultSession = new SessionDouble()
      app.emit('session-created', defaultSession)
    }
    return defaultSession
  },
}

export const protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'> = {
  registerSchemesAsPrivileged(declared) {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of declared) {
      if (privileges?.standard === true && privileges.secure === true) schemes.add(scheme)
    }
  },
  handle(scheme, handler) {
    void session.defaultSession
    served.set(scheme, handler as Serve)
  },
}

/** What main answers to a request for one of its own schemes; null when the scheme is not its own. */
export async function serve(request: { readonly url: string; readonly method: string; readonly initiatorOrigin?: string }): Promise<Response | null> {
  const handler = served.get(request.url.slice(0, request.url.indexOf(':')))
  if (handler === undefined) return null
  const asked = new Request(request.url, { method: request.method })
  if (request.initiatorOrigin !== undefined) Object.defineProperty(asked, 'initiatorOrigin', { value: request.initiatorOrigin })
  return handler(asked)
}
