import { parseServerAddress } from '../../../shared/share/server/server-address.ts'
import type { ServerAccess } from '../share-places.ts'

const keyOf = (plan: string): string => `quarterdeck-secret:${plan}`

/**
 * Servers in a browser, which has no key store: a secret lies open in what this origin keeps, where others who use this
 * browser profile can read it, and only if a person wanted it kept.
 */
export function createBrowserServers(): ServerAccess {
  const attempt = <T>(act: () => T, otherwise: T): Promise<T> => {
    try {
      return Promise.resolve(act())
    } catch {
      return Promise.resolve(otherwise) // a browser that is told to keep nothing
    }
  }
  return {
    keeps: 'browser',
    allow: (url) => Promise.resolve(parseServerAddress(url).ok),
    keepSecret: (plan, secret) =>
      attempt(() => {
        if (secret === null) localStorage.removeItem(keyOf(plan))
        else localStorage.setItem(keyOf(plan), secret)
        return localStorage.getItem(keyOf(plan)) === secret
      }, false),
    secret: (plan) => attempt(() => localStorage.getItem(keyOf(plan)), null),
  }
}
