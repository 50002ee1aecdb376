import { useMemo } from 'react'
import { foldDifference, textDifference, type TextPart } from '../../shared/review/text-difference.ts'
import { exchangeText } from '../text/exchange.ts'
import { classes } from '../ui/classes.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { isLongText } from './long-text.ts'
import styles from './TextChange.module.css'

export interface TextChangeProps {
  readonly before: string
  readonly after: string
  /** Only the surroundings of each change are shown. */
  readonly isFolded: boolean
  /** Shows one of the two with what the other hasn't got marked, not both in one. */
  readonly only?: 'before' | 'after' | undefined
}

/** A text before and after as one, with the words that went struck through and those that came marked. */
export function TextChange({ before, after, isFolded, only }: TextChangeProps) {
  const parts = useMemo(() => textDifference(before, after), [before, after])
  if (parts === null) return <WholeTexts before={before} after={after} isFolded={isFolded} only={only} />
  const shown = isFolded ? foldDifference(parts) : parts
  const other = only === undefined ? undefined : only === 'before' ? 'added' : 'removed'
  return (
    <span className={styles.text}>
      {shown.map((part, index) => (part.kind === other ? null : <Part key={index} part={part} isAlone={only !== undefined} />))}
    </span>
  )
}

function Part({ part: { kind, text }, isAlone }: { readonly part: TextPart; readonly isAlone: boolean }) {
  if (isAlone && kind !== 'same') return <mark className={styles.differs}>{text}</mark>
  switch (kind) {
    case 'same':
      return text
    case 'removed':
      return (
        <del className={styles.removed}>
          <VisuallyHidden>{exchangeText.was} </VisuallyHidden>
          {text}
        </del>
      )
    case 'added':
      return (
        <ins className={styles.added}>
          <VisuallyHidden>{exchangeText.becomes} </VisuallyHidden>
          {text}
        </ins>
      )
    default:
      return kind satisfies never
  }
}

function WholeTexts({ before, after, isFolded, only }: TextChangeProps) {
  const clamp = (text: string): string => classes(styles.text, isFolded && isLongText(text) && styles.clamped)
  if (only !== undefined) return <span className={clamp(only === 'before' ? before : after)}>{only === 'before' ? before : after}</span>
  return (
    <>
      <del className={classes(styles.went, clamp(before))}>
        <VisuallyHidden>{exchangeText.was} </VisuallyHidden>
        {before}
      </del>{' '}
      <ins className={classes(styles.came, clamp(after))}>
        <VisuallyHidden>{exchangeText.becomes} </VisuallyHidden>
        {after}
      </ins>
    </>
  )
}
