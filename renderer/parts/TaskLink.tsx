import { ExternalLink } from './ExternalLink.tsx'
import { useTaskAddress } from './outside.ts'
import styles from './TaskLink.module.css'

/** A task of the tracker, `T205923`: a link where its address is known. */
export function TaskLink({ task }: { readonly task: string }) {
  const address = useTaskAddress(task) ?? ''
  return (
    <ExternalLink address={address} className={styles.task}>
      {task}
    </ExternalLink>
  )
}
