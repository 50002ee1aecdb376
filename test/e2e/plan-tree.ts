import type { Locator, Page } from 'playwright-core'

/** The tree of the plan screen, as its specs read and work it. */
export interface PlanTree {
  readonly row: (name: string | RegExp) => Locator
  /** The rows drawn, from the top, with as many points before the name as there are rows above it. */
  readonly rows: () => Promise<readonly string[]>
  /** The name of what has the focus. */
  readonly focused: () => Promise<string>
  /** What was said last to those who don't see. */
  readonly said: () => Promise<string>
  readonly press: (...keys: readonly string[]) => Promise<void>
  /** Shows the whole tree from its top. */
  readonly show: () => Promise<void>
  /** Takes back what a spec did. */
  readonly undoAll: () => Promise<void>
}

export function planTree(page: Page): PlanTree {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  return {
    press,
    row: (name) => page.getByRole('row', { name }).first(),
    rows: () =>
      page.evaluate(() =>
        [...document.querySelectorAll('[data-row]')]
          .toSorted((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
          .map((element) => `${'·'.repeat(Number(element.getAttribute('aria-level')) - 1)}${element.getAttribute('aria-label')}`),
      ),
    focused: () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''),
    said: () => page.evaluate(() => [...document.querySelectorAll('[aria-live="polite"]')].map((region) => region.textContent).join(' ')),
    show: async () => {
      await press('Escape')
      await page.getByRole('navigation').getByRole('button', { name: 'Plan' }).click()
      await page.getByRole('treegrid').waitFor()
      await page.getByRole('button', { name: 'Open all' }).click()
      await page.getByRole('main').evaluate((main) => main.scrollTo(0, 0))
    },
    undoAll: async () => {
      await page.getByRole('button', { name: 'Open all' }).focus()
      for (let step = 0; step < 12; step += 1) await press('Control+z')
    },
  }
}
