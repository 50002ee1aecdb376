import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { samplePlanId } from '../../shared/sample/tec3-sample.ts'
import type { ShareState } from '../../shared/share/share-state.ts'
import { isFine } from './fine-look.ts'
import { shareAlone } from './sharing-computers.ts'

/** A second window: the first one runs the share, and tells it how that stands. */
let page: Page

beforeAll(async () => {
  const { page: first, remove } = await shareAlone('Release laptop')
  await tellWhenAsked(first)
  page = await first.context().newPage()
  page.setDefaultTimeout(8_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1360, height: 860 })
  await page.goto(first.url())
  await page.getByRole('contentinfo').getByRole('button', { name: /^Shared: up to date/ }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  return remove
})

const bar = (): Locator => page.getByRole('contentinfo')
const beside = (): Locator => page.getByRole('main', { name: 'Exchange' }).getByRole('region', { name: 'Share and files' })
const hour = 3_600_000

const calm: ShareState = { standing: { kind: 'waiting', waiting: 1 }, members: [], present: null, heldBack: [], heldAt: [], unread: [] }

const channelName = `quarterdeck share ${samplePlanId}`

/**
 * Lets the window that runs the share say how it stands only when it is asked to look: it looks each half minute by itself as well,
 * and what it says then would take the place of what a test has told in its stead.
 */
async function tellWhenAsked(first: Page): Promise<void> {
  await first.evaluate((name) => {
    let isAsked = true
    let own = 0 // what this window says is heard here as well
    const heard = new BroadcastChannel(name)
    heard.addEventListener('message', ({ data }: MessageEvent<{ readonly kind: string }>) => {
      if (data.kind === 'state' && own > 0) own -= 1
      else isAsked = data.kind !== 'state'
    })
    const { postMessage } = BroadcastChannel.prototype
    BroadcastChannel.prototype.postMessage = function (message: unknown) {
      const isState = this.name === name && (message as { readonly kind: string }).kind === 'state'
      if (isState && !isAsked) return
      if (isState) own += 1
      postMessage.call(this, message)
    }
    Object.assign(window, { heard }) // so that it goes on to hear
  }, channelName)
}

/** Says how it stands, as the window does that runs the share. */
async function tell(state: Partial<ShareState>): Promise<void> {
  await page.evaluate(
    ({ name, message }) => {
      const channel = new BroadcastChannel(name)
      channel.postMessage(message)
      channel.close()
    },
    { name: channelName, message: { kind: 'state', state: { ...calm, ...state } } },
  )
}

/** Today at this time, so that the day isn't told. */
function today(hours: number, minutes: number): number {
  return new Date().setHours(hours, minutes, 0, 0)
}

test('[D84] the line at the bottom says how the exchange stands beside that all is saved, and is no alarm', async () => {
  await tell({ standing: { kind: 'waiting', waiting: 3 } })
  await bar().getByRole('button', { name: 'Shared: 3 changes waiting' }).waitFor()
  await tell({ standing: { kind: 'out', reason: 'unreachable', since: today(9, 10), waiting: 3 } })
  await bar().getByRole('button', { name: 'Folder not reachable since 09:10, 3 changes waiting' }).waitFor()
  await bar().getByRole('button', { name: 'Retry' }).waitFor()
  await expect.poll(() => bar().getByText('Saved on this computer').isVisible()).toBe(true)
  expect(await page.getByRole('alert').count()).toBe(0)
  await beside().getByText('goes out when the folder is there again').waitFor()
  await isFine(page, 'out')
})

test('[D85] that the folder is out of reach, and is back, is said aloud once, and no minute of it', async () => {
  const said = (): Promise<readonly string[]> => page.getByRole('status').allTextContents().then((texts) => texts.filter((text) => /folder|Shared/i.test(text)))
  await expect.poll(said).toEqual(['Folder not reachable'])
  await tell({ standing: { kind: 'out', reason: 'unreachable', since: today(9, 10), waiting: 4 } })
  await bar().getByRole('button', { name: /4 changes waiting$/ }).waitFor()
  expect(await said()).toEqual(['Folder not reachable'])
  await tell({ standing: { kind: 'upToDate', at: today(10, 41) } })
  await bar().getByRole('button', { name: 'Shared: up to date 10:41' }).waitFor()
  await expect.poll(said).toEqual(['The shared folder can be reached again'])
})

/** What the focus is on. */
async function focused(): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent)
}

