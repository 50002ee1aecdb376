import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Stats } from 'node:fs'
import { maxFileBytes } from '../../../shared/bridge/files.ts'
import { createTurns } from '../../../shared/changes/turns.ts'
import { isAsKnown, unseen, type FolderFile, type FolderFiles } from '../../../shared/share/folder/folder-files.ts'
import { innerFolders, isOwnPath, itemAtPath, sharePath } from '../../../shared/share/folder/folder-path.ts'
import type { Mailed } from '../../../shared/share/mailbox.ts'
import { modeOf, newFileMode, replaceFile } from '../atomic-save.ts'
import { type Disk, realDisk } from '../disk.ts'
import { codeOf, log } from '../log.ts'
import { ensureInner, factsOf, hasInner, placeOf, seeRoot } from './folder-place.ts'
import { createFolderWatch } from './folder-watch.ts'
import { changedMeanwhile, mailFailureOf, NotOurs } from './mail-failure.ts'
import { type AskDrive, createAskDrive, createSlots, type InSlot } from './patient-drive.ts'
import { readShared } from './read-shared.ts'

/** Strays are read too; of a folder full of something else so many are enough. */
const mostStrays = 1_000

/**
 * A folder on a disk or a drive of the network, below which nothing is reached but the files of a share.
 * @param root as `realpath` gives it; where that is no longer so, the folder counts as gone
 */
export function createDiskFolder(options: {
  readonly root: string
  readonly disk?: Disk
  /** What all folders share. */
  readonly inSlot?: InSlot
  readonly patience?: number
}): FolderFiles {
  const { root, disk = realDisk, inSlot = createSlots(), patience } = options
  const ask = createAskDrive(patience === undefined ? { inSlot } : { inSlot, patience })
  const inTurn = createTurns()
  const watch = createFolderWatch({ root, ask })
  let lastCode = ''

  const answer = <T>(work: () => Promise<T>): Promise<Mailed<T>> =>
    inTurn(async () => {
      try {
        const value = await work()
        lastCode = ''
        return { ok: true, value }
      } catch (error) {
        const code = codeOf(error)
        if (code !== lastCode) log('shared folder refuses', { code }) // once, and not with each look
        lastCode = code
        return { ok: false, reason: mailFailureOf(code) }
      }
    })

  return {
    list: () =>
      answer(async () => {
        const files = await listFolder({ root, ask })
        await watch.renew()
        return files
      }),
    read: (path) =>
      answer(async () => {
        const { folder, place } = placeOf(root, path)
        const facts = await ask(async () => {
          await seeRoot(root)
          return (await hasInner(folder)) ? factsOf(place) : null
        })
        return facts?.isFile() === true ? ask(() => readShared({ path: place, limit: maxFileBytes }), { bytes: Math.min(facts.size, maxFileBytes) }) : null
      }),
    write: (path, text, known) =>
      answer(async () => {
        if (!isOwnPath(path)) throw new NotOurs()
        const bytes = Buffer.byteLength(text)
        if (bytes > maxFileBytes) throw Object.assign(new Error('too large'), { code: 'EFBIG' })
        return ask(() => writeShared({ root, path, text, known, disk }), { bytes })
      }),
    watch(listener) {
      const stop = watch.listen(listener)
      void answer(watch.renew)
      return stop
    },
  }
}

/** One after the other: of a drive that stops to answer one thread waits and not all. Ours come before what may be any number of strays. */
async function listFolder({ root, ask }: { readonly root: string; readonly ask: AskDrive }): Promise<readonly FolderFile[]> {
  await ask(() => seeRoot(root))
  const paths = [sharePath]
  const strays: string[] = []
  for (const inner of innerFolders) {
    const names = await ask(async () => ((await hasInner(join(root, inner))) ? readdir(join(root, inner)) : []))
    for (const path of names.map((name) => `${inner}/${name}`)) {
      if (isOwnPath(path)) paths.push(path)
      else if (itemAtPath(path) !== null) strays.push(path)
    }
  }
  const files: FolderFile[] = []
  for (const path of [...paths, ...strays.slice(0, mostStrays)]) {
    const file = await ask(() => fileAt(path, placeOf(root, path).place)).catch(async () => {
      await ask(() => seeRoot(root)) // else it is the folder that can't be looked at
      return unseen(path)
    })
    if (file !== null) files.push(file)
  }
  return files
}

async function writeShared(options: { readonly root: string; readonly path: string; readonly text: string; readonly known: string | null | undefined; readonly disk: Disk }): Promise<FolderFile> {
  const { root, path, text, known, disk } = options
  const { folder, place } = placeOf(root, path)
  await seeRoot(root)
  await ensureInner({ root, folder, disk })
  const before = await factsOf(place)
  const mode = before?.isFile() === true ? await modeOf(place) : newFileMode // what is no file is replaced by one, a link too
  const lookAgain = async (): Promise<void> => {
    if (!isAsKnown({ known, there: known === undefined ? null : await fileAt(path, place) })) throw changedMeanwhile()
  }
  await lookAgain() // before anything is written for nothing
  const written = await replaceFile({ target: { path: place, mode }, text, disk, lookAgain })
  const after = await factsOf(place)
  // where it was replaced within that moment, what was written is told, so that the other is seen as another
  return fileOf(path, after !== null && after.ino === written.ino && after.size === written.size ? after : written)
}

/** How a file lies there; null where there is none that is listed. */
async function fileAt(path: string, place: string): Promise<FolderFile | null> {
  const facts = await factsOf(place)
  return facts?.isFile() === true && facts.size <= maxFileBytes ? fileOf(path, facts) : null
}

/** When it was written, or came to lie here: programs that synchronise folders set the one to what it was elsewhere. */
function fileOf(path: string, { size, mtimeMs, ctimeMs }: Stats): FolderFile {
  return { path, bytes: size, modified: Math.max(mtimeMs, ctimeMs) }
}
