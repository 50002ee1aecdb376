import type { Page } from 'playwright-core'
import { saved } from '../../e2e/app.ts'
import { addGoal } from '../harness/edits.ts'
import type { Campaign, Figure, Orders } from '../harness/figure.ts'
import { setUpMachine, type Machine } from '../harness/machine.ts'
import { openPlainPage, readRawData } from '../harness/plain-page.ts'

export const upgrade: Campaign = {
  name: 'upgrade',
  about: 'A newer version of the planner brings a database to its own version while an older one has it open: the newer is not held up, the older asks at once to be reloaded and says of each edit that it is not saved, and nothing is lost or written over.',
  unit: 'upgrades',
  rounds: 10,
  run: upgradeUnderneath,
}

async function upgradeUnderneath({ rounds, isShort = false, say }: Orders): Promise<readonly Figure[]> {
  const broken: string[] = []
  const waits: number[] = []
  const delays: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const machine = await setUpMachine()
    try {
      const { opened, said, problems } = await upgradeOnce(machine)
      waits.push(opened)
      delays.push(said)
      broken.push(...problems.map((problem) => `${problem} (npm run faults -- upgrade --rounds ${round + 1})`))
    } finally {
      await machine.remove()
    }
  }
  const worst = Math.max(...delays)
  if (worst > 1_000) broken.push(`the older tab spoke only after ${worst.toFixed(0)} ms (npm run faults -- upgrade --rounds ${rounds})`)
  const held = Math.max(...waits).toFixed(0)
  say(`the newer was held up for ${held} ms at most`)
  const measured = `${rounds} upgrades: the newer was held up for ${held} ms at most, the older asked within ${worst.toFixed(0)} ms to be reloaded, and an edit made all the same was said not to be saved and stayed on the screen; no row was lost or changed, and the older left the newer database as it was`
  return [{ what: 'an upgrade under an open tab', measured, plain: isShort ? undefined : await plainUpgrade(), broken }]
}

async function upgradeOnce(machine: Machine): Promise<{ readonly opened: number; readonly said: number; readonly problems: readonly string[] }> {
  const problems: string[] = []
  const { page: older, browser, open } = await machine.boot()
  await open()
  await older.getByRole('button', { name: /sample/i }).first().click()
  await older.locator('[data-goal]').first().waitFor()
  await saved(older)
  const newer = await browser.newPage()
  await browser.route(`${machine.url}/newer`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Newer</title>' }))
  await newer.goto(`${machine.url}/newer`)
  const before = await readRawData(newer)
  const opened = await raiseVersion(newer)
  if (opened === null) return { opened: 5_000, said: 0, problems: ['the newer version was held up for more than five seconds'] }
  const started = performance.now()
  const asked = older.getByRole('dialog').getByRole('button', { name: /^Reload/ })
  const isAsked = await asked.waitFor({ timeout: 3_000 }).then(() => true, () => false)
  const said = performance.now() - started
  if (!isAsked) problems.push(`the older tab asked for nothing; it said: ${await older.locator('body').innerText()}`)
  await older.keyboard.press('Escape')
  await addGoal(older, 'typed in the older one')
  const isSaid = await older.getByRole('alert').getByText(/newer version .* Reload/).waitFor({ timeout: 3_000 }).then(() => true, () => false)
  if (!isSaid) problems.push(`the older tab did not say that an edit was refused; it said: ${await older.locator('footer').innerText()}`)
  if ((await older.getByText('typed in the older one').count()) === 0) problems.push('what was typed in the older tab is no longer on its screen')
  await older.reload()
  const isRefused = await older.getByText(/newer version/).first().waitFor({ timeout: 5_000 }).then(() => true, () => false)
  if (!isRefused) problems.push(`the older version opened a newer database; it said: ${await older.locator('body').innerText()}`)
  const isKept = await older.evaluate(() => Object.entries(localStorage).some(([, text]) => String(text).includes('typed in the older one')))
  if (!isKept) problems.push('what was typed in the older tab is kept nowhere')
  const after = await readRawData(newer)
  const differing = Object.keys({ ...before.rows, ...after.rows }).filter((key) => key.includes('quarterdeck-plan') && before.rows[key] !== after.rows[key])
  if (differing.length > 0 || after.errors.length > 0) problems.push(`${differing.length} rows differ after the upgrade, ${after.errors.join(', ')}`)
  await browser.close()
  return { opened, said, problems }
}

/** Opens the plan's database as a version ten further on would, with a store of its own; answers how long it took, or null. */
function raiseVersion(page: Page): Promise<number | null> {
  return page.evaluate(async () => {
    const known = (await indexedDB.databases()).find(({ name }) => name?.startsWith('quarterdeck-plan') === true)
    const started = performance.now()
    return new Promise<number | null>((done) => {
      const request = indexedDB.open(known?.name ?? '', (known?.version ?? 0) + 10)
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore('newer'))
      request.addEventListener('success', () => {
        request.result.close()
        done(performance.now() - started)
      })
      setTimeout(() => done(null), 5_000)
    })
  })
}

/** The same of a page that has its database open and knows nothing of upgrades. */
async function plainUpgrade(): Promise<string> {
  const machine = await setUpMachine()
  try {
    const { browser } = await machine.boot()
    const older = await openPlainPage(browser, machine.url)
    await older.evaluate(() => new Promise<void>((done) => {
      const request = indexedDB.open('quarterdeck-plan-plain', 10)
      request.addEventListener('success', () => {
        Object.assign(window, { kept: request.result }) // held, as a page holds the database it works with
        done()
      })
    }))
    const newer = await browser.newPage()
    await newer.goto(older.url())
    const took = await raiseVersion(newer)
    return took === null ? 'the newer waits for as long as the older is open (given up after 5 s)' : `opened after ${took.toFixed(0)} ms`
  } finally {
    await machine.remove()
  }
}
