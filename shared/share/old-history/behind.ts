import { isKnown, type Knows } from '../../changes/knows.ts'
import { isStamp, writerOf, type Writer } from '../../changes/stamp.ts'

/** What somebody lacks of what is known, in few words where that is little: of each writer the last stamp they have, or the writer where they have none. */
export function behindIn({ theirs, knows }: { readonly theirs: Knows; readonly knows: Knows }): readonly string[] {
  return [...knows].flatMap(([writer, stamp]) => (isKnown({ knows: theirs, stamp }) ? [] : [theirs.get(writer) ?? writer]))
}

/** What they know of it, told from that. */
export function knownWithout({ knows, behind }: { readonly knows: Knows; readonly behind: readonly string[] }): Knows {
  const known = new Map<Writer, string>(knows)
  for (const each of behind) {
    if (isStamp(each)) known.set(writerOf(each), each)
    else known.delete(each)
  }
  return known
}
