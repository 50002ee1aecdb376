import { expect, test } from 'vitest'
import { planScreen } from './plan-screen.ts'

const screen = planScreen()

test('[U98] Alt and an arrow do what a drag does, the focus stays, and it is said', async () => {
  const { tree } = screen
  await tree.row(/^Run the verify/).focus()
  await tree.press('Alt+ArrowDown')
  await expect.poll(tree.said).toContain('Run the verify stage in the CI namespace of the production cluster, 2 of 2 in 1.1, Q1')
  await expect.poll(tree.focused).toMatch(/^Run the verify/)
  await tree.press('Alt+ArrowDown')
  await expect.poll(tree.said).toContain('Already the last here')
  await tree.press('Alt+ArrowRight')
  await expect.poll(() => tree.row(/^Run the verify/).getAttribute('aria-level')).toBe('6')
  await expect.poll(tree.focused).toMatch(/^Run the verify/)
  await tree.press('Alt+ArrowLeft')
  await expect.poll(() => tree.row(/^Run the verify/).getAttribute('aria-level')).toBe('5')
  await tree.undoAll()
})

test('[U98] what a record shall belong to can be chosen by words', async () => {
  const { page, tree } = screen
  await tree.row('Output 1.2').focus()
  await tree.row('Output 1.2').getByRole('button', { name: /^Actions/ }).click()
  await page.getByRole('menuitem', { name: 'Move to…' }).click()
  await page.getByRole('combobox', { name: /^Move Test run times/ }).fill('judge')
  await expect.poll(() => page.getByRole('option').allInnerTexts()).toEqual(['2 Deployers can judge the risk of each deploy'])
  await tree.press('Enter')
  await expect.poll(tree.focused).toMatch(/^Output 1\.2/)
  await expect.poll(tree.rows).toEqual(expect.arrayContaining(['··Output 1.2 Test run times are profiled, and the slowest are worked on first']))
  const names = await tree.rows()
  expect(names.findIndex((name) => name.includes('Output 1.2'))).toBeGreaterThan(names.findIndex((name) => name.includes('Outcome 2')))
  await tree.undoAll()
})

test('[U98] a row is dragged before another, into a quarter, into a goal and onto a quarter of the bar', async () => {
  const { page, tree } = screen
  await tree.row(/^Build the first three/).dragTo(tree.row(/^Run the verify/), { targetPosition: { x: 300, y: 2 } })
  await expect.poll(async () => (await tree.rows()).slice(4, 6)).toEqual(['····Build the first three services with the new image tool, Done', '····Run the verify stage in the CI namespace of the production cluster, Done'])
  await expect.poll(tree.focused).toMatch(/^Build the first/)
  await tree.row(/^Build the first three/).dragTo(tree.row(/^Not scheduled/), { targetPosition: { x: 300, y: 14 } })
  await expect.poll(async () => (await tree.rows()).slice(4, 8)).toEqual(['····Run the verify stage in the CI namespace of the production cluster, Done', '···Not scheduled', '····Retire the old test machines, To do', '····Build the first three services with the new image tool, Done'])
  await tree.row(/^Build the first three/).dragTo(tree.row(/^Retire the old/), { targetPosition: { x: 300, y: 15 } })
  await expect.poll(() => tree.row(/^Build the first three/).getAttribute('aria-level')).toBe('6')
  await tree.row(/^Run the verify/).dragTo(page.getByRole('radio', { name: /^Q3/ }))
  await expect.poll(async () => (await tree.rows())[3]).toBe('···Q3 Jan–Mar 2019')
  await tree.undoAll()
  await expect.poll(async () => (await tree.rows())[3]).toBe('···Q1 Jul–Sep 2018')
})

test('[U98] an output is dragged into another outcome, and its goals go along', async () => {
  const { page, tree } = screen
  await page.getByRole('button', { name: 'Close all' }).click()
  await tree.row(/^Program/).focus()
  await tree.press('ArrowRight')
  await tree.row('Outcome 1').focus()
  await tree.press('ArrowRight')
  await tree.row('Output 1.1').dragTo(tree.row('Outcome 2'), { targetPosition: { x: 300, y: 20 } })
  await expect.poll(tree.rows).toEqual(expect.arrayContaining(['··Output 1.2 Test run times are profiled, and the slowest are worked on first']))
  const names = await tree.rows()
  expect(names.findIndex((name) => name.includes('Output 1.1'))).toBeGreaterThan(names.findIndex((name) => name.includes('Output 2.3')))
  await tree.undoAll()
})

test('[U97] Delete takes a row and all below it, the focus goes to the nearest, and one undo brings it back', async () => {
  const { page, tree } = screen
  await tree.row('Output 1.1').focus()
  await tree.press('Delete')
  await expect.poll(tree.focused).toMatch(/^Output 1\.2/)
  await expect.poll(async () => (await tree.rows())[2]).toMatch(/Output 1\.2/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await tree.rows())[2]).toMatch(/Output 1\.1/)
  await tree.row(/^Run the verify/).waitFor()
})
