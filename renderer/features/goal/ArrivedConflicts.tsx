import { Split } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import type { OpenConflict } from '../../../shared/plan/open-conflict.ts'
import { conflictText } from '../../text/merges.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './GoalPanel.module.css'

export interface ArrivedConflictsProps {
  readonly arrived: readonly OpenConflict[]
  readonly onReview: () => void
}

/** Tells in the panel's head what came in to be reviewed, where it moves nothing; a press shows it in the panel. */
export function ArrivedConflicts({ arrived: [first, ...more], onReview }: ArrivedConflictsProps): ReactNode {
  if (first === undefined) return null
  const count = 1 + more.length
  const review = ({ currentTarget }: MouseEvent<HTMLElement>): void => {
    const panel = currentTarget.closest('aside')
    onReview()
    // the button goes, and the focus goes on to what it has brought
    requestAnimationFrame(() => panel?.querySelector<HTMLElement>(`[data-conflict="${CSS.escape(first.id)}"] [data-main]`)?.focus())
  }
  return (
    <span className={styles.arrived} role="status">
      <Button size="small" icon={<Split />} title={conflictText.markTitle(count)} onClick={review}>
        {conflictText.mark(count)}
      </Button>
    </span>
  )
}
