import { Temporal } from 'temporal-polyfill'

/** Today by this computer's calendar, `2018-12-06`. */
export function localToday(): string {
  return Temporal.Now.plainDateISO().toString()
}

/**
 * A moment by this computer's clock, `2018-12-06T16:42`, for names of files.
 * @param at ISO 8601 text; now, where it is left out or says no moment
 */
export function localMinute(at?: string): string {
  const ms = at === undefined ? Number.NaN : Date.parse(at)
  const moment = Number.isNaN(ms) ? Temporal.Now.instant() : Temporal.Instant.fromEpochMilliseconds(ms)
  return moment.toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDateTime().toString().slice(0, 16)
}
