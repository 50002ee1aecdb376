import { isExternalAddress } from '../../shared/bridge/external-address.ts'
import { product } from '../../shared/bridge/product.ts'
import { browserName, browserVersion } from './browser-name.ts'
import { createBrowserFolders } from './folders/browser-folders.ts'
import { createBrowserOpening } from './browser-open.ts'
import { createBrowserRecent } from './browser-recent.ts'
import { createBrowserSaving } from './browser-save.ts'
import { createBrowserServers } from './servers/browser-servers.ts'
import type { Host } from './host.ts'
import { createOpfsCopies } from './opfs-copies.ts'
import { startCopiesWorker } from './start-copies-worker.ts'
import { withPatience } from './with-patience.ts'

/** The host in a browser: no native menu, no files from outside, and what the browser allows for the rest. */
export function createBrowserHost(): Host {
  const closing = new Set<() => void>()
  const recent = createBrowserRecent()
  let busy = false

  // The only way a page may hold its tab open: the browser asks, in its own words.
  window.addEventListener('beforeunload', (event) => {
    for (const listener of closing) listener()
    if (busy) event.preventDefault()
  })

  return {
    kind: 'browser',
    keepDamaged: () => Promise.resolve(false),
    copies: withPatience(createOpfsCopies({ start: startCopiesWorker })),
    recent,
    folders: createBrowserFolders(),
    servers: createBrowserServers(),
    openFile: createBrowserOpening(recent),
    saveFile: createBrowserSaving(recent),
    onOpenRequest: () => stop,
    setCommands: () => {},
    onCommand: () => stop,
    openExternal: (url) => Promise.resolve(openInNewTab(url)),
    info: () =>
      Promise.resolve({
        name: product.name,
        version: product.version,
        platform: 'browser',
        computerName: browserName(navigator.userAgent),
        runsOn: [browserVersion(navigator.userAgent)],
      }),
    showDataFolder: () => Promise.resolve(false),
    lastLogLines: () => Promise.resolve([]),
    newWindow() {
      window.open(location.href, '_blank', 'noopener')
      return Promise.resolve()
    },
    setTheme: () => {},
    setBusy(next) {
      busy = next
    },
    onCloseRequest(listener) {
      closing.add(listener)
      return () => void closing.delete(listener)
    },
  }
}

function stop(): void {
  // Nothing was ever listened to.
}

/** With `noopener` a browser does not tell whether it opened anything, so true means only that it was asked to. */
function openInNewTab(address: string): boolean {
  const url = URL.parse(address)
  if (url === null || !isExternalAddress(url)) return false
  window.open(url.href, '_blank', 'noopener,noreferrer')
  return true
}
