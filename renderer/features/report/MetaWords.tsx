import { Fragment, type ReactNode } from 'react'
import type { ReportWords } from '../../../shared/report/task-words.ts'
import { ExternalLink } from '../../parts/ExternalLink.tsx'
import styles from './ReportScreen.module.css'

/** A few words each, set apart; nothing where there are none. */
export function MetaWords({ words }: { readonly words: readonly (string | ReportWords)[] }): ReactNode {
  if (words.length === 0) return null
  return (
    <p className={styles.meta}>
      {words.map((word, at) => (
        <Fragment key={at}>
          {at > 0 && ' · '}
          <bdi>{typeof word === 'string' ? word : <ExternalLink address={word.address ?? ''}>{word.text}</ExternalLink>}</bdi>
        </Fragment>
      ))}
    </p>
  )
}
