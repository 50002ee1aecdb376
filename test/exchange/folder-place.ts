import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createDiskFolder } from '../../electron/main/folders/disk-folder.ts'
import { createFolderMailbox } from '../../shared/share/folder/folder-mailbox.ts'
import type { Mailbox } from '../../shared/share/mailbox.ts'
import { createRandom } from '../shared/changes/history/random.ts'
import type { Place } from '../shared/share/share-world.ts'
import { createSynchroniser } from './synchroniser.ts'

/** What changed just now is looked at once more after so long. */
const untilSettled = 110

/**
 * Real folders for a history of the suite that every mailbox passes: one for all computers, as on a drive of the
 * network, or one for each, which a program synchronises while they look.
 */
export async function openFolderPlace({ isOne, seed }: { readonly isOne: boolean; readonly seed: number }): Promise<Place> {
  const around = realpathSync(mkdtempSync(join(tmpdir(), 'quarterdeck-place-')))
  const random = createRandom(seed)
  const folders: string[] = []
  const synchroniser = createSynchroniser({ folders, random })
  let strays = 0
  const addFolder = (): string => {
    const folder = join(around, String(folders.length), 'tec3.planfolder')
    mkdirSync(folder, { recursive: true })
    folders.push(folder)
    return folder
  }
  const folderAtRandom = (): string => (folders.length === 0 ? addFolder() : random.pick(folders))
  const carry = (all: boolean): void => {
    for (const from of folders.keys()) for (const to of folders.keys()) if (from !== to && (all || random.chance(0.2))) synchroniser.carry({ from, to, all })
  }
  return {
    async open() {
      const root = isOne && folders[0] !== undefined ? folders[0] : addFolder()
      const mailbox = createFolderMailbox({ files: createDiskFolder({ root }), now: Date.now })
      const list: Mailbox['list'] = () => {
        carry(false)
        return mailbox.list()
      }
      return { ...mailbox, list }
    },
    async empty() {
      for (const at of folders.keys()) synchroniser.empty(at)
    },
    async layStray(text) {
      strays += 1
      const inner = join(folderAtRandom(), random.pick(['replicas', 'recent']))
      mkdirSync(inner, { recursive: true })
      writeFileSync(join(inner, `aaaaaaaaaa (conflicted copy ${strays}).json`), text)
    },
    async settle() {
      const before = synchroniser.done.copied
      carry(true)
      if (isOne || synchroniser.done.copied > before) await wait(untilSettled)
    },
    async close() {
      rmSync(around, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
