import { useMemo, useState, type ReactElement } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { findGoals } from '../../../shared/plan/find-goals.ts'
import { outputOfGoal } from '../../../shared/plan/goal-place.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { usePlan } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import type { CommandItem } from '../../ui/command-item.ts'
import { CommandList } from '../../ui/CommandList.tsx'
import { Popover } from '../../ui/Popover.tsx'
import styles from './GoalPicker.module.css'

export interface GoalPickerProps {
  readonly trigger: ReactElement
  readonly label: string
  readonly placeholder: string
  /** The goal one chooses for. */
  readonly near: GoalId
  readonly accepts: (id: GoalId) => boolean
  readonly onChoose: (id: GoalId) => void
  /** What tells goals of the same words apart; the number of the output, where it is left out. */
  readonly hintOf?: ((id: GoalId) => string) | undefined
  /** What else can be chosen, for what is typed: before the goals, and after them. */
  readonly others?: ((query: string) => { readonly before: readonly PickerItem[]; readonly after: readonly PickerItem[] }) | undefined
}

export interface PickerItem extends CommandItem {
  readonly choose: () => void
  /** The goal it stands for: offered here, it isn't listed again. */
  readonly goal?: GoalId | undefined
}

const limit = 30

/** Chooses a goal by its words, behind a button. */
export function GoalPicker({ trigger, onChoose, ...list }: GoalPickerProps) {
  const [isOpen, setOpen] = useState(false)
  const choose = (item: PickerItem): void => {
    setOpen(false)
    item.choose()
  }
  return (
    <Popover trigger={trigger} label={list.label} open={isOpen} onOpenChange={setOpen} className={styles.popup}>
      <PickerList {...list} onChoose={onChoose} onRun={choose} />
    </Popover>
  )
}

function PickerList({ label, placeholder, near, accepts, onChoose, hintOf, others, onRun }: Omit<GoalPickerProps, 'trigger'> & { readonly onRun: (item: PickerItem) => void }) {
  const view = usePlan((state) => state.view)
  const [query, setQuery] = useState('')
  const items = useMemo((): readonly PickerItem[] => {
    const around = others?.(query)
    const offered = new Set(around?.before.map(({ goal }) => goal))
    const goals = findGoals({ view, query, near, limit, accepts: (id) => !offered.has(id) && accepts(id) }).map((goal) => ({
      id: goal.id,
      label: goal.title === '' ? goalText.untitled : goal.title,
      group: goalText.goalsGroup,
      hint: hintOf?.(goal.id) ?? outputOfGoal(view, goal.id)?.number ?? '',
      icon: <StatusIcon status={goal.status} className={statusTone(goal.status)} />,
      // found already: the list need not look again
      keywords: [query],
      choose: () => onChoose(goal.id),
    }))
    return [...(around?.before ?? []), ...goals, ...(around?.after ?? [])]
  }, [view, query, near, accepts, onChoose, hintOf, others])
  return <CommandList<PickerItem> label={label} placeholder={placeholder} items={[]} found={items} onQueryChange={setQuery} onRun={onRun} empty={goalText.noGoalFound} />
}
