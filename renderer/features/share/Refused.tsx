import type { ReactNode } from 'react'
import styles from './ShareDialogs.module.css'

/** Why it can't be; said aloud when it is put there. */
export function Refused({ why }: { readonly why: string | null }): ReactNode {
  if (why === null) return null
  return (
    <p role="alert" className={styles.refused}>
      {why}
    </p>
  )
}
