import { type FileHandle, open, rename } from 'node:fs/promises'
import type { Disk } from '../../electron/main/disk.ts'

interface Refusal {
  readonly code: string
  readonly times: number
}

type Step = 'open' | 'write' | 'sync' | 'rename' | 'flush'

/**
 * A real disk that refuses the steps it is told to so many times (`flush` is the flushing of a folder), takes at most
 * `most` bytes at once, and pauses that take no time.
 */
export function hinderedDisk(hindered: Partial<Record<Step, Refusal>> & { readonly most?: number }): Disk & { readonly paused: number[] } {
  const paused: number[] = []
  const left = new Map(Object.entries(hindered).flatMap(([step, refusal]) => (typeof refusal === 'object' ? [[step, refusal.times] as const] : [])))
  const refuse = (step: Step): void => {
    const times = left.get(step) ?? 0
    left.set(step, times - 1)
    if (times > 0) throw Object.assign(new Error('refused'), { code: hindered[step]?.code })
  }
  return {
    paused,
    pause: (milliseconds) => Promise.resolve(paused.push(milliseconds)),
    async open(path, flags, mode) {
      if (flags !== 'r') refuse('open')
      return hinderedFile({ file: await open(path, flags, mode), refuse, isFolder: flags === 'r', most: hindered.most ?? Infinity })
    },
    async rename(from, to) {
      refuse('rename')
      await rename(from, to)
    },
  }
}

function hinderedFile(options: { readonly file: FileHandle; readonly refuse: (step: Step) => void; readonly isFolder: boolean; readonly most: number }): FileHandle {
  const { file, refuse, isFolder, most } = options
  const { sync } = file
  const write = file.write as (this: FileHandle, bytes: Buffer, from: number, length: number, position: null) => Promise<{ readonly bytesWritten: number }> // one of the many ways to call it
  return Object.assign(file, {
    async sync() {
      refuse(isFolder ? 'flush' : 'sync')
      await sync.call(file)
    },
    async write(bytes: Buffer, from: number, length: number): Promise<{ readonly bytesWritten: number }> {
      refuse('write')
      const taken = Math.min(length, most)
      if (taken === 0) return { bytesWritten: 0 }
      return write.call(file, bytes, from, taken, null)
    },
  } as Partial<FileHandle>) // as above
}
