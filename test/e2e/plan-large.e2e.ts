import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import { bigPlan } from '../bench/big-plan.ts'
import { setUpComputer } from './app.ts'

test('[U99] with ten thousand goals only the rows in sight are drawn, and the last one is a key away', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-tree-'))
  const file = join(folder, 'large.plan.json')
  await writeFile(file, writePlanFile({ set: bigPlan({ goals: 10_000 }), by: { replica: 'aaaaaaaaaa', name: 'x' }, at: '2018-12-06T16:42:00Z', app: 'x' }))
  const computer = await setUpComputer()
  const large = await computer.start()
  const [chooser] = await Promise.all([large.page.waitForEvent('filechooser'), large.page.getByRole('button', { name: /^Open a plan file/ }).click()])
  await chooser.setFiles(file)
  await large.page.getByRole('radio', { name: /^Q1/ }).waitFor({ timeout: 60_000 })
  await large.page.getByRole('navigation').getByRole('button', { name: 'Plan' }).click()
  const tree = large.page.getByRole('treegrid')
  // outputs are closed at first
  expect(Number(await tree.getAttribute('aria-rowcount'))).toBeLessThan(1_000)
  await large.page.getByRole('button', { name: 'Open all' }).click()
  await expect.poll(async () => Number(await tree.getAttribute('aria-rowcount'))).toBeGreaterThan(10_000)
  expect(await large.page.locator('[data-row]').count()).toBeLessThan(120)
  await large.page.locator('[data-row]').first().focus()
  await large.page.keyboard.press('End')
  await expect.poll(() => large.page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'))).toBe(await tree.getAttribute('aria-rowcount'))
  expect(large.complaints).toEqual([])
  await computer.remove()
  await rm(folder, { recursive: true })
}, 180_000)
