import { createOpfsCopies } from '../../renderer/host/opfs-copies.ts'
import { startCopiesWorker } from '../../renderer/host/start-copies-worker.ts'
import { frameLine } from '../../shared/copies/framed-line.ts'
import type { Copied, CopyPlace, CopyStore } from '../../shared/copies/copy-store.ts'
import { copyStoreLaws } from '../shared/copies/copy-store-laws.ts'

/** What the specs of copies ask of a page: the second copy in a real browser, without a screen. */
const store = createOpfsCopies({ start: startCopiesWorker })
const place: CopyPlace = { folder: 'plan-a', name: 'journal-0.log' }

const probe = {
  store,
  place,
  /** A worker of its own, as another window has. */
  another: (): CopyStore => createOpfsCopies({ start: startCopiesWorker }),
  /** The names of the laws that don't hold, each with what was found. */
  brokenLaws: async (): Promise<readonly string[]> => {
    const broken: string[] = []
    for (const { name, holds } of copyStoreLaws) {
      await (await navigator.storage.getDirectory()).removeEntry('copies', { recursive: true }).catch(() => undefined)
      await holds(probe.another()).catch((error: unknown) => broken.push(`${name}: ${String(error)}`))
    }
    return broken
  },
  folder: async (): Promise<FileSystemDirectoryHandle> => (await (await navigator.storage.getDirectory()).getDirectoryHandle('copies')).getDirectoryHandle(place.folder),
  /** The paths of all files, also of those that are no copies. */
  everywhere: async (): Promise<readonly string[]> => {
    const paths: string[] = []
    for await (const [folder, entry] of await (await navigator.storage.getDirectory()).getDirectoryHandle('copies')) {
      if (entry.kind === 'directory') for await (const name of entry.keys()) paths.push(`${folder}/${name}`)
    }
    return paths
  },
  /** Adds lines until the browser is gone, and says of each when it was acknowledged. */
  hammer: async (from: number): Promise<never> => {
    for (let line = from; ; line += 1) {
      valueOf(await store.append({ ...place, text: frameLine(JSON.stringify({ line, text: 'x'.repeat((line * 37) % 900) })) }))
      window.acknowledged(line)
      if (line % 8 === 0) void store.write({ folder: 'library', name: 'list.json', text: `${line} `.repeat(50_000) })
    }
  },
}

export type CopiesProbe = typeof probe

declare global {
  interface Window {
    copiesProbe: CopiesProbe
  }
}

window.copiesProbe = probe

function valueOf<T>(answer: Copied<T>): T {
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}
