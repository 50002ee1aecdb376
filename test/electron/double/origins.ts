/**
 * Chromium refuses schemes it does not know before anything can be intercepted, so its pages see a stand-in:
 * `https://app.quarterdeck.test/x` for `quarterdeck://app/x`. Main sees its own scheme everywhere.
 */
const standIn = /^https:\/\/([a-z]+)\.([a-z]+)\.test(?=\/|$)/

/** What main is told of an address in a page. */
export function toMain(address: string): string {
  return address.replace(standIn, '$2://$1')
}

/** Where a page really is for an address that main names. */
export function toPage(address: string): string {
  return address.replace(/^([a-z]+):\/\/([a-z]+)(?=\/|$)/, (whole, scheme: string, host: string) =>
    schemes.has(scheme) ? `https://${host}.${scheme}.test` : whole,
  )
}

/** The schemes main has declared as standard and secure. */
export const schemes = new Set<string>()

/** The origin of an address as main has it; `null` as of a page that has none. */
export function originOf(address: string): string {
  return /^[a-z]+:\/\/[^/]+/.exec(address)?.[0] ?? 'null'
}
