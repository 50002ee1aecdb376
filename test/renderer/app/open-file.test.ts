import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp, type App } from '../../../renderer/app/create-app.ts'
import { createSharing } from '../../../renderer/app/share/sharing.ts'
import type { Host } from '../../../renderer/host/host.ts'
import { appText } from '../../../renderer/text/app.ts'
import { createToaster } from '../../../renderer/ui/toaster.ts'
import type { OpenedFile } from '../../../shared/bridge/files.ts'
import { createFakeLocks } from '../data/fake-locks.ts'
import { noDrafts } from '../state/no-drafts.ts'
import { deskAtWork, type DeskAtWork } from './desk-at-work.ts'
import { noServers } from './share/computer-at-share.ts'
import { createMemoryFolders } from './share/memory-folders.ts'

let at: DeskAtWork

beforeEach(async () => {
  at = await deskAtWork()
})
afterEach(() => at.close())

const bad = (name: string): OpenedFile => ({ ok: false, name, reason: 'notText' })

/** The app over a frame of which only files are asked. */
function appOver(files: { readonly openFile?: Host['openFile']; readonly openRecent?: Host['recent']['open'] }): App {
  const asked: Pick<Host, 'kind' | 'copies' | 'openFile'> & { readonly recent: Partial<Host['recent']> } = {
    kind: 'desktop',
    copies: at.computer.copies,
    openFile: files.openFile ?? (() => Promise.resolve(null)),
    recent: { open: files.openRecent ?? (() => Promise.resolve(null)), forget: () => Promise.reject(new Error('gone')) },
  }
  const host = asked as Host
  const sharing = createSharing({ library: at.library, host: { folders: createMemoryFolders(), servers: noServers }, locks: createFakeLocks(), openChannel: at.computer.openWindow().openChannel, onWake: () => () => undefined })
  return createApp({ store: at.store, library: at.library, host, toaster: createToaster(), slot: 0, drafts: noDrafts(), sharing })
}

const shown = (): string | undefined => {
  const { overlay } = at.store.getState()
  return overlay?.kind === 'problem' ? overlay.title : undefined
}

test('[G4] a file from the dialog waits like any other while a person looks at the one before', async () => {
  const app = appOver({ openFile: () => Promise.resolve(bad('second.qdeck')) })
  app.takeFile(bad('first.qdeck'))
  await expect.poll(shown).toBe(appText.fileRefused('first.qdeck'))
  app.openFile()
  await new Promise((done) => setTimeout(done, 20))
  expect(shown()).toBe(appText.fileRefused('first.qdeck'))
  app.closeOverlay()
  await expect.poll(shown).toBe(appText.fileRefused('second.qdeck'))
})

test('[G3] a dialog or a recent file that breaks off is told of', async () => {
  const broken = (): Promise<never> => Promise.reject(new Error('gone'))
  const app = appOver({ openFile: broken, openRecent: broken })
  app.openFile()
  await expect.poll(shown).toBe(appText.notOpened)
  app.closeOverlay()
  at.store.setState({ recent: [{ token: 'file-1', name: 'mine.qdeck', folder: '', at: 0, isMissing: false }] })
  app.openRecent('file-1')
  await expect.poll(shown).toBe(appText.fileRefused('mine.qdeck'))
  app.forgetRecent('file-1')
})
