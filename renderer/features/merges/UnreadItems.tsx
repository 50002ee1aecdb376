import type { ReactNode } from 'react'
import type { Unread } from '../../../shared/share/share-state.ts'
import { shareText } from '../../text/share.ts'
import styles from './ShareSide.module.css'

/** What lies there and was not taken in, by why: nothing of it is lost, and most of it comes in by itself. */
export function UnreadItems({ unread }: { readonly unread: readonly Unread[] }): ReactNode {
  if (unread.length === 0) return null
  return (
    <section aria-labelledby="share-unread">
      <h3 id="share-unread" className={styles.subheading}>
        {shareText.unreadTitle} <span className={styles.count}>{unread.length}</span>
      </h3>
      <ul className={styles.unread}>
        {[...Map.groupBy(unread, ({ why }) => why)].map(([why, items]) => (
          <li key={why}>{shareText.unread(why, items.length)}</li>
        ))}
      </ul>
    </section>
  )
}
