import * as v from 'valibot'
import type { Quarter } from '../../shared/model/year.ts'
import { statuses } from '../../shared/model/status.ts'
import type { LeftGoals } from '../../shared/turn/goals-to-turn.ts'
import type { DraftsState } from '../state/drafts.ts'
import type { Session } from '../state/session.tsx'

const keptSchema = v.record(v.string(), v.picklist(statuses))
const none: LeftGoals = new Map()

/** The goals that were left as they are when their quarter was turned in this window, with the status that they had; another one is a new thing. */
export function leftGoals({ drafts }: DraftsState, place: LeftPlace): LeftGoals {
  const text = drafts[keyOf(place)]?.text
  if (text === undefined) return none
  try {
    const kept = v.safeParse(keptSchema, JSON.parse(text))
    return kept.success ? new Map(Object.entries(kept.output)) : none
  } catch {
    return none
  }
}

/** Remembers which goals of a quarter were left as they are, so that nobody is asked about them for good. */
export function keepLeftGoals({ plan, drafts }: Pick<Session, 'plan' | 'drafts'>, { quarter, left }: { readonly quarter: Quarter; readonly left: LeftGoals }): void {
  drafts.getState().keep(keyOf({ plan: plan.getState().planId, quarter }), left.size === 0 ? null : { text: JSON.stringify(Object.fromEntries(left)), date: null, status: null, forAll: false })
}

interface LeftPlace {
  readonly plan: string
  readonly quarter: Quarter
}

function keyOf({ plan, quarter }: LeftPlace): string {
  return `${plan} left ${quarter}`
}
