import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { comparisonText } from '../../text/comparison.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './Comparison.module.css'

/** What was, and what is now, in a few letters. */
export function Shift({ from, to }: { readonly from: ReactNode; readonly to: ReactNode }): ReactNode {
  return (
    <span className={styles.shifted}>
      <VisuallyHidden>{comparisonText.was} </VisuallyHidden>
      <span className={styles.quiet}>{from}</span> <ArrowRight className={styles.arrow} aria-hidden="true" /> <VisuallyHidden>{comparisonText.becomes} </VisuallyHidden>
      <b>{to}</b>
    </span>
  )
}
