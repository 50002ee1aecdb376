import { type FSWatcher, watch } from 'node:fs'
import { basename, join } from 'node:path'
import { innerFolders, itemAtPath } from '../../../shared/share/folder/folder-path.ts'
import { codeOf, log } from '../log.ts'
import { isDriveOfNetwork } from './drive-kind.ts'
import { factsOf } from './folder-place.ts'
import type { AskDrive } from './patient-drive.ts'

/** Watches a shared folder, as far as it can be watched; what it misses, whoever looks from time to time finds. */
export interface FolderWatch {
  readonly listen: (listener: () => void) => () => void
  /** Watches what is there by now; called whenever the folder has just answered. Throws as `ask` does. */
  readonly renew: () => Promise<void>
}

/** A file that arrives makes several events. */
const gatherMs = 150

interface Watched {
  readonly watcher: FSWatcher
  /** Another folder may have come in the place of the one that is watched. */
  readonly ino: number
}

/**
 * Nothing waits for a watch: beginning one asks the system at once, and a drive of the network that is gone would hold
 * up everything. So only drives of this computer are watched, and only just after they answered.
 */
export function createFolderWatch({ root, ask }: { readonly root: string; readonly ask: AskDrive }): FolderWatch {
  const listeners = new Set<() => void>()
  const watched = new Map<string, Watched>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let mayWatch: boolean | null = null

  const tell = (): void => {
    timer ??= setTimeout(() => {
      timer = null
      for (const listener of listeners) listener()
    }, gatherMs)
  }
  const leave = (path: string): void => {
    watched.get(path)?.watcher.close()
    watched.delete(path)
  }
  const begin = (path: string, ino: number): void => {
    const inner = path === root ? '' : `${basename(path)}/`
    try {
      const watcher = watch(path, { persistent: false }, (_event, name) => {
        if (name === null || isOfInterest(inner + name) || name === basename(path)) tell()
      })
      watcher.on('error', (error) => {
        log('shared folder no longer watched', { code: codeOf(error) })
        leave(path)
        tell()
      })
      watched.set(path, { watcher, ino })
    } catch (error) {
      log('shared folder not watched', { code: codeOf(error) })
    }
  }

  return {
    listen(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) for (const path of [...watched.keys()]) leave(path)
      }
    },
    async renew() {
      mayWatch ??= !(await ask(() => isDriveOfNetwork(root)))
      if (!mayWatch) return
      for (const path of [root, ...innerFolders.map((inner) => join(root, inner))]) {
        const facts = await ask(() => factsOf(path))
        if (watched.get(path)?.ino !== facts?.ino) leave(path)
        if (listeners.size > 0 && facts?.isDirectory() === true && !watched.has(path)) begin(path, facts.ino)
      }
    },
  }
}

/** What is still being written is not. */
function isOfInterest(path: string): boolean {
  return itemAtPath(path) !== null || innerFolders.some((inner) => inner === path)
}
