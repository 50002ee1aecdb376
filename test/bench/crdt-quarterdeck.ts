import type { ChangeSet } from '../../shared/changes/fold.ts'
import { mergeChangeSets } from '../../shared/changes/merge.ts'
import { readPlanFile } from '../../shared/file/read-plan-file.ts'
import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import { fieldsIn } from './merge-sides.ts'
import type { Merging } from './merging.ts'

/** Our own files: text, with every field checked against its spec and a digest over all. */
export const quarterdeck: Merging = {
  name: 'Quarterdeck',
  keepsHistory: true,
  write: ({ mySet, theirSet }) => ({ mine: toBytes(writeText(mySet)), theirs: toBytes(writeText(theirSet)) }),
  merge: ({ mine, theirs }) => {
    const { set } = mergeChangeSets(readText(toText(mine)), readText(toText(theirs)))
    return { bytes: toBytes(writeText(set)), read: () => fieldsIn(set) }
  },
}

export function writeText(set: ChangeSet): string {
  return writePlanFile({ set, by: { replica: 'aaaaaaaaaa', name: 'bench' }, at: '2018-12-06T16:42:00Z', app: 'bench' })
}

export function readText(text: string): ChangeSet {
  const read = readPlanFile(text)
  if (!read.ok) throw new Error(read.problem.what)
  return read.file.set
}

export function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
