import { recordIn, type ChangeSet } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import { msOf, replicaOf, type Stamp } from '../changes/stamp.ts'
import type { Day } from '../model/date.ts'
import { idOf } from '../model/ids.ts'
import { pageDayOf } from '../wiki/page/page-stamp.ts'

/** Whose clock a stamp belongs to, and when it was, in milliseconds since 1970; or the date of which goals page. */
export type StampSource = { readonly kind: 'computer'; readonly replica: string; readonly ms: number } | { readonly kind: 'page'; readonly day: Day }

export function sourceOf(at: Stamp): StampSource {
  const day = pageDayOf(at)
  return day === null ? { kind: 'computer', replica: replicaOf(at), ms: msOf(at) } : { kind: 'page', day }
}

/** What people call a computer; empty while they have not named it. */
export function computerNameIn(set: ChangeSet, replica: string): string {
  const name = winnerOf(recordIn(set, idOf('replica', replica)), 'name')?.value
  return typeof name === 'string' ? name : ''
}
