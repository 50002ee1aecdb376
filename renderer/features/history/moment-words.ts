import type { Moment, Share } from '../../../shared/history/moment.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { computerName } from '../../parts/computer-name.ts'
import { formatClock, formatFullDate, formatMoment } from '../../text/dates.ts'
import { historyText } from '../../text/history.ts'
import { pastText } from '../../text/past.ts'

/** A moment as a list calls it: `Nov 7, 2018`, `16:42`. */
export function momentName({ kind, day, until }: Moment): string {
  switch (kind) {
    case 'now':
      return pastText.moment.now
    case 'start':
      return pastText.moment.start(formatFullDate(day))
    case 'day':
      return formatFullDate(day)
    case 'minute':
      return formatClock(until.at)
  }
}

/** The same within a sentence: `on Nov 7, 2018`. */
export function momentWhen({ kind, day, until }: Moment): string {
  switch (kind) {
    case 'now':
      return pastText.moment.now.toLowerCase()
    case 'start':
      return pastText.atStart(formatFullDate(day))
    case 'day':
      return pastText.onDay(formatFullDate(day))
    case 'minute':
      return pastText.atMinute(formatMoment(until.at))
  }
}

/** What happened then: `3 notes`, `12 edits by SRE laptop`; of many computers the two that wrote most. */
export function momentWords({ moment, view, here }: { readonly moment: Moment; readonly view: PlanView; readonly here: string }): readonly string[] {
  const { kind, notes, by } = moment
  if (kind === 'start') return [pastText.beginning]
  const nameOf = ({ source }: Share): string => (source.kind === 'page' ? pastText.page : source.replica === here ? historyText.here : computerName(view, source.replica))
  const computers = by.filter(({ source }) => source.kind === 'computer')
  const others = computers.slice(2).reduce((sum, { edits }) => sum + edits, 0)
  return [
    ...(notes > 0 ? [pastText.notes(notes)] : []),
    ...by.filter(({ source }) => source.kind === 'page').slice(0, 1).map(nameOf),
    ...computers.slice(0, 2).map((share) => pastText.edits(share.edits, nameOf(share))),
    ...(others > 0 ? [pastText.others(others)] : []),
    ...(kind === 'now' && notes === 0 && by.length === 0 ? [pastText.today] : []),
  ]
}
