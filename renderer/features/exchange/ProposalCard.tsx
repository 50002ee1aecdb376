import { memo, type Ref, useState } from 'react'
import type { Proposal } from '../../../shared/wiki/to-plan/proposal.ts'
import { exchangeText, pageText } from '../../text/exchange.ts'
import { choiceWords } from './choice-words.tsx'
import { ChoiceCard } from './ChoiceCard.tsx'
import styles from './ProposalCard.module.css'

export interface ProposalCardProps {
  readonly proposal: Proposal
  /** The id of the choice that stands now. */
  readonly answer: string
  readonly onChoose: (proposal: string, choice: string) => void
  /** For the first of a list, which has the focus when the list appears. */
  readonly answerRef?: Ref<HTMLInputElement> | undefined
}

/** One thing the page leaves open: its words, what is proposed, and what else it could be. */
export const ProposalCard = memo(function ProposalCard({ proposal, answer, onChoose, answerRef }: ProposalCardProps) {
  const { id, kind, title, quote, line, alsoSaid, choices, proposed } = proposal
  const hasQuote = quote !== title && kind !== 'title'
  return (
    <ChoiceCard
      title={kind === 'title' ? pageText.output(title) : title}
      question={
        <>
          {pageText.question[kind]} <span className={styles.line}>{exchangeText.line(line)}</span>
        </>
      }
      choices={choices.map((choice) => ({ id: choice.id, words: choiceWords(kind, choice), mark: choice.id === proposed ? pageText.proposed : undefined }))}
      answer={answer}
      onChoose={(choice) => onChoose(id, choice)}
      isChanged={answer !== proposed}
      isStacked={kind === 'split' || kind === 'title' || kind === 'reason'}
      answerRef={answerRef}
    >
      {(hasQuote || alsoSaid.length > 0) && (
        <p className={styles.quote}>
          {hasQuote && quote} {alsoSaid.length > 0 && <AlsoSaid said={alsoSaid} />}
        </p>
      )}
    </ChoiceCard>
  )
})

function AlsoSaid({ said }: { readonly said: Proposal['alsoSaid'] }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {pageText.alsoSaid(said.length)}
      </button>
      {isOpen &&
        said.map(({ line, quote }) => (
          <span key={`${line} ${quote}`} className={styles.said}>
            {exchangeText.line(line)}: <q>{quote}</q>
          </span>
        ))}
    </>
  )
}
