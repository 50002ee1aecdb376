import type { Ask } from '../ask.ts'
import type { ServerAccess } from '../share-places.ts'

/** Servers in Electron: main asks the person and lets the page through; secrets lie sealed by the computer's key store. */
export function createDesktopServers(ask: Ask): ServerAccess {
  let keeps: ServerAccess['keeps'] = 'nowhere' // until main has said otherwise, long before anybody can be asked for a secret
  void ask('secretsAreKept', undefined).then(
    (areKept) => {
      if (areKept) keeps = 'keyStore'
    },
    () => undefined, // a main that doesn't answer keeps nothing
  )
  return {
    get keeps() {
      return keeps
    },
    allow: (url) => ask('allowServer', { url }),
    keepSecret: (plan, secret) => ask('keepSecret', { plan, secret }).catch(() => false),
    secret: (plan) => ask('secret', { plan }).catch(() => null),
  }
}
