import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { Search } from 'lucide-react'
import { useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react'
import { parseScope } from '../../../shared/board/query.ts'
import { quarters, yearLabel, type Quarter } from '../../../shared/model/year.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { wasShared } from '../../../shared/plan/was-shared.ts'
import { draggedGoal, goalDropData } from '../../parts/goal-drag.ts'
import { useBoard, usePlan, useSession } from '../../state/session.tsx'
import { showScope } from '../../state/show-scope.ts'
import { shellText } from '../../text/board.ts'
import { quarterLabel, quarterMonths } from '../../text/dates.ts'
import { isolated } from '../../text/isolated.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { ariaKeys } from '../../ui/keys.ts'
import { useMac } from '../../ui/mac.ts'
import { SegmentedControl, type Segment } from '../../ui/SegmentedControl.tsx'
import styles from './TopBar.module.css'

export interface TopBarProps {
  readonly isSample: boolean
  readonly onShowStart: () => void
  readonly onCommands: () => void
  readonly onImport: () => void
  readonly onExport: () => void
}

/** Which plan, which part of the year, and what can be done with the whole. */
export function TopBar({ isSample, onShowStart, onCommands, onImport, onExport }: TopBarProps): ReactNode {
  const title = usePlan((state) => state.view.plan?.title ?? '')
  const startsOn = usePlan((state) => yearStartOf(state.view))
  const isShared = usePlan((state) => wasShared(state.exchanges))
  return (
    <header className={styles.bar}>
      <h1 className={styles.heading}>
        <button type="button" className={styles.plan} onClick={onShowStart} title={shellText.allPlans(title)}>
          <strong>{isolated(title)}</strong>
          <span className={styles.year}>{yearLabel(startsOn)}</span>
          {isSample && !isShared && <span className={styles.sample}>{shellText.sample}</span>}
        </button>
      </h1>
      <Scopes startsOn={startsOn} />
      <button type="button" className={styles.commands} onClick={onCommands} aria-keyshortcuts={ariaKeys({ keys: 'Ctrl+K', mac: useMac() })}>
        <Search aria-hidden="true" className={styles.glass} />
        <span className={styles.commandsText}>{shellText.commands}</span>
        <Kbd keys="Ctrl+K" plain className={styles.keys} />
      </button>
      <Button onClick={onImport}>{shellText.import}</Button>
      <Button variant="primary" onClick={onExport}>
        {shellText.export}
      </Button>
    </header>
  )
}

/** Quarters, year, and what isn't scheduled. A card dropped on one is planned for it. */
function Scopes({ startsOn }: { readonly startsOn: string }): ReactNode {
  const session = useSession()
  const scope = useBoard((state) => state.query.scope)
  const first = useDropQuarter(1)
  const second = useDropQuarter(2)
  const third = useDropQuarter(3)
  const fourth = useDropQuarter(4)
  const none = useDropQuarter(null)
  const segments = useMemo<readonly Segment<string>[]>(
    () => [
      ...quarters.map((quarter) => ({
        value: String(quarter),
        label: quarterLabel(quarter),
        hint: <span className={styles.months}>{quarterMonths({ startsOn, quarter })}</span>,
        ref: [first, second, third, fourth][quarter - 1],
      })),
      { value: 'year', label: shellText.year },
      { value: 'unscheduled', label: shellText.unscheduled, ref: none },
    ],
    [startsOn, first, second, third, fourth, none],
  )
  const show = (value: string): void => {
    showScope(session, parseScope(value) ?? 1)
  }
  return <SegmentedControl label={shellText.quarters} value={String(scope)} segments={segments} onChange={show} className={styles.scopes} />
}

function useDropQuarter(quarter: Quarter | null): RefObject<HTMLButtonElement | null> {
  const segment = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const element = segment.current
    if (element === null) return undefined
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => draggedGoal(source.data) !== null,
      getData: () => goalDropData({ kind: 'quarter', quarter }),
      onDragEnter: () => element.setAttribute('data-drop-over', ''),
      onDragLeave: () => element.removeAttribute('data-drop-over'),
      onDrop: () => element.removeAttribute('data-drop-over'),
    })
  }, [quarter])
  return segment
}
