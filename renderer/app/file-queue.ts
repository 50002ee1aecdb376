import type { OpenedFile } from '../../shared/bridge/files.ts'
import type { AppOverlay, AppStore } from './app-store.ts'

/** What a person has to look at before the next file can be: a second file would take its place. */
const ofFiles: readonly AppOverlay['kind'][] = ['problem', 'readPage', 'snapshot', 'mergeFile']

interface FileQueue {
  readonly store: AppStore
  readonly take: (file: OpenedFile) => Promise<void>
  /** Told of a file over which the taking broke off. */
  readonly onBroken: (file: OpenedFile) => void
}

/**
 * Takes files one after the other, in the order they came. Two that are opened at once would otherwise both ask, and
 * only the question of the last would be seen.
 */
export function createFileQueue({ store, take, onBroken }: FileQueue): (file: OpenedFile) => void {
  const waiting: OpenedFile[] = []
  let isTaking = false
  const isAsking = (): boolean => {
    const { overlay } = store.getState()
    return overlay !== null && ofFiles.includes(overlay.kind)
  }
  const next = async (): Promise<void> => {
    if (isTaking || isAsking()) return
    const file = waiting.shift()
    if (file === undefined) return
    isTaking = true
    try {
      await take(file)
    } catch {
      onBroken(file)
    }
    isTaking = false
    void next()
  }
  store.subscribe((now, before) => {
    if (now.overlay !== before.overlay) void next()
  })
  return (file) => {
    waiting.push(file)
    void next()
  }
}
