import { sideOf } from '../../../shared/review/review-choices.ts'
import { mergeText } from '../../text/exchange.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { useReview, useReviewState } from './review-context.ts'
import { isQuestion, type HeadItem } from './review-items.ts'
import styles from './ReviewList.module.css'
import { sectionTitle } from './section-title.ts'
import { TakeBox } from './TakeBox.tsx'

export interface SectionHeadProps {
  readonly item: HeadItem
  /** Where the file was written: `SRE laptop`. */
  readonly by: string
  /** The section of the row that Tab leads to: then what is in the head can be reached too. */
  readonly isTabbable: boolean
}

/** What a section is about, how many rows it has, and what can be done with all of them. */
export function SectionHead({ item: { section, rows, explainsTicks }, by, isTabbable }: SectionHeadProps) {
  const { isNew } = useReview()
  const title = sectionTitle(section, by)
  const asks = rows.some(isQuestion)
  const hint = section === 'clashes' ? mergeText.clashesHint : section === 'deletions' ? mergeText.deletionsHint : explainsTicks ? mergeText.rowsHint : null
  return (
    <div className={classes(styles.head, asks && styles.asks)}>
      {!asks && !isNew && <TakeAll rows={rows} title={title} isTabbable={isTabbable} />}
      <h3 className={styles.title}>
        {title} <span className={styles.count}>{rows.length}</span>
      </h3>
      {hint !== null && !isNew && <p className={styles.hint}>{hint}</p>}
      {asks && <Decided rows={rows} isTabbable={isTabbable} />}
    </div>
  )
}

type OfRows = Pick<HeadItem, 'rows'> & Pick<SectionHeadProps, 'isTabbable'>

function TakeAll({ rows, title, isTabbable }: OfRows & { readonly title: string }) {
  const { store } = useReview()
  const taken = useReviewState(({ choices }) => rows.reduce((count, row) => (sideOf(row, choices) === 'theirs' ? count + 1 : count), 0))
  const isAll = taken === rows.length
  return <TakeBox label={mergeText.takeAll(title)} isTaken={isAll} isMixed={taken > 0 && !isAll} isTabbable={isTabbable} onTake={() => store.getState().chooseAll(rows, isAll ? 'mine' : 'theirs')} />
}

function Decided({ rows, isTabbable }: OfRows) {
  const { store } = useReview()
  const decided = useReviewState(({ choices }) => rows.reduce((count, row) => (choices.has(row.key) ? count + 1 : count), 0))
  return (
    <span className={styles.decided}>
      <span role="status">{mergeText.decided(decided, rows.length)}</span>
      <Button size="small" tabIndex={isTabbable ? 0 : -1} onClick={() => store.getState().chooseAll(rows.filter((row) => !store.getState().choices.has(row.key)), 'counts')}>
        {mergeText.theseAreRight}
      </Button>
    </span>
  )
}
