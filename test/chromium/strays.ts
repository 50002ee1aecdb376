import type { BrowserContext, Page, Request } from 'playwright-core'

/** What a page did that none may: asked somebody else for something, or was held back by its policy. Kept until a test file looks. */
const kept: string[] = []

/** What no test has expected since this was last asked. */
export function takeStrays(): readonly string[] {
  return kept.splice(0)
}

/** Marks what the page itself tells of its policy, among all that is written to the console. */
const mark = 'held back by the policy:'

/**
 * Listens to all pages of a browser for requests beyond the planner and for violations of its policy.
 * @param strays where they are put; a spec that provokes them has a list of its own, all others share one that must stay empty
 * @param servers those that a spec's pages are to connect to, as `ws://host:port`
 */
export async function watchForStrays(context: BrowserContext, strays: string[] = kept, servers: readonly string[] = []): Promise<void> {
  const homes = new Set(['https://app.quarterdeck.test']) // where the double has the app's own scheme
  context.on('request', (request) => {
    const { origin, protocol, hostname } = new URL(request.url())
    // the address of a page that a spec opens; what the page then asks for has to be there too
    if (isPage(request) && hostname === '127.0.0.1') homes.add(origin)
    const opened = protocol === 'file:' && isPage(request) // a saved report; no page of the web gets there by itself
    if (!homes.has(origin) && !opened && !['about:', 'data:'].includes(protocol)) strays.push(`a request to ${request.url()}`)
  })
  context.on('console', (message) => {
    const text = message.text()
    if (text.startsWith(mark) || /Content Security Policy|'Trusted(?:HTML|Script|ScriptURL)'/.test(text)) strays.push(text)
  })
  const listen = (page: Page): void => {
    page.on('websocket', (socket) => {
      if (!servers.includes(new URL(socket.url()).origin)) strays.push(`a WebSocket to ${socket.url()}`)
    })
  }
  for (const page of context.pages()) listen(page)
  context.on('page', listen)
  await context.addInitScript((said) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => console.info(said, effectiveDirective, blockedURI, sample))
  }, mark)
}

function isPage(request: Request): boolean {
  return request.isNavigationRequest() && request.resourceType() === 'document' && request.redirectedFrom() === null
}
