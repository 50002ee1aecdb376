import { writerOf, type Stamp, type Writer } from './stamp.ts'

/**
 * What a set of changes has seen: the latest stamp of each writer (a version vector).
 * A plan holds every change ever seen, so it follows from the changes; files carry it for readers that
 * hold only a part.
 */
export type Knows = ReadonlyMap<Writer, Stamp>

/** Whether whoever knows this has seen the change with the given stamp. */
export function isKnown({ knows, stamp }: { readonly knows: Knows; readonly stamp: Stamp }): boolean {
  const latest = knows.get(writerOf(stamp))
  return latest !== undefined && stamp <= latest
}

/** Whether two have seen the same. */
export function isSameKnows(knows: Knows, other: Knows): boolean {
  return knows.size === other.size && [...knows].every(([writer, stamp]) => other.get(writer) === stamp)
}

/** Adds stamps; returns the same map when nothing is new, so that identity tells. */
export function learn(knows: Knows, stamps: Iterable<Stamp>): Knows {
  let learned: Map<Writer, Stamp> | undefined
  for (const stamp of stamps) {
    if (isKnown({ knows: learned ?? knows, stamp })) continue
    learned ??= new Map(knows)
    learned.set(writerOf(stamp), stamp)
  }
  return learned ?? knows
}
