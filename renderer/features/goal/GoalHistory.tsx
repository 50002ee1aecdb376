import { useMemo, useState } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { historyOfGoal } from '../../../shared/plan/history.ts'
import { usePlan } from '../../state/session.tsx'
import { historyText } from '../../text/history.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import styles from './GoalHistory.module.css'
import { HistoryItem } from './HistoryItem.tsx'
import { isSameMoment } from './same-moment.ts'

const pageLength = 50

/** What changed when, field by field, with who; worked out only while it is unfolded. */
export function GoalHistory({ goal }: { readonly goal: GoalId }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={styles.section} aria-label={historyText.title}>
      <Disclosure title={<h3 className={styles.heading}>{historyText.title}</h3>} open={isOpen} onOpenChange={setOpen}>
        {isOpen && <Entries goal={goal} />}
      </Disclosure>
    </section>
  )
}

function Entries({ goal }: { readonly goal: GoalId }) {
  const view = usePlan((state) => state.view)
  const entries = useMemo(() => historyOfGoal(view, goal), [view, goal])
  const [shown, setShown] = useState(pageLength)
  const left = entries.length - shown
  return (
    <>
      <ol className={styles.list}>
        {entries.slice(0, shown).map((entry, index) => {
          const before = entries[index - 1]
          return <HistoryItem key={`${entry.at} ${entry.on}`} entry={entry} isHeaded={before === undefined || !isSameMoment(before, entry)} />
        })}
      </ol>
      {left > 0 && (
        <Button size="small" variant="quiet" onClick={() => setShown(shown + pageLength)}>
          {historyText.more(Math.min(left, pageLength))}
        </Button>
      )}
    </>
  )
}
