import { ArrowLeftRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Moment } from '../../../shared/history/moment.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { pastText } from '../../text/past.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { historyOf, keyOf, usePast } from './history-store.ts'
import styles from './MomentList.module.css'
import { momentName, momentWords } from './moment-words.ts'

export interface MomentRowProps {
  readonly moment: Moment
  readonly at: number
  readonly total: number
  readonly top: number
  readonly isCurrent: boolean
  /** Whether the moment that is looked at is compared with this one. */
  readonly isAgainst: boolean
  readonly measure: (element: HTMLElement | null) => void
}

/** A moment to look back to, and to compare with. */
export function MomentRow({ moment, at, total, top, isCurrent, isAgainst, measure }: MomentRowProps): ReactNode {
  const session = useSession()
  const history = historyOf(session)
  const view = usePlan((state) => state.view)
  const here = usePlan((state) => state.computer.replica)
  const isComparing = usePast((state) => state.tab === 'changes')
  const name = momentName(moment)
  const showsOther = isAgainst && isComparing && !isCurrent
  return (
    <li ref={measure} data-index={at} aria-setsize={total} aria-posinset={at + 1} className={styles.item} style={{ transform: `translateY(${top}px)` }} data-other={showsOther || undefined}>
      <button type="button" aria-current={isCurrent ? 'true' : undefined} tabIndex={isCurrent ? 0 : -1} className={styles.moment} onClick={() => session.ui.getState().lookAt(keyOf(moment))}>
        <span className={styles.name}>{name}</span>
        <span className={styles.words}>{momentWords({ moment, view, here }).join(', ')}</span>
      </button>
      {!isCurrent && (
        <IconButton
          size="small"
          className={styles.compare}
          label={showsOther ? pastText.comparedWith(name) : pastText.compareWith(name)}
          pressed={showsOther}
          icon={<ArrowLeftRight />}
          onClick={() => history.setState({ against: { key: moment.key }, tab: 'changes' })}
        />
      )}
    </li>
  )
}
