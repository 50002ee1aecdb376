import type { Page } from 'playwright-core'

/** Colours pass into each other when a theme or a state changes; what they are half way is nobody's choice. */
export function atRest(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((drawn) => requestAnimationFrame(drawn))
    await frame()
    await frame()
    const ending = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}
