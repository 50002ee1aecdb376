import { Temporal } from 'temporal-polyfill'
import { isSameValue } from '../../changes/canonical.ts'
import type { Edit, Fields, Value } from '../../changes/change.ts'
import { derivedKey } from '../../model/derived-key.ts'
import type { RecordId } from '../../model/ids.ts'
import { lastDayOf } from '../../model/date.ts'
import type { GoalsPage } from '../page/goals-page.ts'
import type { PagePlan } from './page-to-plan.ts'
import type { Choice, Proposal } from './proposal.ts'

/** What to write for a page, in two layers. */
export interface PlanEdits {
  /** What the page says with every proposal as proposed: the same for everybody who imports it. One edit a record. */
  readonly page: readonly Edit[]
  /** What the person chose otherwise, to be laid on top as the person's own change. */
  readonly person: readonly Edit[]
}

/** @param chosen choice ids by proposal id; what isn't in it, or is no choice of the proposal, is left as proposed */
export function planEdits(plan: PagePlan, chosen: ReadonlyMap<string, string>): PlanEdits {
  const proposed = plan.proposals.flatMap((proposal) => choiceOf(proposal, proposal.proposed)?.edits ?? [])
  const page = mergedEdits([...plan.edits, ...proposed])
  const byId = new Map(plan.proposals.map((proposal) => [proposal.id, proposal]))
  const person = plan.proposals.flatMap((proposal) => {
    const choice = answerTo({ proposal, byId, chosen })
    return choice === null || choice === proposal.proposed ? [] : (choiceOf(proposal, choice)?.edits ?? [])
  })
  return { page, person: withoutSame({ edits: mergedEdits(person), page }) }
}

interface Answering {
  readonly proposal: Proposal
  readonly byId: ReadonlyMap<string, Proposal>
  readonly chosen: ReadonlyMap<string, string>
}

/** The choice that holds for a proposal, or null where another answer left nothing to ask. */
function answerTo({ proposal, byId, chosen }: Answering): string | null {
  const answer = chosen.get(proposal.id)
  const own = answer !== undefined && choiceOf(proposal, answer) !== undefined ? answer : proposal.proposed
  if (proposal.needs === null) return own
  const needed = byId.get(proposal.needs.proposal)
  const isMet = needed === undefined || answerTo({ proposal: needed, byId, chosen }) === proposal.needs.choice
  return isMet ? own : proposal.needs.otherwise
}

function choiceOf(proposal: Proposal, id: string): Choice | undefined {
  return proposal.choices.find((choice) => choice.id === id)
}

/** One edit for each record, later values over earlier ones. */
function mergedEdits(edits: readonly Edit[]): readonly Edit[] {
  const byRecord = new Map<RecordId, Record<string, Value>>()
  for (const { on, set } of edits) {
    const fields = byRecord.get(on)
    if (fields === undefined) byRecord.set(on, { ...set })
    else Object.assign(fields, set)
  }
  return [...byRecord].map(([on, set]) => ({ on, set }))
}

function withoutSame({ edits, page }: { readonly edits: readonly Edit[]; readonly page: readonly Edit[] }): readonly Edit[] {
  const saidByRecord = new Map(page.map(({ on, set }) => [on, set]))
  return edits.flatMap(({ on, set }): readonly Edit[] => {
    const said: Fields = saidByRecord.get(on) ?? {}
    const fresh = Object.entries(set).filter(([field, value]) => !(Object.hasOwn(said, field) && isSameValue(said[field], value)))
    return fresh.length === 0 ? [] : [{ on, set: Object.fromEntries(fresh) }]
  })
}

/**
 * 10 of `[0-9a-z]` that follow from all that the page would write. Two copies of a page with the same key write
 * the same cells, whatever else differs: spacing, or lines that weren't understood.
 */
export function pageKey(plan: PagePlan): string {
  const { page } = planEdits(plan, new Map())
  return derivedKey(page.flatMap(({ on, set }) => [on, JSON.stringify(Object.entries(set).toSorted(([a], [b]) => (a < b ? -1 : 1)))]))
}

/** The day of the page's latest note, or of the fiscal year's start where it has none: milliseconds since 1970, UTC midnight. */
export function pageDate(page: GoalsPage): number {
  const days = page.sections.flatMap((section) => section.notes.flatMap((note) => (note.head === 'scaffold' || note.date === null ? [] : [lastDayOf(note.date.value)])))
  const latest = days.reduce((last, day) => (day > last ? day : last), page.program.startsOn)
  return Temporal.PlainDate.from(latest).toZonedDateTime('UTC').epochMilliseconds
}
