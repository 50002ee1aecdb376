import type { ReactNode } from 'react'
import { nameOrId } from '../../parts/computer-name.ts'
import { mergeText, spanText } from '../../text/exchange.ts'
import { shareDialogText as text } from '../../text/share-dialogs.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import styles from './ShareDialogs.module.css'

export interface JoinAheadDialogProps {
  readonly clocks: readonly { readonly replica: string; readonly name: string; readonly byMs: number }[]
  readonly onJoin: () => void
  readonly onCancel: () => void
}

/** Says before a shared plan comes in whose clock in it runs ahead, by how much, and what that would do. */
export function JoinAheadDialog({ clocks, onJoin, onCancel }: JoinAheadDialogProps): ReactNode {
  const names = clocks.map((clock) => mergeText.aheadBy(nameOrId(clock), spanText(clock.byMs)))
  return (
    <ConfirmDialog title={text.aheadTitle} description={mergeText.ahead(names)} cancel={text.cancel} confirm={text.joinAllTheSame} onConfirm={onJoin} onClose={onCancel}>
      <div className={styles.fields}>
        <p>{text.aheadWhy}</p>
        <p>{text.aheadUntil}</p>
      </div>
    </ConfirmDialog>
  )
}
