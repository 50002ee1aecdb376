import { app } from 'electron'

/** What Chromium does over the network by itself, each switched off. Nothing the planner does needs any of it. */
const quietSwitches = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'dns-prefetch-disable',
  'no-pings',
  // without it Chromium may ask the network itself which proxy there is, before anything is requested
  'no-proxy-server',
] as const

/**
 * Nothing leaves the computer unasked. There is no updater, no report of crashes and no feed to look at; what Chromium
 * would do on its own is switched off. Must run before the app is ready: Chromium reads its switches then.
 */
export function stayInside(): void {
  for (const name of quietSwitches) app.commandLine.appendSwitch(name)
  app.on('session-created', (session) => {
    // macOS checks spelling with dictionaries of its own; elsewhere Chromium would fetch one
    if (process.platform !== 'darwin') session.setSpellCheckerEnabled(false)
  })
}
