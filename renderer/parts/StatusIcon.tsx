import type { ReactNode } from 'react'
import type { Status } from '../../shared/model/status.ts'
import { classes } from '../ui/classes.ts'
import styles from './StatusIcon.module.css'

export interface StatusIconProps {
  readonly status: Status
  /** In pixels; 14 beside text of 13. */
  readonly size?: number | undefined
  readonly className?: string | undefined
}

// seven shapes that are told apart in grey, at 12 pixels and by the colour-blind
const shapes: Readonly<Record<Status, ReactNode>> = {
  todo: <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.2 1.6" />,
  inProgress: <Ring inside={<path d="M7 3.6A3.4 3.4 0 0 1 7 10.4z" fill="currentColor" />} />,
  partiallyDone: <Ring inside={<path d="M7 7V3.6A3.4 3.4 0 1 1 3.6 7z" fill="currentColor" />} />,
  blocked: <Ring inside={<path d="M4 7h6" stroke="currentColor" strokeWidth="1.8" />} />,
  stalled: <Ring inside={<path d="M5.6 5v4M8.4 5v4" stroke="currentColor" strokeWidth="1.6" />} />,
  // the tick is a hole, so that it shows on any surface
  done: <path fillRule="evenodd" fill="currentColor" d="M7 .8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 7 .8zM3.6 7.8l2.63 2.63 4.2-4.66-1.26-1.14-3 3.34L4.8 6.6z" />,
  postponed: <Ring inside={<path d="M4.5 7h5M7.4 4.8L9.6 7 7.4 9.2" fill="none" stroke="currentColor" strokeWidth="1.5" />} />,
}

/** The sign of a status, in the colour of the text around it. Its word always stands beside it, so it is silent. */
export function StatusIcon({ status, size = 14, className }: StatusIconProps) {
  return (
    <svg viewBox="0 0 14 14" width={size} height={size} aria-hidden="true" focusable="false" className={classes(styles.icon, className)} data-status={status}>
      {shapes[status]}
    </svg>
  )
}

function Ring({ inside }: { readonly inside: ReactNode }) {
  return (
    <>
      <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      {inside}
    </>
  )
}
