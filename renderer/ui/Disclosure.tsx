import { Collapsible } from '@base-ui/react/collapsible'
import type { ReactNode } from 'react'
import { Chevron } from './Chevron.tsx'
import { classes } from './classes.ts'
import styles from './Disclosure.module.css'

export interface DisclosureProps {
  readonly title: ReactNode
  /** Small words after the title, such as a count. */
  readonly hint?: ReactNode
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** A part of a page that can be folded away. */
export function Disclosure({ title, hint, open, onOpenChange, children, className }: DisclosureProps) {
  return (
    <Collapsible.Root open={open} onOpenChange={(next) => onOpenChange(next)} className={classes(styles.disclosure, className)}>
      <Collapsible.Trigger className={styles.trigger}>
        <Chevron open={open} />
        <span className={styles.title}>{title}</span>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </Collapsible.Trigger>
      <Collapsible.Panel className={styles.panel}>{children}</Collapsible.Panel>
    </Collapsible.Root>
  )
}
