import { createTurns } from '../../shared/changes/turns.ts'
import type { Copied } from '../../shared/copies/copy-store.ts'
import type { CopyAnswer, CopyCall } from './copy-call.ts'
import { createOpfsFiles } from './opfs-files.ts'

/** The worker that keeps the second copy in a browser: it does one call after the other, in the order in which they came. */
const files = createOpfsFiles({
  root: openRoot,
  locks: navigator.locks,
  drawName: () => crypto.randomUUID(),
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
})
const inTurn = createTurns()

globalThis.addEventListener('message', ({ data }: MessageEvent<CopyCall>) => {
  void inTurn(() => take(data))
})

async function take({ id, name, input }: CopyCall): Promise<void> {
  // Name and input belong together as the page calls them; the compiler sees only the union of all.
  const call = files[name] as (input: unknown) => Promise<Copied<unknown>>
  // whoever asked waits for an answer, also to what should not have failed
  const answer = await call(input).catch((): Copied<never> => ({ ok: false, reason: 'failed' }))
  globalThis.postMessage({ id, answer } satisfies CopyAnswer)
}

async function openRoot(): Promise<FileSystemDirectoryHandle> {
  const { prototype } = FileSystemFileHandle
  if (!('createSyncAccessHandle' in prototype) || !('move' in prototype)) throw new DOMException('no flushed writing here', 'NotSupportedError')
  return navigator.storage.getDirectory()
}
