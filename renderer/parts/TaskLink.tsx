import { taskAddress } from '../../shared/plan/task-links.ts'
import { classes } from '../ui/classes.ts'
import { ExternalLink } from './ExternalLink.tsx'
import { useTaskLinks } from './outside.ts'
import styles from './TaskLink.module.css'

export interface TaskLinkProps {
  readonly task: string
  readonly className?: string | undefined
  /** Whether Tab leads to it; on a card, of which there are many, the panel of the goal has it for keys. */
  readonly isTabStop?: boolean | undefined
}

/** A task of the tracker, `T205923`: a link where its address is known. */
export function TaskLink({ task, className, isTabStop }: TaskLinkProps) {
  const address = taskAddress(useTaskLinks(), task) ?? ''
  return (
    <ExternalLink address={address} className={classes(styles.task, className)} isTabStop={isTabStop}>
      {task}
    </ExternalLink>
  )
}
