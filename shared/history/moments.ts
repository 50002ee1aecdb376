import type { FoldedRecord } from '../changes/folded-record.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import { finish, type Steps } from '../changes/steps.ts'
import type { Day } from '../model/date.ts'
import { hasKind, kindOf } from '../model/ids.ts'
import { yearStartOf, type PlanView } from '../plan/plan-view.ts'
import { isPageStamp } from '../wiki/page/page-stamp.ts'
import type { Calendar, Moment } from './moment.ts'
import { createTally, type Tally } from './moment-tally.ts'
import { datesOf } from './note-days.ts'
import { stampsOf } from './record-stamps.ts'

/** What makes up a plan's life; what computers are called, and what a newer version knows, is no part of it. */
const kinds: readonly string[] = ['plan', 'program', 'outcome', 'output', 'goal', 'note']

/**
 * The moments of a plan's life, the newest first: now, the minutes of today, the days before, and where a goals
 * page is known from the beginning, the year's first day. Between one moment and the next nothing changes. What
 * bears a later date than today, from a clock that runs ahead or a note dated in advance, belongs to now.
 */
export function momentsOf(view: PlanView, calendar: Calendar): readonly Moment[] {
  return finish(momentsInSteps(view, calendar))
}

/** How many records are looked at between two pauses. */
const stepSize = 500

export function* momentsInSteps(view: PlanView, calendar: Calendar): Steps<readonly Moment[]> {
  const tally = createTally(calendar)
  let isFromPage = false
  let looked = 0
  for (const record of valuesOf(view.set.records)) {
    if (looked % stepSize === 0) yield
    looked += 1
    if (!kinds.includes(kindOf(record.id))) continue
    for (const stamp of stampsOf(record)) {
      tally.addEdit(stamp)
      isFromPage ||= isPageStamp(stamp)
    }
    if (hasKind(record.id, 'note')) addNote({ tally, note: record, today: calendar.today })
  }
  const moments = tally.moments()
  const start = startOf(view, calendar)
  const first = moments.at(-1)
  const isFirst = first === undefined || first.kind === 'now' || start.day < first.day
  return isFromPage && isFirst && start.day <= calendar.today ? [...moments, start] : moments
}

/** A note comes to be there on the day it is dated, unless it was written later, or was given another date before. */
function addNote({ tally, note, today }: { readonly tally: Tally; readonly note: FoldedRecord; readonly today: Day }): void {
  const dates = datesOf(note)
  for (const [index, { at, day }] of dates.entries()) {
    const typed = tally.dayOf(at)
    const next = dates[index + 1]
    const replaced = next === undefined ? '' : tally.dayOf(next.at)
    // a day counts as it ended, but for today, which is told by the minute
    const isReplaced = next !== undefined && (replaced < day || (replaced === day && day !== today))
    if (day > typed && !isReplaced) tally.addNote({ day })
    else if (index === 0) tally.addNote({ stamp: at })
  }
  const [first] = stampsOf(note)
  if (dates.length === 0 && first !== undefined) tally.addNote({ stamp: first })
}

/** Everything a page says but for its notes, and no word of how it went on. */
function startOf(view: PlanView, { endOf }: Calendar): Moment {
  const day = yearStartOf(view)
  return { key: 'start', kind: 'start', day, until: { at: endOf(day), day }, by: [], edits: 0, notes: 0, ahead: 0 }
}
