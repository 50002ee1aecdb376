import { useState } from 'react'
import { historyText } from '../../text/history.ts'
import styles from './GoalHistory.module.css'

const shownLength = 160

/** A text that is cut where it is long, until one asks for the rest. */
export function LongText({ text }: { readonly text: string }) {
  const [isWhole, setWhole] = useState(false)
  if (text.length <= shownLength) return <span className={styles.text}>{text}</span>
  return (
    <span className={styles.text}>
      {isWhole ? text : `${text.slice(0, shownLength).trimEnd()}…`}{' '}
      <button type="button" className={styles.rest} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
        {isWhole ? historyText.showLess : historyText.showAll}
      </button>
    </span>
  )
}
