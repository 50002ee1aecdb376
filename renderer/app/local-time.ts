import { Temporal } from 'temporal-polyfill'

/** Today by this computer's calendar, `2018-12-06`. */
export function localToday(): string {
  return Temporal.Now.plainDateISO().toString()
}

/** Now by this computer's clock, `2018-12-06T16:42`, for names of files. */
export function localMinute(): string {
  return Temporal.Now.plainDateTimeISO().toString().slice(0, 16)
}
