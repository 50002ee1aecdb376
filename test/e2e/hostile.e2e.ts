import { expect, test } from 'vitest'
import type { PlanId } from '../../shared/model/ids.ts'
import { hostileStrings } from '../shared/report/hostile-strings.ts'
import { setUpComputer, type OpenApp } from './app.ts'
import { walk } from './hostile-walk.ts'
import { madeOf, type MadeOf } from './made-of.ts'

/** Harmless texts, each as long as a hostile one; so many that every list is longer than what it shows at first. */
const harmlessStrings = hostileStrings.filter((_, index) => index % 4 === 0).map((text, index) => `Harmless ${index}${' and some words'.repeat(60)}`.slice(0, Math.max(text.length, 12)).trim())

type Looks = ReadonlyMap<string, MadeOf>

/** What Markdown in notes and summaries may add: never a script, a picture, a frame or a form, and no attribute that runs. */
const markdown = /^(?:A class draggable href rel target title|INPUT aria-label checked readonly type|(?:BLOCKQUOTE|BR|CODE|DEL|DIV|EM|H[1-6]|HR|LI|OL|P|PRE|SPAN|STRONG|TABLE|TBODY|TD|TH|THEAD|TR|UL)(?: class| role| start| tabindex| aria-level| aria-label)*)$/

/** What a walk through all screens finds, screen by screen. */
async function walked({ app: { page }, texts, plan }: { readonly app: OpenApp; readonly texts: readonly string[]; readonly plan: PlanId }): Promise<Looks> {
  const looks = new Map<string, MadeOf>()
  const look = async (name: string): Promise<void> => {
    await page.locator('[data-saving="saving"]').waitFor({ state: 'detached' }) // how long that takes is no matter of the texts
    looks.set(name, await madeOf(page))
  }
  await walk({ page, texts, plan, look })
  return looks
}

/** A planner whose every request beyond itself is kept and refused, and every dialog that a text of somebody opens. */
async function watched(bypassCSP: boolean): Promise<{ readonly app: OpenApp; readonly ran: () => Promise<readonly string[]>; readonly close: () => Promise<void> }> {
  const computer = await setUpComputer()
  const app = await computer.start({ reducedMotion: 'reduce', bypassCSP, viewport: { width: 1280, height: 800 } })
  const { page, context } = app
  // lists of long texts take their time to be laid out
  page.setDefaultTimeout(30_000)
  const caught: string[] = []
  await context.route((url) => url.origin !== computer.url, (route) => {
    caught.push(`a request to ${route.request().url()}`)
    return route.abort()
  })
  context.on('page', (other) => caught.push(`a window of ${other.url()}`))
  page.on('dialog', (dialog) => {
    caught.push(`a dialog saying ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker')
    window.print = () => void window.dispatchEvent(new Event('beforeprint'))
  })
  await page.reload()
  await page.getByRole('main').waitFor()
  const ran = async (): Promise<readonly string[]> => [...caught, ...app.complaints, ...((await page.evaluate(() => 'hostile' in window)) ? ['a script'] : [])]
  return { app, ran, close: computer.remove }
}

/** A name without what stands in it. */
function kindOf(name: string): string {
  return name.split(' ', 1)[0] ?? ''
}

/** What of the screens is not as it should be: an element that no template has, a link that runs, or something out of its box. */
function faultsIn(looks: Looks, harmless: Looks): readonly string[] {
  const templates = new Set([...harmless.values()].flatMap(({ kinds }) => kinds))
  const wide = new Set([...harmless.values()].flatMap(({ sideways }) => sideways.map(kindOf)))
  return [...looks].flatMap(([name, { kinds, links, sideways, outOfReach, bursting }]) => [
    ...kinds.filter((kind) => !templates.has(kind) && !markdown.test(kind)).map((kind) => `${name}: element ${kind}`),
    ...links.filter((address) => !/^(?:https?:\/\/|mailto:)/i.test(address)).map((address) => `${name}: link ${address}`),
    ...sideways.filter((what) => !wide.has(kindOf(what))).map((what) => `${name}: sideways ${what}`),
    ...[...outOfReach, ...bursting].map((what) => `${name}: out of its box ${what}`),
  ])
}

test('[U202] [U203] two hundred hostile texts in every field run nothing, load nothing, add no element and push nothing out of reach, on every screen, in every dialog and on paper', async () => {
  const { app, ran, close } = await watched(false)
  const harmless = await walked({ app, texts: harmlessStrings, plan: 'plan:harmless' })
  const hostile = await walked({ app, texts: hostileStrings, plan: 'plan:hostile' })
  expect([...hostile.keys()]).toEqual([...harmless.keys()])
  expect(faultsIn(hostile, harmless).slice(0, 40)).toEqual([])
  expect(await ran()).toEqual([])
  await close()
}, 240_000)

test('[U202] without a policy they run and load nothing either', async () => {
  const { app, ran, close } = await watched(true)
  await walk({ page: app.page, texts: hostileStrings, plan: 'plan:hostile', look: () => Promise.resolve() })
  expect(await ran()).toEqual([])
  await close()
}, 240_000)