test('[D95] [D106] a look that is asked for answers by words in its own room, also where all stays as it was, and says how it stands', async () => {
  const button = beside().getByRole('button', { name: 'Look now' })
  await button.focus()
  // “Looking…” stands there for little more than half a second, so it is the page that looks, as soon as the words are there
  await page.evaluate(() => {
    const boxes = (...words: readonly string[]): readonly string[] =>
      [...document.querySelectorAll('main button')].filter((each) => words.includes(each.textContent)).map((each) => JSON.stringify(each.getBoundingClientRect()))
    const before = boxes('Look now', 'Leave…')
    const { promise, resolve } = Promise.withResolvers<readonly (readonly string[])[]>()
    const watch = new MutationObserver(() => {
      if (boxes('Looking…').length > 0) resolve([before, boxes('Looking…', 'Leave…')])
    })
    watch.observe(document.body, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { places: promise })
  })
  await page.keyboard.press('Enter')
  const [before, whileLooking] = await page.evaluate(() => (window as unknown as { readonly places: Promise<readonly (readonly string[])[]> }).places) // put there a moment ago
  expect([before?.length, whileLooking]).toEqual([2, before])
  await button.waitFor()
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true)
  await expect.poll(() => page.getByRole('status').allTextContents()).toContainEqual(expect.stringMatching(/^Up to date \d\d:\d\d$/))
  await tell({ standing: { kind: 'out', reason: 'unreachable', since: today(9, 10), waiting: 3 } })
  await bar().getByRole('button', { name: 'Retry' }).click()
  await bar().getByRole('button', { name: /^Shared: up to date/ }).waitFor()
  await bar().getByRole('button', { name: 'Retry' }).waitFor({ state: 'detached' })
  await expect.poll(focused).toMatch(/^Shared: up to date/)
})

test('[D86] [D106] a browser that asks again says so, and allowing it is one press away', async () => {
  await tell({ standing: { kind: 'out', reason: 'asks', since: today(9, 10), waiting: 0 } })
  await bar().getByRole('button', { name: 'The browser asks again for the folder' }).waitFor()
  await bar().getByRole('button', { name: 'Allow' }).waitFor()
  await beside().getByRole('button', { name: 'Allow' }).waitFor()
  await isFine(page, 'asks')
  await bar().getByRole('button', { name: 'Allow' }).click()
  // this browser allows it, and the window that runs the share looks again
  await bar().getByRole('button', { name: /^Shared: up to date/ }).waitFor()
  await bar().getByRole('button', { name: 'Allow' }).waitFor({ state: 'detached' })
  await expect.poll(focused).toMatch(/^Shared: up to date/)
})

test('[D87] who takes part is told with when they wrote last and whether they have everything, and who is here', async () => {
  await tell({
    standing: { kind: 'upToDate', at: today(10, 41) },
    members: [
      { replica: 'ssssssssss', name: 'SRE laptop', at: today(10, 39), lags: false, behind: [] },
      { replica: 'pppppppppp', name: 'Platform desk', at: Date.UTC(2026, 8, 2, 12), lags: true, behind: ['pppppppppp0'] },
      { replica: 'xkcdxkcdxk', name: '', at: null, lags: false, behind: [] },
    ],
    present: [
      { replica: 'ssssssssss', name: 'SRE laptop' },
      { replica: 'pppppppppp', name: 'Platform desk' },
    ],
  })
  await bar().getByRole('button', { name: '2 others are here' }).waitFor()
  await expect.poll(() => bar().getByRole('button', { name: '2 others are here' }).getAttribute('title')).toBe('Has the plan open too: Platform desk, SRE laptop')
  const members = beside().getByRole('region', { name: 'Who takes part 3' }).getByRole('listitem')
  await expect.poll(() => members.allTextContents()).toEqual([expect.stringContaining('has the plan open, has everything'), expect.stringContaining('has the plan open, doesn’t have everything yet'), expect.stringContaining('computer xkcdhas not written yet')])
  await isFine(page, 'members')
})

test('[D87] after a start in which the place does not answer nobody is said to be alone', async () => {
  await tell({ standing: { kind: 'out', reason: 'unreachable', since: today(9, 10), waiting: 0 } })
  await beside().getByText('Who takes part is listed here once the folder can be read.').waitFor()
  expect(await beside().getByText('Nobody else yet.').count()).toBe(0)
  await tell({})
  await beside().getByText('Nobody else yet.').waitFor()
})

