import type { Page } from 'playwright-core'

/** What a page is made of as it stands, and what of it went wrong. */
export interface MadeOf {
  /** Each kind of element once: its name and the names of its attributes. */
  readonly kinds: readonly string[]
  /** Addresses that links lead to. */
  readonly links: readonly string[]
  /** What scrolls sideways, the page itself included. */
  readonly sideways: readonly string[]
  /** What is to be pressed or typed into and is cut off at a side of what it stands in, or covered. */
  readonly outOfReach: readonly string[]
  /** What holds more than fits into it, so that it stands over its neighbours. */
  readonly bursting: readonly string[]
}

/** Looks at the page once it is at rest. */
export function madeOf(page: Page): Promise<MadeOf> {
  return page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const all = [...document.querySelectorAll<HTMLElement>('body *')]
    const named = (element: Element): string => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 40)}`
    const ancestors = (element: Element): readonly Element[] => {
      const all: Element[] = []
      for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) all.push(at)
      return all
    }
    const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowX)
    // a field that is edited in place stands out a little on both sides
    const slack = (element: Element): number => (scrolls(element) ? 1 : 16)
    const isSeen = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect()
      return width > 2 && height > 2 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    }
    /** From where to where an element may be seen: what it stands in cuts off the rest, but for what can be scrolled to. */
    const span = (element: Element): { readonly left: number; readonly right: number } => {
      let [left, right] = [0, innerWidth]
      for (const at of ancestors(element)) {
        if (getComputedStyle(at).overflowX === 'visible') continue
        if (scrolls(at) && at.scrollWidth > at.clientWidth) return { left: -Infinity, right: Infinity }
        const box = at.getBoundingClientRect()
        left = Math.max(left, box.left)
        right = Math.min(right, box.right)
      }
      return { left, right }
    }
    const isCut = (element: Element): boolean => {
      const box = element.getBoundingClientRect()
      const { left, right } = span(element)
      return box.left < left - 1 || box.right > right + 1
    }
    const isCovered = (element: Element): boolean => {
      const box = element.getBoundingClientRect()
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
      const isScrolledOut = ancestors(element).some((at) => getComputedStyle(at).overflowY !== 'visible' && (y < at.getBoundingClientRect().top || y > at.getBoundingClientRect().bottom))
      const on = isScrolledOut || x < 0 || y < 0 || x >= innerWidth || y >= innerHeight ? null : document.elementFromPoint(x, y)
      return on !== null && !element.contains(on) && !on.contains(element) && on.closest('label, [data-overlay], [role="presentation"], [data-base-ui-portal]') === null
    }
    const pressed = all.filter((element) => element.matches('button, a[href], input, select, textarea, [role="button"], [role="option"], [role="menuitem"], [role="radio"], [role="checkbox"], [role="slider"]') && element.closest('[inert], [aria-hidden="true"], [data-base-ui-inert]') === null && isSeen(element))
    const holders = all.filter((element) => element.scrollWidth > element.clientWidth + slack(element) && element.clientWidth > 2 && isSeen(element) && element.closest('svg') === null)
    // whether something is opening, closing or waiting just now is a matter of the moment and not of the texts
    const passing = new Set(['data-open', 'data-closed', 'data-starting-style', 'data-ending-style', 'disabled'])
    return {
      kinds: [...new Set(all.map((element) => [element.tagName, ...element.getAttributeNames().filter((name) => !passing.has(name)).toSorted()].join(' ')))].toSorted(),
      links: [...new Set([...document.links].map((link) => link.getAttribute('href') ?? ''))],
      sideways: [...(document.documentElement.scrollWidth > innerWidth ? ['the page'] : []), ...holders.filter(scrolls).map(named)],
      outOfReach: pressed.filter((element) => isCut(element) || isCovered(element)).map((element) => `${isCut(element) ? 'cut' : 'covered'} ${named(element)}`),
      bursting: holders.filter((element) => getComputedStyle(element).overflowX === 'visible' && getComputedStyle(element).display !== 'inline').map(named),
    }
  })
}
