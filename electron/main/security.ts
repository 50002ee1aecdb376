import { app, type Session, type WebContents } from 'electron'
import type { AllowedServers } from './servers/allowed-servers.ts'
import { openOutside } from './outside.ts'
import { isAppPage, isOurRequest } from './origin.ts'

/**
 * Shuts every door that is not used. Must run before the app is ready, so that no session and no page comes before it.
 * @param servers whom a page may connect to, since a person said so
 */
export function refuseByDefault({ servers }: { readonly servers: Pick<AllowedServers, 'lets'> }): void {
  app.enableSandbox()
  app.on('session-created', (session) => restrictSession(session, servers))
  app.on('web-contents-created', (_event, contents) => restrictContents(contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault()
    callback(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault()
    callback()
  })
}

/** Writing cleaned text to the clipboard, after a click, is the one permission a planner needs. */
const allowedPermission = 'clipboard-sanitized-write'

function restrictSession(session: Session, servers: Pick<AllowedServers, 'lets'>): void {
  session.setPermissionRequestHandler((contents, permission, callback) => callback(isAllowed(contents, permission)))
  session.setPermissionCheckHandler(isAllowed)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null))
  session.webRequest.onBeforeRequest((details, callback) => {
    const ofDeveloper = !app.isPackaged && details.url.startsWith('devtools:')
    callback({ cancel: !isOurRequest(details.url) && !servers.lets(details) && !ofDeveloper })
  })
  session.on('will-download', (event) => event.preventDefault())
}

function isAllowed(contents: WebContents | null, permission: string): boolean {
  return permission === allowedPermission && contents !== null && isAppPage(contents.getURL())
}

function restrictContents(contents: WebContents): void {
  // A link to somewhere else opens in the person's own browser; no page ever opens a window here.
  contents.setWindowOpenHandler(({ url }) => {
    void openOutside(url)
    return { action: 'deny' }
  })
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isAppPage(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => details.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
