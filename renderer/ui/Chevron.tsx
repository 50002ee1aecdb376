import { ChevronRight } from 'lucide-react'
import styles from './Chevron.module.css'
import { classes } from './classes.ts'

/** The sign of something that opens. Where it is a row of a tree, the row itself says `aria-expanded`. */
export function Chevron({ open, className }: { readonly open: boolean; readonly className?: string | undefined }) {
  return <ChevronRight className={classes(styles.chevron, open && styles.open, className)} aria-hidden="true" />
}
