import type { Change, Edit } from './change.ts'
import { recordIn, type ChangeSet } from './fold.ts'
import { winnerOf } from './folded-record.ts'
import type { Stamp } from './stamp.ts'
import { stampLocal, type WindowClock } from './writer.ts'

/**
 * Makes changes of the edits of one action: all bear one stamp, later than every value they replace, so what
 * a person does is what happens.
 * @param now milliseconds since 1970 by the wall clock
 */
export function stampEdits({ clock, set, edits, now }: { readonly clock: WindowClock; readonly set: ChangeSet; readonly edits: readonly Edit[]; readonly now: number }): {
  readonly clock: WindowClock
  readonly changes: readonly Change[]
} {
  const stamped = stampLocal({ clock, now, after: latestReplaced(set, edits) })
  return { clock: stamped.clock, changes: edits.map((edit) => ({ at: stamped.stamp, ...edit })) }
}

/** The latest stamp among the values that edits replace, or undefined where they replace none. */
export function latestReplaced(set: ChangeSet, edits: readonly Edit[]): Stamp | undefined {
  let latest: Stamp | undefined
  for (const { on, set: fields } of edits) {
    const record = recordIn(set, on)
    for (const field of Object.keys(fields)) {
      const replaced = winnerOf(record, field)?.at
      if (replaced !== undefined && (latest === undefined || latest < replaced)) latest = replaced
    }
  }
  return latest
}
