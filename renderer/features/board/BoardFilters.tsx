import { ListFilter, Search, X } from 'lucide-react'
import { useDeferredValue, useEffect, useState, type ReactNode } from 'react'
import { firstCard } from '../../../shared/board/card-position.ts'
import { isFiltering } from '../../../shared/board/query.ts'
import { FilterMenus } from '../../parts/FilterMenus.tsx'
import { useBoard, useSession } from '../../state/session.tsx'
import { boardText } from '../../text/board.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import styles from './BoardFilters.module.css'
import { SinceStart } from './SinceStart.tsx'

/** What narrows the board, and what is left of it in numbers. */
export function BoardFilters(): ReactNode {
  const { board } = useSession()
  const filter = useBoard((state) => state.query.filter)
  const subGoals = useBoard((state) => state.query.subGoals)
  return (
    <div className={styles.bar} role="toolbar" aria-label={boardText.filters}>
      <SearchField />
      <FilterMenus />
      <Chip label={boardText.filterStretch} pressed={filter.stretch} onPressedChange={(stretch) => board.getState().narrow({ stretch })} />
      <Chip label={boardText.filterNeedsNote} pressed={filter.needsNote} onPressedChange={(needsNote) => board.getState().narrow({ needsNote })} />
      <Chip label={boardText.subGoalCards} pressed={subGoals} onPressedChange={(shown) => board.getState().showSubGoals(shown)} />
      {isFiltering(filter) && (
        <Button size="small" variant="quiet" icon={<X />} onClick={() => board.getState().clearFilter()}>
          {boardText.clear}
        </Button>
      )}
      <div className={styles.told}>
        <Counts />
        <SinceStart />
      </div>
    </div>
  )
}

function Counts(): ReactNode {
  const shown = useBoard((state) => state.board.shown)
  const done = useBoard((state) => state.board.columns.done.length)
  const hidden = useBoard((state) => state.board.hidden)
  const words = boardText.counts({ shown, done, hidden })
  return (
    <p className={styles.counts} data-board-counts title={words}>
      {hidden > 0 && <ListFilter aria-hidden="true" className={styles.funnel} />}
      <span className={styles.words}>{words}</span>
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
