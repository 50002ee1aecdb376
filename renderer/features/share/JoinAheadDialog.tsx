import { useRef, type ReactNode } from 'react'
import { nameOrId } from '../../parts/computer-name.ts'
import { mergeText, spanText } from '../../text/exchange.ts'
import { shareDialogText as text } from '../../text/share-dialogs.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './ShareDialogs.module.css'

export interface JoinAheadDialogProps {
  readonly clocks: readonly { readonly replica: string; readonly name: string; readonly byMs: number }[]
  readonly onJoin: () => void
  readonly onCancel: () => void
}

/** Says before a shared plan comes in whose clock in it runs ahead, by how much, and what that would do. */
export function JoinAheadDialog({ clocks, onJoin, onCancel }: JoinAheadDialogProps): ReactNode {
  const cancel = useRef<HTMLButtonElement>(null)
  const names = clocks.map((clock) => mergeText.aheadBy(nameOrId(clock), spanText(clock.byMs)))
  return (
    <Dialog
      open
      size="small"
      title={text.aheadTitle}
      description={mergeText.ahead(names)}
      onOpenChange={(open) => !open && onCancel()}
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} onClick={onCancel}>
            {text.cancel}
          </Button>
          <Button variant="primary" onClick={onJoin}>
            {text.joinAllTheSame}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p>{text.aheadWhy}</p>
        <p>{text.aheadUntil}</p>
      </div>
    </Dialog>
  )
}
