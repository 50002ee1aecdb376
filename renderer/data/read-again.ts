import type { Stored } from './storage.ts'

/** Reads, and once more where that failed: a read may fail for once, when the browser is busy with other things. */
export async function readAgainIfFailed<T>(read: () => Promise<Stored<T>>): Promise<Stored<T>> {
  const first = await read()
  return !first.ok && first.failure.kind === 'failed' ? read() : first
}
