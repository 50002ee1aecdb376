import { msOf, replicaOf, type Stamp } from '../changes/stamp.ts'
import { addDays, type Day } from '../model/date.ts'
import { pageDayOf } from '../wiki/page/page-stamp.ts'
import type { Calendar, Moment, Share } from './moment.ts'
import { endOfTime } from './view-at.ts'

/** Counts what happens in a plan's life, by moment. */
export interface Tally {
  /** A record was written to. */
  readonly addEdit: (stamp: Stamp) => void
  /** A note came to be there on a day, or when it was written. */
  readonly addNote: (when: { readonly day: Day } | { readonly stamp: Stamp }) => void
  /** The day of a stamp: empty for a page's, which says nothing of when, and the last of all for one later than today. */
  readonly dayOf: (stamp: Stamp) => Day
  /** The newest first. */
  readonly moments: () => readonly Moment[]
}

type Bare = Pick<Moment, 'key' | 'kind' | 'day' | 'until'>

interface Count extends Bare {
  readonly shares: Map<string, { readonly source: Share['source']; edits: number }>
  notes: number
  ahead: number
}

const minuteMs = 60_000

export function createTally({ today, dayOf, endOf }: Calendar): Tally {
  const endOfToday = endOf(today)
  const counts = new Map<string, Count>()
  const countFor = (moment: Bare): Count => {
    const count = counts.get(moment.key) ?? { ...moment, shares: new Map(), notes: 0, ahead: 0 }
    counts.set(moment.key, count)
    return count
  }
  const now = countFor({ key: 'now', kind: 'now', day: today, until: endOfTime })
  const onDay = (day: Day): Count => {
    if (day > today) return now
    // of today it is what was there before anything was written
    return countFor({ key: day, kind: 'day', day, until: { at: endOf(day === today ? addDays({ day, days: -1 }) : day), day } })
  }
  const inMinute = (minute: number): Count => countFor({ key: `minute-${minute}`, kind: 'minute', day: today, until: { at: (minute + 1) * minuteMs - 1, day: today } })
  const find = (stamp: Stamp): Count => {
    const page = pageDayOf(stamp)
    if (page !== null) return onDay(page)
    const ms = msOf(stamp)
    if (ms > endOfToday) return now
    const day = dayOf(ms)
    return day === today ? inMinute(Math.floor(ms / minuteMs)) : onDay(day)
  }
  // a page of a thousand records bears one stamp
  const byStamp = new Map<Stamp, Count>()
  const countAt = (stamp: Stamp): Count => {
    const count = byStamp.get(stamp) ?? find(stamp)
    byStamp.set(stamp, count)
    return count
  }
  return {
    addEdit: (stamp) => {
      const count = countAt(stamp)
      const page = pageDayOf(stamp)
      const key = page ?? replicaOf(stamp)
      const share = count.shares.get(key) ?? { source: page === null ? { kind: 'computer', replica: key } : { kind: 'page', day: page }, edits: 0 }
      count.shares.set(key, share)
      share.edits += 1
      if (page === null && msOf(stamp) > endOfToday) count.ahead += 1
    },
    addNote: (when) => {
      const count = 'day' in when ? onDay(when.day) : countAt(when.stamp)
      count.notes += 1
    },
    dayOf: (stamp) => {
      if (pageDayOf(stamp) !== null) return ''
      const ms = msOf(stamp)
      return ms > endOfToday ? endOfTime.day : dayOf(ms)
    },
    moments: () => [...counts.values()].toSorted(newestFirst).map(momentOf),
  }
}

function momentOf({ shares, ...count }: Count): Moment {
  const by = [...shares.values()].toSorted((a, b) => b.edits - a.edits || (nameOf(a) < nameOf(b) ? -1 : 1))
  return { ...count, by, edits: by.reduce((sum, { edits }) => sum + edits, 0) }
}

function nameOf({ source }: Share): string {
  return source.kind === 'page' ? source.day : source.replica
}

function newestFirst(a: Count, b: Count): number {
  if (a.kind === 'now' || b.kind === 'now') return a.kind === 'now' ? -1 : 1
  return a.day === b.day ? b.until.at - a.until.at : a.day < b.day ? 1 : -1
}
