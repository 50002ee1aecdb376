import { nounFor, type Noun } from '../text/plural.ts'
import { classes } from '../ui/classes.ts'
import styles from './CountCards.module.css'

export interface CountCard {
  readonly id: string
  readonly count: number
  readonly label: string | Noun
  /** Asks to be looked at, where there is any. */
  readonly asks?: boolean | undefined
}

/** The figures of a review, side by side. */
export function CountCards({ cards }: { readonly cards: readonly CountCard[] }) {
  return (
    <ul className={styles.cards}>
      {cards.map(({ id, count, label, asks = false }) => (
        <li key={id} className={classes(styles.card, asks && count > 0 && styles.asks)}>
          <b className={styles.count}>{count}</b> <span className={styles.label}>{nounFor(count, label)}</span>
        </li>
      ))}
    </ul>
  )
}
