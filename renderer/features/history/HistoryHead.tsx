import { History } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useSession } from '../../state/session.tsx'
import { pastText } from '../../text/past.ts'
import { Button } from '../../ui/Button.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './HistoryHead.module.css'
import { historyOf, usePast, type Against, type HistoryTab } from './history-store.ts'
import { momentName, momentWhen } from './moment-words.ts'
import type { Moments } from './use-moments.ts'

const tabs: readonly { readonly value: HistoryTab; readonly label: string }[] = [
  { value: 'board', label: pastText.board },
  { value: 'plan', label: pastText.plan },
  { value: 'changes', label: pastText.changes },
]

/** Which moment is shown, that it is past, and in which way one looks at it. */
export function HistoryHead({ moments: { current, against } }: { readonly moments: Moments }): ReactNode {
  const history = historyOf(useSession())
  const tab = usePast((state) => state.tab)
  const isNow = current.kind === 'now'
  return (
    <header className={styles.head}>
      <p className={styles.banner} data-past={!isNow || undefined}>
        <History aria-hidden="true" className={styles.icon} />
        <strong>{isNow ? pastText.asNow : pastText.asOf(momentWhen(current))}</strong> {isNow ? pastText.lookBack : pastText.readOnly}
        {!isNow && (
          <Button size="small" variant="quiet" className={styles.back} onClick={() => history.setState({ moment: 'now' })}>
            {pastText.backToNow}
          </Button>
        )}
      </p>
      <div className={styles.tools}>
        <SegmentedControl size="small" label={pastText.views} value={tab} segments={tabs} onChange={(next) => history.setState({ tab: next })} />
        {tab === 'changes' && <AgainstSelect name={against === null ? null : momentName(against)} />}
      </div>
      {current.ahead > 0 && <p className={styles.ahead}>{pastText.ahead(current.ahead)}</p>}
    </header>
  )
}

/** What the moment is compared with; one that was picked in the list is an option of its own. */
function AgainstSelect({ name }: { readonly name: string | null }): ReactNode {
  const history = historyOf(useSession())
  const against = usePast((state) => state.against)
  const value = typeof against === 'string' ? against : 'picked'
  const options = useMemo(
    () => [
      { value: 'before', label: pastText.against.before },
      { value: 'now', label: pastText.against.now },
      ...(value === 'picked' && name !== null ? [{ value: 'picked', label: name }] : []),
    ],
    [value, name],
  )
  const choose = (next: string): void => {
    if (next !== 'picked') history.setState({ against: next satisfies string as Against }) // the other two options
  }
  return (
    <div className={styles.against}>
      <span aria-hidden="true">{pastText.compared}</span>
      <Select label={pastText.compared} hideLabel value={value} options={options} onChange={choose} />
    </div>
  )
}
