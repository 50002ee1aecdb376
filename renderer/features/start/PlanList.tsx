import { Ellipsis } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { PlanEntry } from '../../../shared/model/plan-entry.ts'
import { yearLabel } from '../../../shared/model/year.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
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
  const list = useRef<HTMLUListElement>(null)
  const [active, setActive] = useState<PlanId | null>(null)
  const count = useRef(plans.length)
  useEffect(() => {
    const isFewer = plans.length < count.current
    count.current = plans.length
    if (!isFewer) return undefined
    // the button that had the focus went with its plan; the dialog that asked gives it back some frames after it is gone
    const settled = setTimeout(() => {
      const isNowhere = document.activeElement === document.body || document.activeElement?.matches('main') === true
      if (isNowhere) list.current?.querySelector<HTMLElement>('[data-plan]')?.focus()
    }, 250)
    return () => clearTimeout(settled)
  }, [plans])
  const tabbable = plans.some((plan) => plan.id === active) ? active : (plans[0]?.id ?? null)

  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-plan]') ?? [])]
    const at = buttons.findIndex((button) => button === event.target)
    const plan = plans[at]
    if (plan === undefined) return
    const next = { ArrowDown: buttons[at + 1], ArrowUp: buttons[at - 1], Home: buttons[0], End: buttons.at(-1) }[event.key]
    if (event.key === 'Delete') onRemove(plan)
    else if (next === undefined) return
    next?.focus()
    event.preventDefault()
  }
  return (
    <section aria-labelledby="start-title" className={styles.section}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrow keys of the buttons in it come through here */}
      <ul ref={list} className={styles.list} onKeyDown={onKeyDown}>
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
  return (
    <ContextMenu entries={entries} label={startText.actions(title)}>
      <li className={styles.line}>
        <button type="button" data-plan tabIndex={tabIndex} className={styles.open} onFocus={onFocus} onClick={onOpen}>
          <span className={styles.title}>{title === '' ? startText.untitled : title}</span>
          <span className={styles.year}>{yearLabel(startsOn)}</span>
          <span className={styles.facts}>
            <span>{startText.goals(goals)}</span>
            <span>{startText.opened(openedText({ openedAt, today }))}</span>
          </span>
        </button>
        <Menu entries={entries} align="end" trigger={<IconButton tabIndex={tabIndex} label={startText.actions(title)} icon={<Ellipsis />} className={styles.more} />} />
      </li>
    </ContextMenu>
  )
}
