import { recordIn } from '../../changes/fold.ts'
import { winnerOf } from '../../changes/folded-record.ts'
import type { RecordId } from '../../model/ids.ts'
import type { KeptField, PageReview } from './page-review.ts'
import type { Proposal } from '../to-plan/proposal.ts'

/** Choice ids by proposal id, where the person chose otherwise than proposed. */
export type Chosen = ReadonlyMap<string, string>

/**
 * The proposals that are news: all of them when the page is read for the first time; later those that touch
 * what comes in. The others were settled then, and asking again would invite to undo that. What a person has
 * edited since is asked as such: theirs, or the page's.
 */
export function newsOf({ proposals, review, isFirst }: { readonly proposals: readonly Proposal[]; readonly review: PageReview; readonly isFirst: boolean }): readonly Proposal[] {
  if (isFirst) return proposals
  const isNew = new Set(review.newRecords)
  const kept = new Set(review.kept.map(keptKey))
  const comesIn = (on: RecordId, field: string): boolean => isNew.has(on) || winnerOf(recordIn(review.theirs, on), field) !== undefined
  return proposals.filter(({ choices }) => {
    const touched = choices.flatMap(({ edits }) => edits.flatMap(({ on, set }) => Object.keys(set).map((field) => ({ on, field }))))
    return touched.some(({ on, field }) => comesIn(on, field)) && !touched.some((each) => kept.has(keptKey(each)))
  })
}

/** Names a field of a record among those that were kept. */
export function keptKey({ on, field }: Pick<KeptField, 'on' | 'field'>): string {
  return `${on} ${field}`
}

/** The choice that stands for a proposal now. */
export function answerTo(proposal: Proposal, chosen: Chosen): string {
  return chosen.get(proposal.id) ?? proposal.proposed
}

/** Leaves out what another answer has settled: the parts of a list that is one goal after all. */
export function openProposals(proposals: readonly Proposal[], chosen: Chosen): readonly Proposal[] {
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]))
  const isOpen = ({ needs }: Proposal): boolean => {
    const needed = needs === null ? undefined : byId.get(needs.proposal)
    return needs === null || needed === undefined || (isOpen(needed) && answerTo(needed, chosen) === needs.choice)
  }
  return proposals.filter(isOpen)
}

export interface ProposalGroup {
  readonly key: string
  readonly quarter: Proposal['quarter']
  readonly outputs: readonly string[]
  readonly proposals: readonly Proposal[]
}

/** By section of the page, in its order; how things of the whole year are worded matters least and comes last. */
export function groupsOf(proposals: readonly Proposal[]): readonly ProposalGroup[] {
  const groups = Map.groupBy(proposals, ({ quarter, outputs }) => `${quarter ?? ''} ${outputs.join('+')}`)
  const listed = [...groups].map(([key, own]): ProposalGroup => ({ key, quarter: own[0]?.quarter ?? null, outputs: own[0]?.outputs ?? [], proposals: own }))
  return [...listed.filter(({ quarter }) => quarter !== null), ...listed.filter(({ quarter }) => quarter === null)]
}
