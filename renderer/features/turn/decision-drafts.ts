import * as v from 'valibot'
import { hasKind, isRecordId, type GoalId } from '../../../shared/model/ids.ts'
import { quarters, type Quarter } from '../../../shared/model/year.ts'
import { decisionKinds, type Decision, type Decisions } from '../../../shared/turn/decision.ts'
import type { Session } from '../../state/session.tsx'

type Decided = ReadonlyMap<Quarter, Decisions>
type Place = Pick<Session, 'plan' | 'drafts'>

const keptSchema = v.array(v.tuple([v.string(), v.object({ kind: v.picklist(decisionKinds), reason: v.string() })]))

/** What was decided of quarters and not done yet, as it was kept, but for those that are decided on here; what is kept in another form says nothing. */
export function keptDecisions(place: Place, decided: Decided): Decided {
  const { drafts } = place.drafts.getState()
  return new Map(
    quarters.flatMap((quarter) => {
      const text = decided.has(quarter) ? undefined : drafts[keyOf(place, quarter)]?.text
      const decisions = text === undefined ? [] : readDecisions(text)
      return decisions.length === 0 ? [] : [[quarter, new Map(decisions)] as const]
    }),
  )
}

/** Keeps what was decided like a text that is being typed, and what is no longer waiting to be done no longer. */
export function keepDecisions(place: Place, { decided, before }: { readonly decided: Decided; readonly before: Decided }): void {
  for (const quarter of quarters) {
    const decisions = decided.get(quarter)
    if (decisions === before.get(quarter)) continue
    const isEmpty = decisions === undefined || decisions.size === 0
    place.drafts.getState().keep(keyOf(place, quarter), isEmpty ? null : { text: JSON.stringify([...decisions]), date: null, status: null, forAll: false })
  }
}

function keyOf({ plan }: Pick<Session, 'plan'>, quarter: Quarter): string {
  return `${plan.getState().planId} turn ${quarter}`
}

function readDecisions(text: string): readonly (readonly [GoalId, Decision])[] {
  try {
    const kept = v.safeParse(keptSchema, JSON.parse(text))
    return kept.success ? kept.output.flatMap(([id, decision]) => (isRecordId(id) && hasKind(id, 'goal') ? [[id, decision] as const] : [])) : []
  } catch {
    return []
  }
}
