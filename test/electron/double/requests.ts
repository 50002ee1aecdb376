import { cancellable } from './events.ts'
import type { Line } from './chromium.ts'
import { toMain } from './origins.ts'
import { serve } from './session.ts'
import type { WebContents } from './web-contents.ts'

/**
 * Every request of a page passes here: main may stop a navigation and cancel a request, serves its own scheme, and
 * there is no network behind it. The headers of main's answers go to Chromium, which enforces them.
 */
export async function interceptRequests(options: {
  readonly contents: WebContents
  readonly line: Line
  readonly target: string
}): Promise<void> {
  const { contents, line, target } = options
  line.on('Fetch.requestPaused', async ({ requestId, request, resourceType, frameId }) => {
    const url = toMain(request.url)
    const fail = (errorReason: 'Aborted' | 'BlockedByClient' | 'InternetDisconnected') => line.send('Fetch.failRequest', { requestId, errorReason })
    const isMainFrame = frameId === target
    const isNavigation = resourceType === 'Document'
    if (isNavigation && !(isMainFrame && url === contents.expected)) {
      const event = cancellable({ url, isMainFrame })
      contents.emit('will-frame-navigate', event)
      if (isMainFrame) contents.emit('will-navigate', event)
      if (event.defaultPrevented) return fail('Aborted')
    }
    if (isNavigation) contents.expected = null
    if (!(await contents.session.allows(url))) return fail('BlockedByClient')
    const initiator = isNavigation ? {} : { initiatorOrigin: contents.mainFrame.origin }
    const answer = await serve({ url, method: request.method, ...initiator })
    if (answer === null) return fail('InternetDisconnected')
    return line.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: answer.status,
      responseHeaders: [...answer.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await answer.arrayBuffer()).toString('base64'),
    })
  })
  await line.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}
