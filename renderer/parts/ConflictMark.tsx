import { Split } from 'lucide-react'
import { conflictText } from '../text/merges.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import styles from './ConflictMark.module.css'

/** Says beside a goal how many edits of it wait to be looked at; nothing where none do. */
export function ConflictMark({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <span className={styles.mark} title={conflictText.markTitle(count)}>
      <Split aria-hidden="true" />
      <span aria-hidden="true">{count}</span>
      <VisuallyHidden>{conflictText.mark(count)}</VisuallyHidden>
    </span>
  )
}
