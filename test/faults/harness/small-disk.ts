import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own that can be made full. */
export interface SmallDisk {
  readonly folder: string
  /** Takes all room that is left. */
  readonly fill: () => void
  readonly free: () => void
  readonly remove: () => Promise<void>
}

/** A disk of so many megabytes in memory, in a folder of its own or the empty one that is named, or why this computer gives none. */
export async function mountSmallDisk(megabytes: number, at?: string): Promise<SmallDisk | string> {
  if (process.platform !== 'linux') return 'only Linux mounts a disk in memory'
  const folder = at ?? (await mkdtemp(join(tmpdir(), 'quarterdeck-disk-')))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    await rm(folder, { recursive: true })
    return 'mounting a disk in memory is not allowed here'
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => fillUp(filler),
    free: () => rmSync(filler, { force: true }),
    remove: async () => {
      execFileSync('umount', ['--lazy', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** By large pieces, then by ever smaller ones, until not a byte goes in. */
function fillUp(path: string): void {
  const file = openSync(path, 'a')
  for (let size = 1 << 20; size >= 1; ) {
    try {
      writeSync(file, Buffer.alloc(size))
    } catch {
      size >>= 1
    }
  }
  closeSync(file)
}
