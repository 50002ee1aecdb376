import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { FormEvent, KeyboardEvent, ReactNode, RefObject } from 'react'
import { controlText } from '../text/controls.ts'
import { classes } from './classes.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'
import { useOverlayFocus } from './use-overlay-focus.ts'

export interface DialogProps {
  readonly open: boolean
  /** Asked to close by Escape, the cross or a press outside; a dialog that must stay ignores it. */
  readonly onOpenChange: (open: boolean) => void
  readonly title: ReactNode
  readonly description?: ReactNode
  /** Stands between the title and the part that scrolls, such as a summary or tabs. */
  readonly top?: ReactNode
  readonly children?: ReactNode
  /** The buttons, the main one last. */
  readonly footer?: ReactNode
  /** What Enter and Escape do, at the left of the footer. */
  readonly footerHint?: ReactNode
  readonly size?: 'small' | 'medium' | 'large' | undefined
  /** Makes the dialog a form: Enter in a field, Ctrl+Enter anywhere, or a button of type `submit`. */
  readonly onSubmit?: (() => void) | undefined
  /** What has the focus first, or false where something takes it by itself; otherwise the first field, or the main button where there is none. */
  readonly initialFocus?: RefObject<HTMLElement | null> | false | undefined
  /** What has the focus afterwards; otherwise what had it before. */
  readonly finalFocus?: RefObject<HTMLElement | null> | undefined
  /** While true it waits for what it shall show; when that is there the focus is given as at first. */
  readonly isWaiting?: boolean | undefined
  readonly className?: string | undefined
  /** The children take all of the room between head and foot, and scroll by themselves. */
  readonly isFilled?: boolean | undefined
}

/** A window over the app that holds the focus until it is closed. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, top, children, footer, footerHint, size = 'medium', onSubmit, initialFocus, finalFocus, isWaiting, className, isFilled = false } = props
  const focus = useOverlayFocus({ initialFocus, finalFocus, isWaiting })
  const content = (
    <>
      <header className={styles.header}>
        <div className={styles.titles}>
          <Base.Title className={styles.title}>{title}</Base.Title>
          {description !== undefined && <Base.Description className={styles.description}>{description}</Base.Description>}
        </div>
        {top !== undefined && <div className={styles.top}>{top}</div>}
      </header>
      {children !== undefined && <div className={classes(styles.body, isFilled && styles.filled)}>{children}</div>}
      {footer !== undefined && (
        <footer className={styles.footer}>
          <div className={styles.hint}>{footerHint}</div>
          {footer}
        </footer>
      )}
      <Base.Close render={<IconButton size="small" label={controlText.close} keys="Esc" icon={<X />} className={styles.close} />} />
    </>
  )
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup {...focus} data-overlay className={classes(styles.popup, styles[size], className)}>
            {onSubmit === undefined ? <div className={styles.frame}>{content}</div> : <DialogForm onSubmit={onSubmit}>{content}</DialogForm>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

function DialogForm({ onSubmit, children }: { readonly onSubmit: () => void; readonly children: ReactNode }) {
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.defaultPrevented || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter in any field sends the form
    <form className={styles.frame} noValidate onSubmit={submit} onKeyDown={onKeyDown}>
      {children}
    </form>
  )
}
