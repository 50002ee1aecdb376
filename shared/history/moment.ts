import type { Day } from '../model/date.ts'
import type { PointInTime } from './view-at.ts'

/** The days of this computer's calendar: where they begin and end is a matter of the time zone one is in. */
export interface Calendar {
  readonly today: Day
  /** The day of a moment that isn't later than today, in milliseconds since 1970. */
  readonly dayOf: (ms: number) => Day
  /** The last millisecond of a day. */
  readonly endOf: (day: Day) => number
}

/** How much one computer wrote, or one copy of a goals page said: records written to, each as often as it was. */
export interface Share {
  readonly source: { readonly kind: 'computer'; readonly replica: string } | { readonly kind: 'page'; readonly day: Day }
  readonly edits: number
}

/** A moment at which the plan came to read differently, up to the end of its day or, today, of its minute. */
export interface Moment {
  readonly key: string
  readonly kind: 'start' | 'day' | 'minute' | 'now'
  readonly day: Day
  readonly until: PointInTime
  /** Who wrote something then, who wrote most first. */
  readonly by: readonly Share[]
  readonly edits: number
  /** Notes that came to be there: written then or, where that is later, dated then. */
  readonly notes: number
  /** Of the edits those that a clock running ahead has stamped later than today. */
  readonly ahead: number
}
