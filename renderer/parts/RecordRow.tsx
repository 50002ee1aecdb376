import type { ReactNode } from 'react'
import type { RecordId } from '../../shared/model/ids.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { classes } from '../ui/classes.ts'
import styles from './ChangeList.module.css'
import { recordWords } from './record-words.ts'
import { walkRows } from './walk-rows.ts'

export interface RecordRowProps {
  readonly id: RecordId
  readonly view: PlanView
  /** What is said of it, at the end of the line. */
  readonly children?: ReactNode
  /** What is said of it takes half of the line. */
  readonly wide?: boolean | undefined
  /** Leads to the record: then its title is a button. */
  readonly onOpen?: (() => void) | undefined
}

/** A record in a list: its number, its title, and what is said of it. */
export function RecordRow({ id, view, children, wide = false, onOpen }: RecordRowProps) {
  const { number, title, hint } = recordWords(view, id)
  return (
    <div className={classes(styles.row, !wide && styles.plain)}>
      <span className={styles.number}>{number}</span>
      <span className={styles.title}>
        {onOpen === undefined ? (
          title
        ) : (
          <button type="button" className={styles.open} data-opens="" onClick={onOpen} onKeyDown={walkRows}>
            {title}
          </button>
        )}
        {hint !== '' && <span className={styles.hint}> {hint}</span>}
      </span>
      <span>{children}</span>
    </div>
  )
}
