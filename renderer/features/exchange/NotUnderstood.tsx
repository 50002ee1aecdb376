import type { PageText } from '../../../shared/wiki/page/goals-page.ts'
import { pageText } from '../../text/exchange.ts'
import styles from './NotUnderstood.module.css'
import { Listing } from '../../parts/Listing.tsx'

/** The lines of a page that are no part of the plan, by number. */
export function NotUnderstood({ lines }: { readonly lines: readonly PageText[] }) {
  return (
    <Listing title={pageText.notUnderstood} hint={pageText.notUnderstoodHint} items={lines} keyOf={({ line }) => String(line)} first={4}>
      {({ line, text }) => (
        <p className={styles.line}>
          <span className={styles.number}>{line}</span>
          <span className={styles.text}>{text}</span>
        </p>
      )}
    </Listing>
  )
}
