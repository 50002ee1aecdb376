import { useRef, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

export interface ConfirmDialogProps {
  readonly title: string
  readonly description?: string
  readonly children: ReactNode
  readonly cancel: string
  readonly confirm: string
  /** What goes is red; otherwise it is the main button. */
  readonly isDanger?: boolean
  /** Nothing to confirm yet, or nothing at all. */
  readonly isDisabled?: boolean
  /** A third way, between the two. */
  readonly between?: ReactNode
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something is done that is not meant lightly: whoever presses Enter at once has cancelled. */
export function ConfirmDialog({ title, description, children, cancel: cancelLabel, confirm, isDanger = false, isDisabled = false, between, onConfirm, onClose }: ConfirmDialogProps): ReactNode {
  const cancel = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      open
      size="small"
      title={title}
      description={description}
      onOpenChange={(open) => !open && onClose()}
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} onClick={onClose}>
            {cancelLabel}
          </Button>
          {between}
          <Button variant={isDanger ? 'danger' : 'primary'} disabled={isDisabled} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
