import { Temporal } from 'temporal-polyfill'
import type { Knows } from '../../changes/knows.ts'
import { createClock, formatStamp, msOf, tick, writerOf, type Stamp } from '../../changes/stamp.ts'
import { isPageWriter, pageWriter } from '../../changes/writer.ts'
import type { Day } from '../../model/date.ts'

const dayMs = 24 * 60 * 60 * 1000
/** 9999-12-31, in days since 1970. */
const lastDay = 2_932_896

/**
 * The stamp of everything one copy of a goals page says. Where a person's stamp counts milliseconds, a page's
 * counts days: so it lies in the first hour of 1970, below every edit, and what a person wrote stands over what
 * any copy of the page says, whichever of the two was first (build/decisions/0006-page-is-a-source.md).
 * Copies stand over each other by their date; one read later with an earlier or equal date, by the counter.
 * A copy that was read before gets its stamp of then.
 * @param date of the page, in milliseconds since 1970
 */
export function pageStamp({ key, date, knows }: { readonly key: string; readonly date: number; readonly knows: Knows }): Stamp {
  const writer = pageWriter(key)
  const before = knows.get(writer)
  if (before !== undefined && isPageStamp(before)) return before
  const day = dayNumber(date)
  const latest = latestPageStamp(knows)
  if (latest === undefined || msOf(latest) < day) return formatStamp({ ms: day, counter: 0, writer })
  return tick({ clock: createClock(writer), now: 0, after: latest }).stamp
}

/** The stamp of what a copy says after all that it says under this one. */
export function laterStamp(stamp: Stamp, steps: number): Stamp {
  let after = stamp
  for (let step = 0; step < steps; step += 1) after = tick({ clock: createClock(writerOf(stamp)), now: 0, after }).stamp
  return after
}

/** The day of a moment, counted from 1970: what a page's stamp has for milliseconds. */
export function dayNumber(date: number): number {
  return Math.min(Math.max(Math.floor(date / dayMs), 0), lastDay)
}

/** Whether a stamp is that of a page: by its writer, and by lying where only pages stamp. */
export function isPageStamp(stamp: Stamp): boolean {
  return isPageWriter(writerOf(stamp)) && msOf(stamp) <= lastDay
}

/** The date of the page that a stamp comes from, or null for the stamp of a person's edit. */
export function pageDayOf(stamp: Stamp): Day | null {
  return isPageStamp(stamp) ? Temporal.PlainDate.from('1970-01-01').add({ days: msOf(stamp) }).toString() : null
}

/** The stamp of the copy that counts, of all that have been read. */
export function latestPageStamp(knows: Knows): Stamp | undefined {
  let latest: Stamp | undefined
  for (const stamp of knows.values()) if (isPageStamp(stamp) && (latest === undefined || latest < stamp)) latest = stamp
  return latest
}
