import { ListFilter, Search, X } from 'lucide-react'
import { useDeferredValue, useEffect, useState, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { firstCard } from '../../../shared/board/card-position.ts'
import { isFiltering } from '../../../shared/board/query.ts'
import { teamsInPlan } from '../../../shared/plan/teams.ts'
import { allOutcomes } from '../../../shared/plan/outline.ts'
import { useBoard, usePlan, useSession } from '../../state/session.tsx'
import { boardText } from '../../text/board.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuEntry } from '../../ui/menu-entry.ts'
import styles from './BoardFilters.module.css'
import { SinceStart } from './SinceStart.tsx'

/** What narrows the board, and what is left of it in numbers. */
export function BoardFilters(): ReactNode {
  const { board, plan } = useSession()
  const filter = useBoard((state) => state.query.filter)
  const subGoals = useBoard((state) => state.query.subGoals)
  const numbers = usePlan(useShallow((state) => allOutcomes(state.view).flatMap(({ id, number }) => (filter.outcomes.includes(id) ? [number] : []))))
  const toggle = <T extends string>(list: readonly T[], one: T): readonly T[] => (list.includes(one) ? list.filter((each) => each !== one) : [...list, one])

  const outcomeEntries = (): readonly MenuEntry[] =>
    allOutcomes(plan.getState().view).map(({ id, number, title }) => ({
      kind: 'check',
      id,
      label: `${number} ${title}`,
      checked: board.getState().query.filter.outcomes.includes(id),
      onChange: () => board.getState().narrow({ outcomes: toggle(board.getState().query.filter.outcomes, id) }),
    }))
  const teamEntries = (): readonly MenuEntry[] =>
    teamsInPlan(plan.getState().view).map(({ team }) => ({
      kind: 'check',
      id: team,
      label: team,
      checked: board.getState().query.filter.teams.includes(team),
      onChange: () => board.getState().narrow({ teams: toggle(board.getState().query.filter.teams, team) }),
    }))

  return (
    <div className={styles.bar} role="toolbar" aria-label={boardText.filters}>
      <SearchField />
      <Menu trigger={<Chip label={boardText.filterOutcome(numbers)} active={filter.outcomes.length > 0} />} entries={outcomeEntries} />
      <Menu trigger={<Chip label={boardText.filterTeam(filter.teams)} active={filter.teams.length > 0} />} entries={teamEntries} />
      <Chip label={boardText.filterStretch} pressed={filter.stretch} onPressedChange={(stretch) => board.getState().narrow({ stretch })} />
      <Chip label={boardText.filterNeedsNote} pressed={filter.needsNote} onPressedChange={(needsNote) => board.getState().narrow({ needsNote })} />
      <Chip label={boardText.subGoalCards} pressed={subGoals} onPressedChange={(shown) => board.getState().showSubGoals(shown)} />
      {isFiltering(filter) && (
        <Button size="small" variant="quiet" icon={<X />} onClick={() => board.getState().clearFilter()}>
          {boardText.clear}
        </Button>
      )}
      <Counts />
      <SinceStart />
    </div>
  )
}

function Counts(): ReactNode {
  const shown = useBoard((state) => state.board.shown)
  const done = useBoard((state) => state.board.columns.done.length)
  const hidden = useBoard((state) => state.board.hidden)
  return (
    <p className={styles.counts} data-board-counts>
      {hidden > 0 && <ListFilter aria-hidden="true" className={styles.funnel} />}
      {boardText.counts({ shown, done, hidden })}
    </p>
  )
}

/** Letters appear at once; the board follows when it has time, which at ten thousand goals is felt. */
function SearchField(): ReactNode {
  const { board } = useSession()
  const text = useBoard((state) => state.query.filter.text)
  const [typed, setTyped] = useState(text)
  const settled = useDeferredValue(typed)
  useEffect(() => {
    if (settled !== board.getState().query.filter.text) board.getState().narrow({ text: settled })
  }, [settled, board])
  // cleared from elsewhere: by the button, or by a command
  const [seen, setSeen] = useState(text)
  if (seen !== text) {
    setSeen(text)
    if (text === '') setTyped('')
  }
  return (
    <label className={styles.search}>
      <Search aria-hidden="true" className={styles.glass} />
      <input
        data-board-search
        type="text"
        aria-label={boardText.search}
        placeholder={boardText.searchPlaceholder}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          setTyped('')
          const { focused, board: shown, sendFocus } = board.getState()
          const next = focused ?? firstCard(shown)
          if (next === null) event.currentTarget.blur()
          else sendFocus(next)
        }}
      />
    </label>
  )
}
