import { Temporal } from 'temporal-polyfill'

/** A moment as ISO 8601 text, as files say when they were written. */
export function isoTime(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toString({ smallestUnit: 'millisecond' })
}

/** The milliseconds since 1970 of such a text; null where it is none. */
export function readIsoTime(text: string): number | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return null // the library says so only by throwing
  }
}
