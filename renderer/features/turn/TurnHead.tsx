import type { ReactNode } from 'react'
import { spanOf } from '../../../shared/model/year.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { decisionKinds, type DecisionKind } from '../../../shared/turn/decision.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { formatDayInWords, quarterLabel } from '../../text/dates.ts'
import { turnText } from '../../text/turn.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { decideAll, proposeAll } from './decide-all.ts'
import styles from './TurnScreen.module.css'
import type { Turning } from './use-turning.ts'

/** What is turned into what, the choice for all goals at once, and what would be done in words. */
export function TurnHead({ turning, canTurn }: { readonly turning: Turning; readonly canTurn: boolean }): ReactNode {
  const { quarter, to, nextYear, items, sums } = turning
  const from = quarterLabel(quarter)
  const day = useSession().today()
  const startsOn = usePlan(({ view }) => yearStartOf(view))
  const span = spanOf({ startsOn, quarter })
  const isEarly = day <= span.to
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        <h1 className={styles.title}>{nextYear === null ? turnText.title(from) : turnText.titleOfYear(from, nextYear)}</h1>
        <p className={styles.hint}>{nextYear === null ? turnText.hint(to) : turnText.hintOfYear(nextYear)}</p>
        {isEarly && <p className={styles.hint}>{day < span.from ? turnText.notBegun(from, formatDayInWords(span.from)) : turnText.goesOn(from, formatDayInWords(span.to))}</p>}
      </div>
      <div className={styles.doing}>
        <p className={styles.sums} data-turn-sums>
          {turnText.sums(sums, to)}
        </p>
        <Button variant="primary" keys="Ctrl+Enter" disabled={!canTurn} onClick={turning.turn}>
          {nextYear === null ? turnText.turn(from) : turnText.startYear(nextYear)}
        </Button>
      </div>
      {items.length > 1 && <AllOfThem turning={turning} />}
    </header>
  )
}

function AllOfThem({ turning }: { readonly turning: Turning }): ReactNode {
  const session = useSession()
  const kinds = turnText.kinds(turning.to)
  const [first] = turning.items
  const common = turning.items.every(({ decision }) => decision.kind === first?.decision.kind) ? (first?.decision.kind ?? null) : null
  return (
    <div className={styles.all}>
      <span className={styles.allWord}>{turnText.all}</span>
      <Button size="small" variant="quiet" onClick={() => proposeAll(session, turning)}>
        {turnText.asProposed}
      </Button>
      <SegmentedControl<DecisionKind | 'mixed'>
        label={turnText.allLabel}
        size="small"
        value={common ?? 'mixed'}
        segments={decisionKinds.map((value) => ({ value, label: kinds[value], hint: <Kbd keys={turnText.keys[value]} plain /> }))}
        onChange={(kind) => {
          if (kind !== 'mixed') decideAll(session, { turning, kind })
        }}
        className={styles.decisions}
      />
    </div>
  )
}
