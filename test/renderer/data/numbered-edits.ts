import type { Change } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'

/** The edit made in millisecond `at`, on one of seven goals; each is told from every other by its stamp and its value. */
export function edit(at: number): Change {
  return { at: formatStamp({ ms: at, counter: 0, writer: 'aaaaaaaaaa0' }), on: `goal:g${at % 7}`, set: { title: `at ${at}` } }
}

/** Those of the milliseconds from the first to before the last. */
export function edits(from: number, to: number): readonly Change[] {
  return Array.from({ length: to - from }, (_, index) => edit(from + index))
}
