import { useRef, type MouseEvent, type ReactNode } from 'react'
import { subGoalsDone } from '../../../shared/plan/rollup.ts'
import { recordOf, yearStartOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import type { TreeRow } from '../../../shared/plan/tree/tree-rows.ts'
import { StatusName } from '../../parts/StatusName.tsx'
import { TeamChips } from '../../parts/TeamChips.tsx'
import { useSession } from '../../state/session.tsx'
import { planText } from '../../text/plan.ts'
import { Chevron } from '../../ui/Chevron.tsx'
import { useWantedFocus } from '../../ui/use-wanted-focus.ts'
import { historyOf, usePast } from './history-store.ts'
import { PastProgress } from './PastProgress.tsx'
import styles from './PastTree.module.css'
import { rowWords } from './row-words.ts'

export interface PastRowProps {
  readonly row: TreeRow
  readonly view: PlanView
  readonly index: number
  readonly top: number
  readonly isTabStop: boolean
  /** Whether it is the goal that stands open beside the tree. */
  readonly isShown: boolean
  readonly measure: (element: HTMLElement | null) => void
  readonly onToggle: () => void
}

/** A row of the tree as it was. A click opens a goal, and opens or closes anything else. */
export function PastRow({ row, view, index, top, isTabStop, isShown, measure, onToggle }: PastRowProps): ReactNode {
  const session = useSession()
  const history = historyOf(session)
  const element = useRef<HTMLDivElement>(null)
  const { node, level, position, siblings, isOpen } = row
  const wantsFocus = usePast((state) => state.wantsRow && state.row === node.key)
  useWantedFocus({ element, isWanted: wantsFocus, onTaken: () => history.setState({ wantsRow: false }) })
  const onClick = (event: MouseEvent): void => {
    const isToggle = event.target instanceof Element && event.target.closest('[data-toggle]') !== null
    if (node.kind === 'goal' && !isToggle) session.ui.getState().openGoal(node.id)
    else if (isOpen !== null) onToggle()
  }
  const { number, title } = rowWords({ view, node, startsOn: yearStartOf(view) })
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree hears the keys of its rows
    <div
      ref={(now) => {
        element.current = now
        measure(now)
      }}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isShown}
      tabIndex={isTabStop ? 0 : -1}
      data-index={index}
      className={styles.row}
      data-kind={node.kind}
      style={{ ['--level' as string]: level - 1, transform: `translateY(${top}px)` }}
      onClick={onClick}
      onFocus={() => history.setState({ row: node.key, wantsRow: false })}
    >
      <span className={styles.toggle} data-toggle aria-hidden="true">
        {isOpen !== null && <Chevron open={isOpen} />}
      </span>
      <span className={styles.words}>
        {number !== '' && <span className={styles.number}>{number}</span>} {title}
      </span>
      {node.kind === 'goal' ? <GoalFacts view={view} id={node.id} /> : <PastProgress view={view} of={node} />}
    </div>
  )
}

function GoalFacts({ view, id }: { readonly view: PlanView; readonly id: `goal:${string}` }): ReactNode {
  const goal = recordOf(view, id)
  if (goal === null) return null
  const { done, total } = subGoalsDone(view, id)
  return (
    <>
      <span className={styles.facts}>
        {total > 0 && <span title={planText.subGoalsLong(done, total)}>{planText.subGoals(done, total)}</span>}
        <TeamChips teams={goal.teams} max={2} />
      </span>
      <span className={styles.state}>
        <StatusName status={goal.status} />
      </span>
    </>
  )
}
