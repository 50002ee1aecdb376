import { Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { HeldBack } from '../../../shared/share/share-state.ts'
import { nameOrId } from '../../parts/computer-name.ts'
import { spanText } from '../../text/exchange.ts'
import { shareText } from '../../text/share.ts'
import styles from './ShareSide.module.css'

/** At whom something of this computer waits, since its own clock runs ahead of theirs, or ran. */
export function HeldAtCard({ heldAt }: { readonly heldAt: readonly HeldBack[] }): ReactNode {
  const [first] = heldAt
  if (first === undefined) return null
  const span = spanText(Math.max(...heldAt.map(({ byMs }) => byMs)))
  const words = first.isSet ? shareText.heldAtSet : shareText.heldAt
  return (
    <div className={styles.held}>
      <Clock aria-hidden="true" />
      <div>
        <p className={styles.heldWhat}>{words(heldAt.map(nameOrId), span)}</p>
        <p className={styles.hint}>{first.isSet ? shareText.heldAtSetHint : shareText.heldAtHint}</p>
      </div>
    </div>
  )
}
