import { expect, test } from 'vitest'
import { axeInBothThemes } from './axe-complaints.ts'
import { planScreen } from './plan-screen.ts'

const screen = planScreen()

test('[U50] the sample reads as a tree: program, outcome, output, quarter, goal', async () => {
  const { tree } = screen
  expect((await tree.rows()).slice(0, 6)).toEqual([
    'Program TEC3 Deployment Pipeline',
    '·Outcome 1 CI and production share one toolchain',
    '··Output 1.1 CI builds its images with the tool that production uses',
    '···Q1 Jul–Sep 2018',
    '····Run the verify stage in the CI namespace of the production cluster, Done',
    '····Build the first three services with the new image tool, Done',
  ])
  await expect.poll(() => tree.row('Output 1.1').getAttribute('aria-level')).toBe('3')
  await expect.poll(() => tree.row('Output 1.1').getByRole('img').getAttribute('aria-label')).toBe('67 % done, 1 To do, 2 Done')
})

test('[U96] arrows walk, open and close the tree; Tab leads to the buttons of the row and on', async () => {
  const { tree } = screen
  await tree.row(/^Program/).focus()
  await tree.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await expect.poll(tree.focused).toMatch(/^Run the verify/)
  await tree.press('ArrowLeft')
  await expect.poll(tree.focused).toMatch(/^Q1/)
  await tree.press('ArrowLeft')
  await expect.poll(() => tree.row(/^Q1/).getAttribute('aria-expanded')).toBe('false')
  await tree.press('ArrowRight', 'ArrowRight')
  await expect.poll(tree.focused).toMatch(/^Run the verify/)
  await tree.press('Tab')
  await expect.poll(tree.focused).toMatch(/^Status of Run the verify/)
  await tree.press('Tab', 'Tab')
  await expect.poll(tree.focused).toBe('Actions for Run the verify stage in the CI namespace of the production cluster')
  // the first takes the button's tooltip away
  await tree.press('Escape', 'Escape')
  await expect.poll(tree.focused).toMatch(/^Run the verify/)
  await tree.press('End')
  await expect.poll(tree.focused).toMatch(/^Train new users/)
  await tree.press('Home')
  await expect.poll(tree.focused).toMatch(/^Program/)
})

test('[U96] Enter, F2 and E change titles in their row, and Enter on a goal opens it', async () => {
  const { page, tree } = screen
  await tree.row('Outcome 2').focus()
  await tree.press('Enter')
  await page.keyboard.type('Deployers decide with care')
  await tree.press('Enter')
  await expect.poll(tree.focused).toBe('Outcome 2 Deployers decide with care')
  await tree.press('e')
  await page.keyboard.type('Deployers decide')
  await tree.press('Enter')
  await expect.poll(tree.focused).toBe('Outcome 2 Deployers decide')
  await tree.row(/^Choose a code health/).focus()
  await tree.press('F2')
  await page.keyboard.type('Choose a metric')
  await tree.press('Enter')
  await expect.poll(tree.focused).toBe('Choose a metric, In progress')
  await tree.press('Enter')
  await page.getByRole('complementary', { name: 'Goal: Choose a metric' }).waitFor()
  await page.getByRole('complementary', { name: 'Goal: Choose a metric' }).getByRole('button', { name: 'Close' }).click()
  await expect.poll(tree.focused).toBe('Choose a metric, In progress')
  await tree.undoAll()
  await tree.row('Outcome 2 Deployers can judge').waitFor()
})

test('[U96] number, code and owner are changed by a click on them, or by the menu', async () => {
  const { page, tree } = screen
  await tree.row('Outcome 2').getByText('2', { exact: true }).click()
  await page.keyboard.type('2a')
  await tree.press('Enter')
  await expect.poll(tree.focused).toMatch(/^Outcome 2a/)
  await tree.row(/^Program/).hover()
  await tree.row(/^Program/).getByRole('button', { name: /^Actions/ }).click()
  await page.getByRole('menuitem', { name: 'Edit owner' }).click()
  await page.getByRole('textbox', { name: 'Owner' }).fill('Core Platform')
  await tree.press('Enter')
  await tree.row(/^Program/).getByText('Owner: Core Platform').waitFor()
  await tree.undoAll()
})

