import { lineTo } from './chromium.ts'
import { WebContents } from './web-contents.ts'

/** Follows which pages exist: one that a page opened by a link is closed, and one that is gone is told to main. */
export async function watchTargets(): Promise<void> {
  const browser = lineTo()
  browser.on('Target.targetCreated', ({ targetInfo: { openerId, targetId, type } }) => {
    if (type === 'page' && openerId !== undefined) void browser.send('Target.closeTarget', { targetId })
  })
  browser.on('Target.targetDestroyed', ({ targetId }) => WebContents.fromDevToolsTargetId(targetId)?.destroyed())
  await browser.send('Target.setDiscoverTargets', { discover: true })
}