test('[D96] in a narrow window the bar tells less on its one line, and no word is cut', async () => {
  const present = [{ replica: 'ssssssssss', name: 'SRE laptop' }, { replica: 'pppppppppp', name: 'Platform desk' }]
  await tell({ standing: { kind: 'out', reason: 'unreachable', since: today(9, 10), waiting: 3 }, present })
  await bar().getByRole('button', { name: '2 others are here' }).waitFor()
  const cut = (): Promise<readonly string[]> =>
    bar().evaluate((element) => {
      const seen = [...element.querySelectorAll<HTMLElement>('*')].filter((each) => each.clientWidth > 1 && getComputedStyle(each).textOverflow === 'ellipsis')
      return [...seen.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.innerText), ...(element.clientHeight > 32 ? ['more than a line'] : [])]
    })
  for (const width of [1024, 860]) {
    await page.setViewportSize({ width, height: 860 })
    expect({ width, cut: await cut() }).toEqual({ width, cut: [] })
  }
  // what isn't seen is said all the same
  await bar().getByRole('button', { name: 'Folder not reachable since 09:10, 3 changes waiting' }).waitFor()
  await page.setViewportSize({ width: 1360, height: 860 })
})

test('[D88] a clock that runs ahead is told with whose and by how much, and can be taken all the same; what can’t be read says why', async () => {
  await tell({
    heldBack: [{ replica: 'ssssssssss', name: 'SRE laptop', byMs: 72 * hour, isSet: false }],
    unread: [
      { item: 'plan/ssssssssss', why: 'half' },
      { item: 'stray/aaaaaaaaaa', why: 'otherPlan' },
      { item: 'stray/bbbbbbbbbb', why: 'byHand' },
      { item: 'news/ssssssssss/0', why: 'newer' },
      { item: 'news/ssssssssss/1', why: 'newer' },
      { item: 'plan/tttttttttt', why: 'unreadable' },
    ],
  })
  await beside().getByText('The clock of SRE laptop runs 3 days ahead. What it wrote waits.').waitFor()
  await beside().getByRole('button', { name: 'Take it in anyway' }).waitFor()
  await bar().getByRole('button', { name: 'Shared: 1 change waiting, what SRE laptop wrote waits for you' }).waitFor()
  const unread = beside().getByRole('region', { name: 'Not taken in 6' })
  await expect.poll(() => unread.getByRole('listitem').count()).toBe(5)
  await unread.getByText('2 files were written by a newer version').waitFor()
  await unread.getByText('1 file can’t be read on this computer now.').waitFor()
  await isFine(page, 'held-back')
})

test('[D164] whose own clock runs ahead is told so in the footer and beside the list, with what to do', async () => {
  await tell({ standing: { kind: 'upToDate', at: today(9, 10) }, heldAt: [{ replica: 'ssssssssss', name: 'SRE laptop', byMs: 720 * hour, isSet: false }] })
  await bar().getByRole('button', { name: 'Shared: what you wrote waits at SRE laptop' }).waitFor()
  await beside().getByText('The clock of this computer runs 30 days ahead of that of SRE laptop. What you write waits there.').waitFor()
  expect(await beside().getByText('Set the clock of this computer right.').count()).toBe(1)
  await isFine(page, 'held-at')
})

test('[D89] where it is not known what has gone out, leaving says so', async () => {
  await tell({ standing: { kind: 'out', reason: 'unreachable', since: today(9, 10), waiting: 0 } })
  await beside().getByRole('button', { name: 'Leave…' }).click()
  const asked = page.getByRole('dialog', { name: 'Leave the share?' })
  await asked.getByText('What has not gone out yet reaches colleagues only if you join again or send a file.').waitFor()
  expect(await asked.getByText('not gone out yet.').count()).toBe(0) // no number of them
  await page.keyboard.press('Escape')
  await asked.waitFor({ state: 'detached' })
})

test('[D89] leaving asks first and says that the plan stays, and so does the folder', async () => {
  await tell({ standing: { kind: 'waiting', waiting: 2 } })
  await beside().getByRole('button', { name: 'Leave…' }).click()
  const asked = page.getByRole('dialog', { name: 'Leave the share?' })
  await asked.getByText('The plan stays on this computer with all that is in it. The folder stays as it is').waitFor()
  await asked.getByText('2 changes have not gone out yet').waitFor()
  await isFine(page, 'leave')
  await page.keyboard.press('Enter') // the focus is on Cancel
  await asked.waitFor({ state: 'detached' })
  await beside().getByRole('button', { name: 'Leave…' }).click()
  await asked.getByRole('button', { name: 'Leave the share' }).click()
  await beside().getByRole('heading', { name: 'Share this plan' }).waitFor()
  expect(await bar().getByRole('button', { name: /^Shared/ }).count()).toBe(0)
  await page.getByText('The plan stays here as it is.').first().waitFor()
})
