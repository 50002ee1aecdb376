import type { Knows } from '../changes/knows.ts'
import { msOf } from '../changes/stamp.ts'

/** What was known here a while ago: who lacks some of that still has gone without it for as long. */
export interface KnownBefore {
  readonly note: (moment: Moment) => void
  /** What was known at a moment; null where nothing is known to be as old. */
  readonly at: (moment: number) => Knows | null
}

interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly knows: Knows
}

/** Moments closer to each other are one. */
const apartMs = 30_000
/** Nobody asks for what was known longer ago. */
export const knownForMs = 3_600_000

/** @param begun what was known at the start: it is as old as the last of it */
export function createKnownBefore({ begun }: { readonly begun: Knows }): KnownBefore {
  let noted: readonly Moment[] = [{ at: lastOf(begun), knows: begun }]
  const until = (at: number): readonly Moment[] => noted.filter((each) => each.at <= at)
  return {
    note: ({ at, knows }) => {
      // where a clock was set back it begins anew
      const kept = until(at)
      const newest = kept.at(-1)
      if (newest !== undefined && (newest.knows === knows || at - newest.at < apartMs)) return
      const old = until(at - knownForMs).at(-1)
      noted = [...kept.filter((each) => old === undefined || each.at >= old.at), { at, knows }]
    },
    at: (moment) => until(moment).at(-1)?.knows ?? null,
  }
}

function lastOf(knows: Knows): number {
  let last = 0
  for (const stamp of knows.values()) last = Math.max(last, msOf(stamp))
  return last
}
