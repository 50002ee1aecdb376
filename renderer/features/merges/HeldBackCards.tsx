import { Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { HeldBack } from '../../../shared/share/share-state.ts'
import { nameOrId } from '../../parts/computer-name.ts'
import { spanText } from '../../text/exchange.ts'
import { shareText } from '../../text/share.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './ShareSide.module.css'

/** Whose clock runs far ahead, so that what they wrote waits for a person's word. */
export function HeldBackCards({ heldBack, onAccept }: { readonly heldBack: readonly HeldBack[]; readonly onAccept: (replica: string) => void }): ReactNode {
  return heldBack.map(({ replica, name, byMs, isSet }) => (
    <div key={replica} className={styles.held}>
      <Clock aria-hidden="true" />
      <div>
        <p className={styles.heldWhat}>{(isSet ? shareText.heldBackSet : shareText.heldBack)(nameOrId({ replica, name }), spanText(byMs))}</p>
        <p className={styles.hint}>{isSet ? shareText.heldBackSetHint : shareText.heldBackHint}</p>
        <Button size="small" onClick={() => onAccept(replica)}>
          {shareText.accept}
        </Button>
      </div>
    </div>
  ))
}
