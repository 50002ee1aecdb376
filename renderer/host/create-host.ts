import type { Bridge } from '../../shared/bridge/contract.ts'
import { createBrowserHost } from './browser.ts'
import { createDesktopHost } from './desktop.ts'
import type { Host } from './host.ts'

/** What the planner runs in: Electron when its preload has put the bridge there, else a browser. Called once, at the start. */
export function createHost(): Host {
  const { quarterdeck } = window as { readonly quarterdeck?: Bridge }
  return quarterdeck === undefined ? createBrowserHost() : createDesktopHost(quarterdeck)
}
