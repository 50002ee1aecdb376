import type { KeyboardEvent, ReactNode } from 'react'
import type { Decisions } from '../../../shared/turn/decision.ts'
import { usePlan } from '../../state/session.tsx'
import { quarterLabel } from '../../text/dates.ts'
import { turnText } from '../../text/turn.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { TurnApart } from './TurnApart.tsx'
import { TurnHead } from './TurnHead.tsx'
import { TurnList } from './TurnList.tsx'
import styles from './TurnScreen.module.css'
import { Turned } from './Turned.tsx'
import { useTurn } from './turn-store.ts'
import { useTurning } from './use-turning.ts'

/** What becomes of the goals of a quarter that aren't done, decided one by one or as a whole, and done as one action. */
export function TurnScreen({ onStartYear }: { readonly onStartYear: (decisions: Decisions) => void }): ReactNode {
  const turning = useTurning(onStartYear)
  const view = usePlan((state) => state.view)
  const turned = useTurn((state) => state.turned)
  const { quarter, items, nextYear } = turning
  // once anything else was done, what is left is asked about again
  const isTurned = turned?.quarter === quarter && turned.view === view
  // the next year can be begun though nothing is left of this one
  const canTurn = !isTurned && (items.length > 0 || nextYear !== null)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!canTurn || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    turning.turn()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in it turns the quarter
    <main className={styles.screen} aria-label={turnText.label} tabIndex={-1} onKeyDown={onKeyDown}>
      {isTurned ? (
        <Turned turned={turned} to={turning.to} />
      ) : (
        <>
          <TurnHead turning={turning} canTurn={canTurn} />
          {items.length > 0 ? <TurnList turning={turning} /> : <EmptyState title={turnText.nothing(quarterLabel(quarter))}>{turnText.nothingHint}</EmptyState>}
          <TurnApart apart={turning.apart} />
        </>
      )}
    </main>
  )
}
