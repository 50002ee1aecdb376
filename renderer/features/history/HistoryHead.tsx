import { History } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Moment } from '../../../shared/history/moment.ts'
import { useSession } from '../../state/session.tsx'
import { pastText } from '../../text/past.ts'
import { Button } from '../../ui/Button.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import styles from './HistoryHead.module.css'
import { historyOf, usePast, type HistoryTab } from './history-store.ts'
import { momentWhen } from './moment-words.ts'

const tabs: readonly { readonly value: HistoryTab; readonly label: string }[] = [
  { value: 'board', label: pastText.board },
  { value: 'plan', label: pastText.plan },
  { value: 'changes', label: pastText.changes },
]

/** Which moment is shown, that it is past, and in which way one looks at it. */
export function HistoryHead({ current }: { readonly current: Moment }): ReactNode {
  const session = useSession()
  const history = historyOf(session)
  const { ui } = session
  const tab = usePast((state) => state.tab)
  const isNow = current.kind === 'now'
  return (
    <header className={styles.head}>
      <p className={styles.banner} data-past={!isNow || undefined}>
        <History aria-hidden="true" className={styles.icon} />
        <strong>{isNow ? pastText.asNow : pastText.asOf(momentWhen(current))}</strong> {isNow ? pastText.lookBack : pastText.readOnly}
        {!isNow && (
          <Button size="small" variant="quiet" className={styles.back} onClick={() => ui.getState().lookAt(null)}>
            {pastText.backToNow}
          </Button>
        )}
      </p>
      <SegmentedControl label={pastText.views} value={tab} segments={tabs} onChange={(next) => history.setState({ tab: next })} />
      {current.ahead > 0 && <p className={styles.ahead}>{pastText.ahead(current.ahead)}</p>}
    </header>
  )
}
