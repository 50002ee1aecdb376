import { ListFilter, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { filterWords } from '../../../shared/board/filter-words.ts'
import { isFiltering } from '../../../shared/board/query.ts'
import { FilterMenus } from '../../parts/FilterMenus.tsx'
import { useBoard, usePlan, useSession } from '../../state/session.tsx'
import { insightsText } from '../../text/insights.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import styles from './InsightsFilters.module.css'

/** Which goals are counted, by the filter that the board has too: menus to narrow it, and in words what it leaves. */
export function InsightsFilters({ hidden }: { readonly hidden: number }): ReactNode {
  const { board } = useSession()
  const view = usePlan((state) => state.view)
  const filter = useBoard((state) => state.query.filter)
  const subGoals = useBoard((state) => state.query.subGoals)
  return (
    <div className={styles.filters}>
      <div className={styles.chips} role="toolbar" aria-label={insightsText.filters}>
        <FilterMenus />
        <Chip label={insightsText.subGoals} pressed={subGoals} onPressedChange={(counted) => board.getState().showSubGoals(counted)} />
      </div>
      {isFiltering(filter) && (
        <p className={styles.words}>
          <ListFilter aria-hidden="true" className={styles.funnel} />
          {insightsText.only(filterWords(view, filter))} {hidden > 0 && insightsText.hidden(hidden)}
          <Button size="small" variant="quiet" icon={<X />} onClick={() => board.getState().clearFilter()}>
            {insightsText.clear}
          </Button>
        </p>
      )}
    </div>
  )
}
