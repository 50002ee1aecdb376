import type { Line } from './chromium.ts'
import { cancellable } from './events.ts'
import { originOf, toMain } from './origins.ts'
import type { Page } from './page.ts'
import { serve } from './session.ts'

interface Paused {
  readonly requestId: string
  readonly request: { readonly url: string; readonly method: string }
  readonly resourceType: string
  readonly frameId: string
}

interface Surroundings {
  readonly contents: Page
  readonly line: Line
  /** The page's target, which is also the name of its main frame. */
  readonly target: string
}

/**
 * Every request of a page passes here: main may stop a navigation and cancel a request, serves its own scheme, and
 * there is no network behind it. The headers of main's answers go to Chromium, which enforces them.
 */
export async function interceptRequests(surroundings: Surroundings): Promise<void> {
  const { line } = surroundings
  line.on('Fetch.requestPaused', (paused) => {
    const { requestId } = paused
    void decide(paused, surroundings)
      .then((answer) =>
        typeof answer === 'string'
          ? line.send('Fetch.failRequest', { requestId, errorReason: answer })
          : line.send('Fetch.fulfillRequest', { requestId, ...answer }),
      )
      .catch(() => {
        // The page has begun another request instead, or is gone: nobody waits for the answer.
      })
  })
  await line.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

async function decide({ request, resourceType, frameId }: Paused, { contents, target }: Surroundings) {
  const url = toMain(request.url)
  const isMainFrame = frameId === target
  const isNavigation = resourceType === 'Document'
  if (isNavigation && !(isMainFrame && url === contents.expected)) {
    const event = cancellable({ url, isMainFrame })
    contents.emit('will-frame-navigate', event)
    if (isMainFrame) contents.emit('will-navigate', event)
    if (event.defaultPrevented) return 'Aborted' as const
  }
  if (isNavigation) contents.expected = null
  if (!(await contents.session.allows(url))) return 'BlockedByClient' as const
  const initiator = isNavigation ? {} : { initiatorOrigin: contents.arriving ?? contents.mainFrame.origin }
  const answer = await serve({ url, method: request.method, ...initiator })
  if (answer === null) return 'InternetDisconnected' as const
  if (isNavigation && isMainFrame) contents.arriving = originOf(url)
  return {
    responseCode: answer.status,
    responseHeaders: [...answer.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await answer.arrayBuffer()).toString('base64'),
  }
}
