import { test } from 'vitest'
import { setUpComputer } from './app.ts'
const clock = process.env['CLOCK'] ?? ''
test('shots', async () => {
  const computer = await setUpComputer()
  const { page, complaints } = await computer.start({ viewport: { width: 1280, height: 800 } } as never)
  if (clock !== '') { await page.clock.setFixedTime(new Date(clock)); await page.reload(); await page.getByRole('main').waitFor() }
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.locator('[data-goal]').first().waitFor()
  await page.keyboard.press('g'); await page.keyboard.press('i')
  await page.getByRole('main', { name: 'Insights' }).waitFor()
  for (const [name, key] of (process.env['SCOPES'] ?? 'Q2,Q4,year').split(',').map((s) => [s, s === 'year' ? 'Alt+5' : `Alt+${s[1]}`] as const)) {
    await page.keyboard.press(key)
    await page.waitForTimeout(700)
    for (const scheme of ['light', 'dark'] as const) for (const width of [1280, 1024]) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width, height: 1500 })
      await page.waitForTimeout(350)
      await page.screenshot({ path: `/tmp/insshots/${name}-${scheme}-${width}${clock === '' ? '' : '-then'}.png` })
    }
  }
  console.log(complaints)
  await computer.remove()
}, 120_000)
