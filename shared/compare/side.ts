import type { FoldedRecord } from '../changes/folded-record.ts'
import type { GoalId } from '../model/ids.ts'
import type { Quarter } from '../model/year.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { createStandings, type Standing } from './standing.ts'

/** Goals of which a frozen part of a plan knows no more than that they are there, and in which quarter. */
export type Elsewhere = ReadonlyMap<GoalId, Quarter | null>

/** One of the two states that are compared, and how to ask it where a record stands. */
export interface Side {
  readonly view: PlanView
  readonly standingOf: (folded: FoldedRecord) => Standing
  readonly elsewhere: Elsewhere
}

const nowhere: Elsewhere = new Map()

export function sideOf(view: PlanView, elsewhere: Elsewhere = nowhere): Side {
  return { view, standingOf: createStandings(view), elsewhere }
}

/** The record as it stands on a side; null where it, or something above it, is deleted or was never there. */
export function liveIn(side: Side, folded: FoldedRecord | undefined): Standing | null {
  if (folded === undefined) return null
  const standing = side.standingOf(folded)
  return standing.isThere ? standing : null
}
