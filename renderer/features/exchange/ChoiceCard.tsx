import { type ReactNode, type Ref, useId } from 'react'
import { classes } from '../../ui/classes.ts'
import styles from './ChoiceCard.module.css'

export interface CardChoice {
  readonly id: string
  readonly words: ReactNode
  /** Small words after it: that it is the one proposed, or whose it is. */
  readonly mark?: string | undefined
}

export interface ChoiceCardProps {
  /** What it is about. */
  readonly title: ReactNode
  /** What is asked, at the end of the line. */
  readonly question: ReactNode
  /** The words it rests on. */
  readonly children?: ReactNode
  readonly choices: readonly CardChoice[]
  readonly answer: string
  readonly onChoose: (choice: string) => void
  /** Something else than what was proposed is chosen. */
  readonly isChanged: boolean
  /** Choices that read as sentences need a line each. */
  readonly isStacked?: boolean | undefined
  readonly answerRef?: Ref<HTMLInputElement> | undefined
}

/** One question with its answers in sight; `walkCards` gives a list of them its keys. */
export function ChoiceCard({ title, question, children, choices, answer, onChoose, isChanged, isStacked = false, answerRef }: ChoiceCardProps) {
  const name = useId()
  return (
    <fieldset className={classes(styles.card, isChanged && styles.changed)} data-choice-card="">
      <legend className={styles.legend}>
        <b className={styles.title}>{title}</b>
        <span className={styles.question}>{question}</span>
      </legend>
      {children}
      <div className={classes(styles.choices, isStacked && styles.stacked)}>
        {choices.map(({ id, words, mark }, index) => (
          <label key={id} className={styles.choice}>
            <input type="radio" ref={id === answer ? answerRef : undefined} name={name} value={id} checked={id === answer} onChange={() => onChoose(id)} />
            <span className={styles.words}>{words}</span>
            {mark !== undefined && <span className={styles.mark}>{mark}</span>}
            {index < 9 && (
              <span className={styles.digit} aria-hidden="true">
                {index + 1}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
