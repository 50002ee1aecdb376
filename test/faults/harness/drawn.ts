import type { BrowserContext, Page } from 'playwright-core'

/** What a page has drawn since it began. */
export interface Drawn {
  /** The columns of the first board that was drawn, each with its status and count; null when there was none. */
  readonly board: readonly string[] | null
  /** The words of the first start screen that was drawn, the names of plans among them. */
  readonly start: string | null
}

declare global {
  interface Window {
    drawnFirst: { board: readonly string[] | null; start: string | null }
  }
}

/** Has every page of the browser keep in mind what it draws first, from before its own scripts run. */
export async function recordDrawn(browser: BrowserContext): Promise<void> {
  await browser.addInitScript(() => {
    window.drawnFirst = { board: null, start: null }
    const columns = (): readonly string[] =>
      Array.from(document.querySelectorAll('main [data-status]:not([data-goal])'), (element) => element.getAttribute('aria-label') ?? element.textContent).filter((text) => text !== '')
    const look = (): void => {
      const { drawnFirst } = window
      if (drawnFirst.board === null && document.querySelector('[data-goal]') !== null) drawnFirst.board = columns()
      if (drawnFirst.start === null && document.querySelector('#start-title') !== null) drawnFirst.start = document.querySelector('main')?.textContent ?? ''
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-label', 'data-goal'] })
  })
}

export function drawnFirst(page: Page): Promise<Drawn> {
  return page.evaluate(() => window.drawnFirst)
}

/** The columns of the board as they stand now, in the words of `Drawn.board`. */
export function boardNow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Array.from(document.querySelectorAll('main [data-status]:not([data-goal])'), (element) => element.getAttribute('aria-label') ?? element.textContent).filter((text) => text !== ''))
}
