import { appHost, appOrigin, appScheme } from '../../shared/bridge/product.ts'

/** The one page there is. */
export const appPage = `${appOrigin}/`

/**
 * Whether an address is below `quarterdeck://app/`. Compared by its parts: `URL` gives a custom scheme the origin
 * `null`, and text that starts with `quarterdeck://app` may go on with `.evil` or `@evil`.
 */
export function isOurAddress(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === `${appScheme}:` &&
    url.host === appHost &&
    url.username === '' &&
    url.password === ''
  )
}

/** Whether an address is the page itself, apart from its query and fragment: the only thing a window may navigate to. */
export function isAppPage(address: string): boolean {
  return isOurAddress(address) && URL.parse(address)?.pathname === '/'
}

/** Whether a request stays inside: our files, and what the page itself made out of memory. */
export function isOurRequest(address: string): boolean {
  if (address.startsWith('data:')) return true
  return isOurAddress(address.startsWith('blob:') ? address.slice('blob:'.length) : address)
}
