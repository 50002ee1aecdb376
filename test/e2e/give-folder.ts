import type { BrowserContext, Page } from 'playwright-core'

/** A headless Chromium has nobody to ask whether a page may write in a folder, and refuses; with this switch it allows it. */
export const allowsFolders = ['--enable-experimental-web-platform-features']

interface Choosing {
  /** Whether what is dropped is meant for the next choice, and not for the page. */
  takesFolder?: boolean
  givenFolder?: Promise<FileSystemHandle | null> | null
  showDirectoryPicker?: () => Promise<FileSystemHandle>
}

/**
 * Answers for the person when a page asks for a folder: nothing can press a button in the browser's own dialog. A folder
 * of the disk that is dropped on a page is the same kind of folder; until one is given, nobody has chosen any.
 */
export async function answerForFolders(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const choosing = window as Choosing
    for (const type of ['dragenter', 'dragover', 'drop'] as const) {
      const take = (event: DragEvent): void => {
        if (choosing.takesFolder !== true) return
        event.preventDefault()
        event.stopImmediatePropagation()
        if (type !== 'drop') return
        const [item] = event.dataTransfer?.items ?? []
        // what TypeScript doesn't declare
        choosing.givenFolder = (item as { readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> } | undefined)?.getAsFileSystemHandle?.() ?? null
      }
      window.addEventListener(type, take, true)
    }
    choosing.showDirectoryPicker = async () => {
      const folder = await choosing.givenFolder
      choosing.givenFolder = null
      if (folder?.kind !== 'directory') throw new DOMException('nobody chose', 'AbortError')
      return folder
    }
  })
}

/** What the page's next question for a folder is answered with. @param path a folder of the disk */
export async function giveFolder(page: Page, path: string): Promise<void> {
  await page.evaluate(() => void ((window as Choosing).takesFolder = true))
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 5, y: 5, data })
  await session.detach()
  await page.waitForFunction(() => (window as Choosing).givenFolder)
  await page.evaluate(() => void ((window as Choosing).takesFolder = false))
}
