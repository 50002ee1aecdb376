import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { controlText } from '../text/controls.ts'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import styles from './SidePanel.module.css'

export interface SidePanelProps {
  /** The name of the region. */
  readonly label: string
  /** The line at the top: where one is, and buttons. */
  readonly header?: ReactNode
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly onClose: () => void
  /** Whether the focus goes into the panel when it appears; by keyboard it should, by a click on a card it need not. */
  readonly takeFocus?: boolean | undefined
  /** What gets the focus when the panel goes while it has it; otherwise what had it before. */
  readonly returnFocus?: (() => HTMLElement | null) | undefined
  readonly className?: string | undefined
}

/** A region beside the work, which goes on meanwhile. Escape inside it closes it. */
export function SidePanel({ label, header, children, footer, onClose, takeFocus = false, returnFocus, className }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null)
  const latestReturn = useRef(returnFocus)
  useLayoutEffect(() => {
    latestReturn.current = returnFocus
  })
  useLayoutEffect(() => {
    const element = panel.current
    const before = document.activeElement
    if (takeFocus) element?.focus()
    return () => {
      // Runs before the panel leaves the page, while it still knows whether it has the focus.
      if (element?.contains(document.activeElement) !== true) return
      const home = latestReturn.current?.() ?? before
      if (home instanceof HTMLElement && home.isConnected) home.focus()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the focus moves once, when the panel appears
  }, [])

  const onKeyDown = (event: KeyboardEvent): void => {
    // Menus and dialogs opened from here stand elsewhere in the page, though React says their keys come through here.
    const isInside = event.target instanceof Node && panel.current?.contains(event.target) === true
    if (event.key !== 'Escape' || event.defaultPrevented || !isInside) return
    event.stopPropagation()
    onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere inside closes it
    <aside ref={panel} className={classes(styles.panel, className)} aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      <header className={styles.header}>
        <div className={styles.lead}>{header}</div>
        <IconButton size="small" label={controlText.close} keys="Esc" icon={<X />} onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </aside>
  )
}
