import type { Copied, CopyStore } from '../../shared/copies/copy-store.ts'
import type { CopyAnswer, CopyCall } from './copy-call.ts'

interface OpfsCopiesOptions {
  /** Null where there can be no worker, or no files. */
  readonly start: () => CopiesWorker | null
  /** How long a worker may say nothing while it is waited for, in milliseconds. */
  readonly patience?: number
}

/** The part of a worker that is used. */
export interface CopiesWorker {
  readonly postMessage: (call: CopyCall) => void
  readonly addEventListener: Worker['addEventListener']
  readonly terminate: () => void
}

interface Running {
  readonly worker: CopiesWorker
  readonly waiting: Map<number, (answer: Copied<unknown>) => void>
  /** How many ticks have passed without a word, while something was waited for. */
  silence: number
  ticking: ReturnType<typeof setInterval> | null
}

/** A computer that slept finds one tick overdue and not all of them, so its worker isn't taken for dead. */
const ticks = 8

/**
 * The second copy of a browser: files in the origin private file system, written by a worker of ours. A worker that
 * dies, or says nothing for too long, has failed all it was asked; the next call starts another. Nobody is kept waiting
 * so long: see `withPatience`.
 *
 * When the page goes, the browser ends its worker with what is still to be done: of five additions asked for in
 * `pagehide` Chromium did one on the way to another page, and none when the tab was closed. None was answered, so none
 * counts as written, and the next start makes them up from the database.
 */
export function createOpfsCopies({ start, patience = 10_000 }: OpfsCopiesOptions): CopyStore {
  let running: Running | null = null
  let lastId = 0

  const begin = (): Running | null => {
    const worker = start()
    if (worker === null) return null
    const begun: Running = { worker, waiting: new Map(), silence: 0, ticking: null }
    worker.addEventListener('message', ({ data: { id, answer } }: MessageEvent<CopyAnswer>) => {
      begun.silence = 0
      begun.waiting.get(id)?.(answer)
      begun.waiting.delete(id)
    })
    worker.addEventListener('error', () => end(begun))
    worker.addEventListener('messageerror', () => end(begun))
    return begun
  }
  const end = (ended: Running): void => {
    if (running === ended) running = null
    if (ended.ticking !== null) clearInterval(ended.ticking)
    ended.worker.terminate()
    for (const resolve of ended.waiting.values()) resolve({ ok: false, reason: 'failed' })
    ended.waiting.clear()
  }
  const tick = (watched: Running): void => {
    watched.silence += 1
    if (watched.waiting.size > 0) {
      if (watched.silence < ticks) return
      return end(watched)
    }
    if (watched.ticking !== null) clearInterval(watched.ticking)
    watched.ticking = null
  }
  const ask = async <T>(name: keyof CopyStore, input?: unknown): Promise<Copied<T>> => {
    const asked = (running ??= begin())
    if (asked === null) return { ok: false, reason: 'unavailable' }
    lastId += 1
    const id = lastId
    if (asked.waiting.size === 0) asked.silence = 0
    const answer = new Promise<Copied<unknown>>((resolve) => void asked.waiting.set(id, resolve))
    asked.ticking ??= setInterval(() => tick(asked), patience / ticks)
    asked.worker.postMessage({ id, name, input })
    return (await answer) as Copied<T> // the worker runs the call of that name
  }

  return {
    folders: () => ask('folders'),
    list: (folder) => ask('list', folder),
    read: (place) => ask('read', place),
    append: (addition) => ask('append', addition),
    write: (file) => ask('write', file),
    remove: (place) => ask('remove', place),
  }
}
