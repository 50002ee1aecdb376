import type { Ref } from 'react'
import { quarterLabel } from '../../text/dates.ts'
import { pageText } from '../../text/exchange.ts'
import { answerTo, groupsOf, openProposals, type Chosen } from '../../../shared/wiki/review/asked-proposals.ts'
import type { Proposal } from '../../../shared/wiki/to-plan/proposal.ts'
import { ProposalCard } from './ProposalCard.tsx'
import styles from './Proposals.module.css'

export interface ProposalsProps {
  readonly proposals: readonly Proposal[]
  readonly settled: number
  readonly chosen: Chosen
  readonly onChoose: (proposal: string, choice: string) => void
  /** What has the focus when the list appears: the answer to the first question. */
  readonly firstRef: Ref<HTMLInputElement>
}

/** What the page leaves open, by section. */
export function Proposals({ proposals, settled, chosen, onChoose, firstRef }: ProposalsProps) {
  const open = openProposals(proposals, chosen)
  const groups = groupsOf(open)
  const first = groups[0]?.proposals[0]
  if (open.length === 0) return settled === 0 ? null : <p className={styles.settled}>{pageText.settled(settled)}</p>
  return (
    <section className={styles.section} aria-label={pageText.proposals}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          {pageText.proposals} <span className={styles.count}>{open.length}</span>
        </h3>
        <p className={styles.hint}>
          {pageText.proposalsHint} {settled > 0 && pageText.settled(settled)}
        </p>
      </div>
      {groups.map((group) => (
        <div key={group.key}>
          <h4 className={styles.group}>{group.quarter === null && group.outputs.length === 0 ? pageText.wholeYear : pageText.section(group.quarter === null ? null : quarterLabel(group.quarter), group.outputs)}</h4>
          {group.proposals.map((proposal) => (
            <ProposalCard key={proposal.id} proposal={proposal} answer={answerTo(proposal, chosen)} onChoose={onChoose} answerRef={proposal === first ? firstRef : undefined} />
          ))}
        </div>
      ))}
    </section>
  )
}
