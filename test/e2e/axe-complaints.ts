import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { atRest } from './at-rest.ts'

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface AxeScope {
  /** Selects the part of the page that is looked at; the whole page where it is left out. */
  readonly within?: string
  /** Rules of axe that say nothing about such a page. */
  readonly without?: readonly string[]
  /** Asks only how colours go together: of a page that was looked at in full in another theme. */
  readonly coloursOnly?: boolean
}

const colourRules = ['color-contrast', 'link-in-text-block']

/** What axe finds wrong with a page as it stands, without the stops by which Base UI guards the focus. */
export async function axeComplaints(page: Page, { within = 'html', without = [], coloursOnly = false }: AxeScope = {}): Promise<readonly string[]> {
  await addAxe(page)
  await atRest(page)
  const { violations } = await page.evaluate(
    async ({ include, options }) => {
      const { axe } = window as unknown as { readonly axe: { run: (context: object, options: object) => Promise<AxeResults> } } // put there a moment ago
      return axe.run({ include: [include], exclude: ['[data-base-ui-focus-guard]', '[aria-hidden="true"]', '[data-base-ui-inert]'] }, options)
    },
    { include: within, options: { rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])), ...(coloursOnly && { runOnly: colourRules.filter((rule) => !without.includes(rule)) }) } },
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
}

/** What axe finds in light, and what it finds of colours in dark: nothing else differs between the two. */
export async function axeInBothThemes(page: Page, scope: Omit<AxeScope, 'coloursOnly'> = {}): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const complaints = await axeComplaints(page, { ...scope, coloursOnly: colorScheme === 'dark' })
    found.push(...complaints.map((complaint) => `in ${colorScheme}: ${complaint}`))
  }
  await page.emulateMedia({ colorScheme: null })
  return found
}

/** Past the page's own policy, which lets no text become a script. */
async function addAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: source })
  await session.detach()
}
