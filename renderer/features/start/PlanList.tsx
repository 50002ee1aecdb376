import { Ellipsis } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { isUnread, type PlanEntry } from '../../../shared/model/plan-entry.ts'
import { yearLabel } from '../../../shared/model/year.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { useRowsHome } from '../../parts/use-rows-home.ts'
import { walkRows } from '../../parts/walk-rows.ts'
import { isolated } from '../../text/isolated.ts'
import { openedText, startText } from '../../text/start.ts'
import { ContextMenu } from '../../ui/ContextMenu.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuEntry } from '../../ui/menu-entry.ts'
import styles from './PlanList.module.css'

export interface PlanListProps {
  readonly plans: readonly PlanEntry[]
  readonly today: string
  readonly onOpen: (id: PlanId) => void
  readonly onRemove: (plan: PlanEntry) => void
}

/** The plans on this computer, the one opened last first. One Tab stop; arrow keys walk, Enter opens, Delete removes. */
export function PlanList({ plans, today, onOpen, onRemove }: PlanListProps): ReactNode {
  const { ref, onFocus } = useRowsHome<HTMLUListElement>()
  const [active, setActive] = useState<PlanId | null>(null)
  const tabbable = plans.some((plan) => plan.id === active) ? active : (plans[0]?.id ?? null)
  return (
    <section aria-labelledby="start-title" className={styles.section}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the focus is on the buttons in it */}
      <ul ref={ref} className={styles.list} data-walk="" onFocus={onFocus}>
        {plans.map((plan) => (
          <PlanLine key={plan.id} plan={plan} today={today} isTabbable={plan.id === tabbable} onFocus={() => setActive(plan.id)} onOpen={() => onOpen(plan.id)} onRemove={() => onRemove(plan)} />
        ))}
      </ul>
    </section>
  )
}

interface PlanLineProps {
  readonly plan: PlanEntry
  readonly today: string
  readonly isTabbable: boolean
  readonly onFocus: () => void
  readonly onOpen: () => void
  readonly onRemove: () => void
}

function PlanLine({ plan, today, isTabbable, onFocus, onOpen, onRemove }: PlanLineProps): ReactNode {
  const { title, startsOn, goals, openedAt } = plan
  const tabIndex = isTabbable ? 0 : -1
  const entries: readonly MenuEntry[] = [
    { kind: 'item', id: 'open', label: startText.open, keys: 'Enter', onSelect: onOpen },
    { kind: 'separator', id: 'line' },
    { kind: 'item', id: 'remove', label: startText.remove, keys: 'Delete', danger: true, onSelect: onRemove },
  ]
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Delete') return walkRows(event)
    event.preventDefault()
    onRemove()
  }
  return (
    <ContextMenu entries={entries} label={startText.actions(title)}>
      <li className={styles.line}>
        <button type="button" data-opens="" tabIndex={tabIndex} className={styles.open} onFocus={onFocus} onClick={onOpen} onKeyDown={onKeyDown}>
          <span className={styles.title}>{title === '' ? startText.untitled : isolated(title)}</span>
          {!isUnread(plan) && <span className={styles.year}>{yearLabel(startsOn)}</span>}
          <span className={styles.facts}>
            {isUnread(plan) ? <span>{startText.unread}</span> : <span>{startText.goals(goals)}</span>}
            {openedAt > 0 && <span>{startText.opened(openedText({ openedAt, today }))}</span>}
          </span>
        </button>
        <Menu entries={entries} align="end" trigger={<IconButton tabIndex={tabIndex} label={startText.actions(title)} icon={<Ellipsis />} className={styles.more} />} />
      </li>
    </ContextMenu>
  )
}
