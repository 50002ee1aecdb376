import { Fragment, type ReactNode } from 'react'
import styles from './ReportScreen.module.css'

/** A few words each, set apart; nothing where there are none. */
export function MetaWords({ words }: { readonly words: readonly string[] }): ReactNode {
  if (words.length === 0) return null
  return (
    <p className={styles.meta}>
      {words.map((word, at) => (
        <Fragment key={at}>
          {at > 0 && ' · '}
          <bdi>{word}</bdi>
        </Fragment>
      ))}
    </p>
  )
}
