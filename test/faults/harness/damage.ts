import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Random } from '../../shared/changes/history/random.ts'
import type { DataFile } from './profile-files.ts'

type Held = DataFile['holds']

/** Something that happens to files on a disk. */
export interface Damage {
  readonly name: string
  readonly harm: (files: readonly DataFile[], random: Random) => void
}

export const truncated = (kind: DataFile['kind'], of?: Held): Damage => ({ name: `${called(kind, of)} cut to half`, harm: (files) => change(largest(files, kind, of), (bytes) => bytes.subarray(0, bytes.length >> 1)) })

export const emptied = (kind: DataFile['kind'], of?: Held): Damage => ({ name: `${called(kind, of)} emptied`, harm: (files) => change(largest(files, kind, of), () => Buffer.alloc(0)) })

export const headerZeroed = (kind: DataFile['kind'], of?: Held): Damage => ({ name: `${called(kind, of)}: header zeroed`, harm: (files) => change(largest(files, kind, of), (bytes) => bytes.fill(0, 0, Math.min(100, bytes.length))) })

export const deleted = (kind: DataFile['kind'], of?: Held): Damage => ({ name: `${called(kind, of)} deleted`, harm: (files) => rmSync(largest(files, kind, of).path) })

/** 64 bytes in a row, each bit of them turned. */
export const flipped = (kind: DataFile['kind'], of?: Held): Damage => ({
  name: `${called(kind, of)}: 64 bytes flipped`,
  harm: (files, random) =>
    change(largest(files, kind, of), (bytes) => {
      const start = random.below(Math.max(1, bytes.length - 64))
      for (let at = start; at < Math.min(bytes.length, start + 64); at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff
      return bytes
    }),
})

/** One byte anywhere in what holds data, as large files get it more often. */
export const randomByte: Damage = {
  name: 'a random byte',
  harm: (files, random) => {
    const holding = files.filter(({ kind, size }) => kind !== 'other' && size > 0)
    let place = random.below(holding.reduce((sum, { size }) => sum + size, 0))
    for (const file of holding) {
      if (place < file.size) return change(file, (bytes) => bytes.fill((bytes[place] ?? 0) ^ (1 + random.below(255)), place, place + 1))
      place -= file.size
    }
  },
}

function change(file: DataFile, by: (bytes: Buffer) => Buffer): void {
  writeFileSync(file.path, by(readFileSync(file.path)))
}

function largest(files: readonly DataFile[], kind: DataFile['kind'], of?: Held): DataFile {
  const [file] = files.filter((each) => each.kind === kind && (of === undefined || each.holds === of)).toSorted((a, b) => b.size - a.size)
  if (file === undefined) throw new Error(`there is no ${called(kind, of)} to damage`)
  return file
}

const kinds: Readonly<Record<DataFile['kind'], string>> = { log: 'log', table: 'table', manifest: 'MANIFEST', current: 'CURRENT', database: 'database file', other: 'file' }

function called(kind: DataFile['kind'], of: Held | undefined): string {
  return of === undefined ? kinds[kind] : `${kinds[kind]} of the ${of}`
}
