import { isDeepStrictEqual } from 'node:util'
import { mergeChangeSets } from '../../shared/changes/merge.ts'
import { automerge } from './crdt-automerge.ts'
import { loro } from './crdt-loro.ts'
import { quarterdeck, readText, toText, writeText } from './crdt-quarterdeck.ts'
import { yjs } from './crdt-yjs.ts'
import { alternatingTimes, row } from './measure.ts'
import { fieldsIn, mergeSides, type Fields, type MergeSides } from './merge-sides.ts'

/** Two files of 10,000 goals with 2,000 edits each become one: against the least that must be done, and against three libraries. */
export function benchMerge(): void {
  const sides = mergeSides({ goals: 10_000, edits: 2_000 })
  const { mine, theirs } = quarterdeck.write(sides)
  benchRatios({ mine: toText(mine), theirs: toText(theirs) })

  const merge = mergeChangeSets(sides.mySet, sides.theirSet)
  row('what that merge finds', { conflicts: String(merge.conflicts.length), 'fields changed': String(merge.changedFields.length) })
  benchLibraries({ sides, expected: fieldsIn(merge.set) })
}

/** What merging adds to reading both and writing one, and what all of it costs against bare JSON. */
function benchRatios({ mine, theirs }: { readonly mine: string; readonly theirs: string }): void {
  const [bare = 0, checked = 0, whole = 0] = alternatingTimes(11, [
    () => {
      JSON.parse(theirs)
      JSON.stringify(JSON.parse(mine))
      return undefined
    },
    () => {
      readText(theirs)
      writeText(readText(mine))
      return undefined
    },
    () => {
      writeText(mergeChangeSets(readText(mine), readText(theirs)).set)
      return undefined
    },
  ])
  row('merge 2 × 10,000 goals, file in to file out', { ms: whole, 'read both, write one': checked, ratio: (whole / checked).toFixed(2) })
  row('the same, against bare JSON', { ms: whole, 'JSON.parse both, JSON.stringify one': bare, ratio: whole / bare })
}

/** Each merges its own files of the same plan with the same edits, and must end with the same fields as ours. */
function benchLibraries({ sides, expected }: { readonly sides: MergeSides; readonly expected: Fields }): void {
  const programs = [quarterdeck, automerge, yjs, loro].map((program) => ({ program, files: program.write(sides) }))
  const sizes = programs.map(({ program, files }) => {
    const { bytes, read, free } = program.merge(files)
    if (!isDeepStrictEqual(read(), expected)) throw new Error(`${program.name} ends with another plan than ours`)
    free?.()
    return { 'KB a file': Math.round(files.mine.length / 1024), 'KB merged': Math.round(bytes.length / 1024) }
  })
  const saved = alternatingTimes(7, programs.map(({ program, files }) => () => program.merge(files).free))
  const alsoRead = alternatingTimes(3, programs.map(({ program, files }) => () => {
    const merged = program.merge(files)
    merged.read()
    return merged.free
  }))
  const table = programs.map(({ program }, index) => {
    const [ms, msRead] = [saved[index] ?? Number.NaN, alsoRead[index] ?? Number.NaN]
    return [program.name, { ms: Math.round(ms), 'ms, all read': Math.round(msRead), ...sizes[index], 'keeps what was overwritten': program.keepsHistory }] as const
  })
  process.stdout.write('load both, merge, save\n')
  console.table(Object.fromEntries(table))
}
