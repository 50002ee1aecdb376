import { X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { compareOrdered } from '../../../shared/changes/order.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { Status } from '../../../shared/model/status.ts'
import { outputOfGoal, quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import { isLive, recordOf } from '../../../shared/plan/plan-view.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { openGoal } from '../../parts/open-goal.ts'
import { StatusName } from '../../parts/StatusName.tsx'
import { usePlan, useSession } from '../../state/session.tsx'
import { quarterLabel } from '../../text/dates.ts'
import { insightsText } from '../../text/insights.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ShowAllButton } from '../../ui/ShowAllButton.tsx'
import styles from './GoalsBehind.module.css'
import type { Picked } from './picked.ts'

/** How many goals are shown until one asks for all. */
const first = 12

/** The goals behind a value of a chart, with the statuses of the day that it is of, else as they are now; each leads to the goal itself. Escape leads back to the chart. */
export function GoalsBehind({ picked: { title, goals, hintOf, statusOf }, onClose }: { readonly picked: Picked; readonly onClose: () => void }): ReactNode {
  const view = usePlan((state) => state.view)
  const sorted = useMemo(() => goals.toSorted((a, b) => compareOrdered({ id: a, order: recordOf(view, a)?.order ?? '' }, { id: b, order: recordOf(view, b)?.order ?? '' })), [view, goals])
  const [isWhole, setWhole] = useState(false)
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    const { current } = list
    const goal = current?.querySelector<HTMLElement>('[data-listed]')
    ;(goal ?? current)?.focus({ preventScroll: true })
    current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-listed]') ?? [])]
    rows[rows.findIndex((row) => row === document.activeElement) + step]?.focus()
  }
  const isLong = goals.length > first + 2
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons in it come through here
    <section ref={list} className={styles.behind} aria-label={title} tabIndex={-1} onKeyDown={onKeyDown} data-behind>
      <header className={styles.head}>
        <h4 className={styles.title}>
          {title} <span className={styles.count}>{goals.length}</span>
        </h4>
        <IconButton size="small" label={insightsText.close} keys="Esc" icon={<X />} onClick={onClose} />
      </header>
      {goals.length === 0 && <p className={styles.none}>{insightsText.noGoals}</p>}
      <ul>
        {(isLong && !isWhole ? sorted.slice(0, first) : sorted).map((id) => (
          <li key={id} className={styles.item}>
            <Row id={id} hint={hintOf?.(id) ?? null} then={statusOf?.(id) ?? null} />
          </li>
        ))}
      </ul>
      {isLong && <ShowAllButton count={goals.length} isWhole={isWhole} onChange={setWhole} />}
    </section>
  )
}

function Row({ id, hint, then }: { readonly id: GoalId; readonly hint: string | null; readonly then: Status | null }): ReactNode {
  const session = useSession()
  const view = usePlan((state) => state.view)
  const goal = recordOf(view, id)
  if (goal === null) return null
  const quarter = quarterOfGoal(view, id)
  const now = then === null || then === goal.status ? '' : insightsText.now(statusLabel[goal.status])
  return (
    <button type="button" className={styles.row} data-listed={id} onClick={() => openGoal(session, id)}>
      <span className={styles.number}>{outputOfGoal(view, id)?.number}</span>
      <span className={styles.goal}>{goal.title === '' ? insightsText.untitled : goal.title}</span>
      <span className={styles.hint}>{hint ?? (isLive(view, id) ? now : insightsText.gone)}</span>
      <span className={styles.quarter}>{quarter === null ? '' : quarterLabel(quarter)}</span>
      <StatusName status={then ?? goal.status} className={styles.status} />
    </button>
  )
}
