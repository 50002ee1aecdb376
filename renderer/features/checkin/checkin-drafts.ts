import { useStore } from 'zustand'
import type { GoalId, OutputId, PlanId } from '../../../shared/model/ids.ts'
import type { Month } from '../../../shared/model/date.ts'
import type { Status } from '../../../shared/model/status.ts'
import type { Draft, DraftStore } from '../../state/drafts.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { useDraft } from '../../state/use-draft.ts'

/** Where something half typed belongs: a goal or an output in a month; besides the note also the reason, for whom it waits and since when. */
export interface DraftPlace {
  readonly plan: PlanId
  readonly month: Month
  readonly on: GoalId | OutputId
  readonly part?: 'reason' | 'waitingOn' | 'since' | GoalId | undefined
}

export function draftKey({ plan, month, on, part }: DraftPlace): string {
  return `${plan} checkin ${month} ${on}${part === undefined ? '' : ` ${part}`}`
}

export const emptyDraft: Draft = { text: '', date: null, status: null, forAll: false }

/**
 * A draft of this month: what it is, what it is at the moment, and what changes it. One that says nothing is dropped, but
 * for a text that was emptied of what it began from. @param over what a text that is written over says now
 */
export function useCheckInDraft({ month, on, part, over }: Omit<DraftPlace, 'plan'> & { readonly over?: string }): readonly [Draft | null, () => Draft | null, (more: Partial<Draft> | null) => void] {
  const plan = usePlan((state) => state.planId)
  const [draft, latest, keep] = useDraft(draftKey({ plan, month, on, part }))
  const change = (more: Partial<Draft> | null): void => {
    const empty = over === undefined ? emptyDraft : { ...emptyDraft, begun: { ...emptyDraft, text: over } }
    const next = more === null ? null : { ...(latest() ?? empty), ...more }
    keep(next === null || (over === undefined && next.text === '' && next.status === null) ? null : next)
  }
  return [draft, latest, change]
}

/** Whether something is half typed about a goal. */
export function useHasDraft({ month, on }: Pick<DraftPlace, 'month' | 'on'>): boolean {
  const { drafts } = useSession()
  const plan = usePlan((state) => state.planId)
  return useStore(drafts, (state) => draftKey({ plan, month, on }) in state.drafts)
}

/** The status that was chosen for each goal of an output, by the goal. */
export function useChosenStates({ month, output, goals }: { readonly month: Month; readonly output: OutputId; readonly goals: readonly GoalId[] }): ReadonlyMap<GoalId, Status> {
  const { drafts } = useSession()
  const plan = usePlan((state) => state.planId)
  const chosen = useStore(drafts, (state) => state.drafts)
  return new Map(
    goals.flatMap((part) => {
      const status = chosen[draftKey({ plan, month, on: output, part })]?.status ?? null
      return status === null ? [] : [[part, status] as const]
    }),
  )
}

/** Keeps a status that was chosen for a goal of an output, or drops it. @param over the status that the goal has */
export function chooseState({ drafts, status, over, ...place }: DraftPlace & { readonly drafts: DraftStore; readonly status: Status | null; readonly over?: Status | undefined }): void {
  const key = draftKey(place)
  drafts.getState().keep(key, status === null ? null : { ...emptyDraft, ...chosen({ status, over, before: drafts.getState().drafts[key] ?? null }) })
}

/** A status that is chosen, with the one that stood there before any was. */
export function chosen({ status, over, before }: { readonly status: Status; readonly over: Status | undefined; readonly before: Draft | null }): Pick<Draft, 'status' | 'begun'> {
  return { status, begun: (before?.status ?? null) === null ? { ...emptyDraft, status: over ?? null } : before?.begun }
}