test('[U99] Shift+Enter writes beside a row, Ctrl+Enter below it, and Enter begins the next', async () => {
  const { page, tree } = screen
  await tree.row(/^Build the first three/).focus()
  await tree.press('Shift+Enter')
  await page.keyboard.type('Sign the images')
  await tree.press('Enter')
  await page.keyboard.type('Verify the signatures')
  await tree.press('Enter', 'Escape')
  await expect.poll(tree.focused).toMatch(/^Verify the signatures/)
  expect((await tree.rows()).slice(5, 8)).toEqual(['····Build the first three services with the new image tool, Done', '····Sign the images, To do', '····Verify the signatures, To do'])
  await tree.row('Output 1.1').focus()
  await tree.press('Control+Enter')
  await page.getByRole('radio', { name: 'Q4' }).last().click()
  await page.getByRole('textbox', { name: 'What shall be reached?' }).fill('Retire the old builder')
  await tree.press('Enter', 'Escape')
  await expect.poll(tree.rows).toEqual(expect.arrayContaining(['···Q4 Apr–Jun 2019', '····Retire the old builder, To do']))
  await tree.row(/^Program/).focus()
  await tree.press('Control+Enter')
  await page.getByRole('textbox', { name: 'What shall be true at the end of the year?' }).waitFor()
  await page.getByRole('treegrid').getByText('7', { exact: true }).waitFor()
  await page.keyboard.type('Seventh')
  // what was typed is kept when one turns to something else
  await page.getByRole('textbox', { name: 'Filter the plan' }).click()
  await tree.press('Tab')
  await tree.row(/^Program/).focus()
  await tree.press('End')
  await expect.poll(tree.focused).toBe('Outcome 7 Seventh')
  await tree.undoAll()
})

test('[U96] the status is changed in its row by menu and digit, and asks why where it must', async () => {
  const { page, tree } = screen
  await tree.row(/^Run the verify/).getByRole('button', { name: /^Status of/ }).click()
  await tree.press('5')
  await page.locator('[data-overlay]').waitFor()
  await tree.press('Escape')
  await expect.poll(() => tree.row(/^Run the verify/).getAttribute('aria-label')).toMatch(/Stalled$/)
  await tree.row(/^Run the verify/).focus()
  await tree.press('6')
  await expect.poll(() => tree.row(/^Run the verify/).getAttribute('aria-label')).toMatch(/Done$/)
  await tree.undoAll()
})

test('[U53] the filter leaves what holds the words and what stands above it, and can be cleared', async () => {
  const { page, tree } = screen
  await page.getByRole('textbox', { name: 'Filter the plan' }).fill('VERIFY namespace')
  await expect.poll(tree.rows).toHaveLength(5)
  await page.getByRole('textbox', { name: 'Filter the plan' }).fill('nothing says this')
  await page.getByText('Nothing in this plan has these words.').waitFor()
  await tree.press('Escape')
  await expect.poll(async () => (await tree.rows()).length).toBeGreaterThan(10)
})

test('[U99] the title and the summary of the plan, and the day its year begins, are changed where they stand', async () => {
  const { page, tree } = screen
  await page.getByRole('button', { name: /^Title of the plan/ }).click()
  await page.getByRole('textbox', { name: 'Title of the plan' }).fill('Pipeline')
  await tree.press('Enter')
  await expect.poll(() => page.getByRole('main').getByRole('heading').allInnerTexts()).toEqual(['Pipeline'])
  await page.getByRole('main').getByRole('button', { name: /^FY18\/19/ }).click()
  await page.getByRole('textbox', { name: 'The year begins on' }).fill('2018-10-01')
  await tree.press('Enter', 'Escape')
  await tree.row(/^Q1 Oct–Dec 2018/).waitFor()
  await tree.undoAll()
  await tree.row(/^Q1 Jul–Sep 2018/).waitFor()
})

test('[U96] axe finds nothing to complain about, in either theme, at rest and at work', async () => {
  const { complaints, page, tree } = screen
  expect(await axeInBothThemes(page)).toEqual([])
  await tree.row('Outcome 1').focus()
  await tree.press('F2')
  expect(await axeInBothThemes(page)).toEqual([])
  await tree.press('Escape', 'Control+Enter')
  expect(await axeInBothThemes(page)).toEqual([])
  await tree.press('Escape')
  expect(complaints).toEqual([])
})
