import type { MouseEvent, ReactNode } from 'react'
import { classes } from '../ui/classes.ts'
import styles from './ExternalLink.module.css'
import { externalAddress, useOutside } from './outside.ts'

export interface ExternalLinkProps {
  readonly address: string
  readonly children: ReactNode
  readonly className?: string | undefined
  readonly isTabStop?: boolean | undefined
}

/** A link that opens in the person's own browser; what is no address to open is plain text. */
export function ExternalLink({ address, children, className, isTabStop = true }: ExternalLinkProps) {
  const open = useOutside()
  const href = externalAddress(address)
  if (href === null) return <span className={className}>{children}</span>
  const onClick = (event: MouseEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    open(href)
  }
  return (
    <a href={href} title={href} target="_blank" rel="noopener noreferrer" draggable={false} tabIndex={isTabStop ? undefined : -1} className={classes(styles.link, className)} onClick={onClick}>
      {children}
    </a>
  )
}
