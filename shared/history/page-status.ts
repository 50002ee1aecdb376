import { winnerOf, type Cell, type FoldedRecord } from '../changes/folded-record.ts'
import type { Day } from '../model/date.ts'
import { isStatus, type Status } from '../model/status.ts'
import { isPageStamp, pageDayOf } from '../wiki/page/page-stamp.ts'

/** What a note states, and the day from which it is there. */
export interface StatedStatus {
  readonly day: Day
  readonly status: Status
}

/**
 * A goal as it was on a day, where only goals pages have said its status: that is what was stated last up to the
 * day, by a copy of the page or by a note. Before the first of them it is To do where notes tell the goal's life;
 * where none states a status, the page's first word is all that is known. The very same record where it holds as
 * it is: a person has set the status, or the page's day has come.
 * @param stated what the goal's notes state, in the order of their days
 */
export function pageGoalOn({ goal, stated, day }: { readonly goal: FoldedRecord; readonly stated: readonly StatedStatus[]; readonly day: Day }): FoldedRecord {
  const winner = winnerOf(goal, 'status')
  if (winner === undefined || !isPageStamp(winner.at) || dayOf(winner) <= day) return goal
  const copies = copiesIn(goal, winner)
  const copy = copies.findLast((cell) => dayOf(cell) <= day)
  const note = stated.findLast((each) => each.day <= day)
  if (note !== undefined && (copy === undefined || dayOf(copy) < note.day)) return withStatus(goal, note.status)
  const status = copy === undefined && stated.length > 0 ? 'todo' : statusIn(copy ?? copies[0] ?? winner)
  return status === statusIn(winner) ? goal : withStatus(goal, status)
}

/** What copies of a page said of the status, in the order in which they count. */
function copiesIn(goal: FoldedRecord, winner: Cell): readonly Cell[] {
  const said = [...goal.losers.filter(({ field, at }) => field === 'status' && isPageStamp(at)), winner]
  // of two under one stamp the later one counts
  return said.filter(({ at }, index) => said[index + 1]?.at !== at)
}

/** Why it is held up, and for whom it waits, the page says of the status that it states itself. */
function withStatus(goal: FoldedRecord, status: Status): FoldedRecord {
  const said = (cell: Cell): Cell => {
    if (cell.field === 'status') return { ...cell, value: status }
    return (cell.field === 'reason' || cell.field === 'waitingOn') && isPageStamp(cell.at) ? { ...cell, value: null } : cell
  }
  return { ...goal, winners: goal.winners.map(said) }
}

function dayOf({ at }: Cell): Day {
  return pageDayOf(at) ?? ''
}

function statusIn({ value }: Cell): Status {
  return isStatus(value) ? value : 'todo'
}
