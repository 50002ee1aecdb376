import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchApp } from '../electron/launch.ts'
import { setUpComputer } from './app.ts'
import { allowsFolders, answerForFolders, giveFolder } from './give-folder.ts'

/** A computer whose planner shares a plan through a folder on the disk, in Electron or in a browser. */
export interface SharingComputer {
  readonly name: string
  /** Starts the planner; what earlier starts have stored is there. */
  readonly start: () => Promise<Page>
  readonly page: () => Page
  /** What the next question for a folder is answered with. */
  readonly giveFolder: (path: string) => Promise<void>
  readonly stop: () => Promise<void>
  readonly remove: () => Promise<void>
}

const viewport = { width: 1360, height: 860 }

/** A computer with the app. */
export async function setUpApp(name: string): Promise<SharingComputer> {
  const profile = await mkdtemp(join(tmpdir(), 'quarterdeck-sharing-'))
  let launched: Awaited<ReturnType<typeof launchApp>> | null = null
  const running = (): Awaited<ReturnType<typeof launchApp>> => {
    if (launched === null) throw new Error(`${name} is not started`)
    return launched
  }
  const stop = async (): Promise<void> => {
    await launched?.app.close()
    launched = null
  }
  return {
    name,
    start: async () => {
      launched = await launchApp({ profile })
      const { page } = launched
      page.setDefaultTimeout(10_000)
      await page.setViewportSize(viewport)
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.getByRole('main').waitFor()
      return page
    },
    page: () => running().page,
    giveFolder: (path) =>
      running().app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
      }, path),
    stop,
    remove: async () => {
      await stop()
      await rm(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** A computer with a browser. */
export async function setUpBrowser(name: string): Promise<SharingComputer> {
  const computer = await setUpComputer()
  let open: Page | null = null
  const page = (): Page => {
    if (open === null) throw new Error(`${name} is not started`)
    return open
  }
  const stop = async (): Promise<void> => {
    await open?.context().close()
    open = null
  }
  return {
    name,
    start: async () => {
      open = (await computer.start({ viewport, reducedMotion: 'reduce', args: allowsFolders, prepare: answerForFolders })).page
      return open
    },
    page,
    giveFolder: (path) => giveFolder(page(), path),
    stop,
    remove: async () => {
      await stop()
      await computer.remove()
    },
  }
}

/** As a person does who gives a computer a name, on the first screen. */
export async function nameComputer({ page, name }: SharingComputer): Promise<void> {
  await page().getByRole('button', { name: /Name of this computer/ }).click()
  await page().getByRole('textbox', { name: 'Name of this computer' }).fill(name)
  await page().keyboard.press('Enter')
}

/** Runs a command by its name. */
export async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(command)
  await page.getByRole('option', { name: command }).first().waitFor()
  await page.keyboard.press('Enter')
}

/** Shares the sample plan through a folder, by the screens as a person does. @param place in which its folder is made */
export async function shareSample(computer: SharingComputer, place: string): Promise<void> {
  const page = computer.page()
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.locator('[data-goal]').first().waitFor()
  await computer.giveFolder(place)
  await run(page, 'Share through a folder…')
  await page.getByRole('button', { name: 'Choose a place…' }).click()
  await page.locator('[data-share="upToDate"]').waitFor()
}

/** One computer with a browser that shares the sample plan, through a folder at a place of its own on the disk. */
export async function shareAlone(name: string): Promise<{ readonly computer: SharingComputer; readonly page: Page; readonly place: string; readonly remove: () => Promise<void> }> {
  const place = await mkdtemp(join(tmpdir(), 'quarterdeck-team-'))
  const computer = await setUpBrowser(name)
  const page = await computer.start()
  await shareSample(computer, place)
  return {
    computer,
    page,
    place,
    remove: async () => {
      await computer.remove()
      await rm(place, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Lets a computer look into the folder now, as it does when a person comes back to its window; a minute is long for a test. */
export async function look({ page }: SharingComputer): Promise<void> {
  await page().evaluate(() => window.dispatchEvent(new Event('focus')))
}

export async function showQuarter({ page }: SharingComputer, quarter: 1 | 2 | 3 | 4): Promise<void> {
  await page().getByRole('radio', { name: new RegExp(`^Q${quarter}`) }).click()
  await page().locator('main [data-goal]').first().waitFor()
}

/** What stands on the board: each goal behind the name of its column. */
export async function boardOf({ page }: SharingComputer): Promise<readonly string[]> {
  return page().evaluate(() =>
    [...document.querySelectorAll('main [data-goal]')].map((card) => {
      const column = card.closest('section')?.getAttribute('aria-label') ?? ''
      return `${column.split(',')[0] ?? ''}: ${card.querySelector('p')?.textContent ?? ''}`
    }),
  )
}
