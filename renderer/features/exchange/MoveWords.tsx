import { isRecordId } from '../../../shared/model/ids.ts'
import type { MoveRow } from '../../../shared/review/review-row.ts'
import { recordWords } from '../../parts/record-words.ts'
import { SaidValue } from '../../parts/SaidValue.tsx'
import { exchangeText, mergeText } from '../../text/exchange.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { placeWords } from '../../parts/place-words.ts'
import { useReview } from './review-context.ts'
import styles from './ReviewList.module.css'

/** Where something stands now, and where it stood: `to another quarter Q1 Q2`. */
export function MoveWords({ row: { on, to, change }, isKept }: { readonly row: MoveRow; readonly isKept: boolean }) {
  const { view } = useReview().review
  const words = (value: typeof change.before): React.ReactNode => {
    if (to === 'order') return placeWords(view, on, value)
    const isNothing = value === null || value === undefined
    if (isNothing) return to === 'quarter' ? mergeText.unscheduled : to === 'parent' ? mergeText.ofItsOwn : exchangeText.nothing
    // outputs and outcomes are told by their number wherever goals are listed
    const number = isRecordId(value) && (to === 'output' || to === 'outcome') ? recordWords(view, value).number : ''
    if (number !== '') return number
    return <SaidValue field={change.field} value={value} view={view} />
  }
  const after = isKept ? (
    <s className={styles.before}>
      <VisuallyHidden>{exchangeText.not} </VisuallyHidden>
      {words(change.after)}
    </s>
  ) : (
    <ins className={styles.after}>
      <VisuallyHidden>{exchangeText.becomes} </VisuallyHidden>
      {words(change.after)}
    </ins>
  )
  return (
    <>
      <span className={styles.quiet}>{mergeText.moves[to]}</span>{' '}
      {/* where it stood among others is not worth a word: those have moved too */}
      {to !== 'order' && (
        <>
          <del className={isKept ? styles.after : styles.before}>
            <VisuallyHidden>{exchangeText.was} </VisuallyHidden>
            {words(change.before)}
          </del>{' '}
        </>
      )}
      {after}
    </>
  )
}
