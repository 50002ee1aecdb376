import type { Page } from 'playwright-core'

/** Has these calls to the second copy of a browser answered as where there is no room, and all others as ever. */
export async function refuseCopies(page: Page, calls: readonly ('append' | 'write')[]): Promise<void> {
  await page.evaluate((refused) => {
    const own = Worker.prototype as Worker & { usual?: Worker['postMessage'] }
    own.usual ??= own.postMessage
    const { usual } = own
    own.postMessage = function answer(this: Worker, call: { readonly id: number; readonly name: string }) {
      if (refused.some((name) => name === call.name)) this.dispatchEvent(new MessageEvent('message', { data: { id: call.id, answer: { ok: false, reason: 'full' } } }))
      else usual.call(this, call)
    }
  }, calls)
}
