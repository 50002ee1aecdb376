import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCheckInKeys } from '../../parts/use-check-in-keys.ts'
import { useBackups, useBoard, usePlan, useUi } from '../../state/session.tsx'
import type { Screen } from '../../state/ui-store.ts'
import { removedText } from '../../text/backups.ts'
import { savingText, shellText } from '../../text/board.ts'
import { commandLabels } from '../../text/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { CopyTroubles } from './CopyTroubles.tsx'
import { LastExchange } from './LastExchange.tsx'
import { ShareLine } from './ShareLine.tsx'
import { Saving, type SavingProps } from './Saving.tsx'
import styles from './StatusBar.module.css'

export interface StatusBarProps extends SavingProps {
  /** Puts the plan back that was removed in another window. */
  readonly onBringBack: () => void
}

/** What is always in sight: what is on this computer's disk, how the exchange stands, and what ails the second copy as long as something does. */
export function StatusBar({ onExport, onRetryCopy, onBringBack }: StatusBarProps): ReactNode {
  const selected = useBoard((state) => state.selected.size)
  const screen = useUi((state) => state.screen)
  const isRemoved = usePlan((state) => state.isRemoved)
  if (isRemoved) {
    return (
      <footer className={styles.bar}>
        <Removed onExport={onExport} onBringBack={onBringBack} />
      </footer>
    )
  }
  return (
    <footer className={styles.bar}>
      <Saving onExport={onExport} onRetryCopy={onRetryCopy} />
      <CopyTroubles />
      <ShareLine />
      <LastExchange />
      <span className={styles.hints}>
        <span className={styles.hint}>
          {selected > 0 && <strong>{shellText.selected(selected)}: </strong>}
          {screen === 'checkin' ? <CheckInHints /> : screen === 'exchange' ? <ExchangeHints /> : hints[screen]}
        </span>
      </span>
    </footer>
  )
}

/** In a check-in digits and letters are keys at one place, and text at another. */
function CheckInHints(): ReactNode {
  return shellText.hintsOfCheckIn[useCheckInKeys()]
}

/** What is only to be read has other keys than what is to be decided. */
function ExchangeHints(): ReactNode {
  return shellText.hintsOfExchange[useUi((state) => state.exchangeList)]
}

const hints: Readonly<Record<Exclude<Screen, 'checkin' | 'exchange'>, string>> = {
  board: shellText.hints,
  plan: shellText.hints,
  teams: shellText.hintsOfTeams,
  insights: shellText.hintsOfInsights,
  report: shellText.hintsOfReport,
  snapshots: shellText.hintsOfSnapshots,
  backups: shellText.hintsOfBackups,
  history: shellText.hintsOfHistory,
  turn: shellText.hintsOfTurn,
}

/** Another window has removed the plan: nothing can be saved, and all that is seen here is still there. */
function Removed({ onExport, onBringBack }: Pick<StatusBarProps, 'onExport' | 'onBringBack'>): ReactNode {
  const waiting = usePlan(({ saving }) => (saving.kind === 'failed' ? saving.waiting : 0))
  const hasBackups = useBackups((state) => (state.backups?.length ?? 0) > 0)
  return (
    <span className={classes(styles.failed, styles.removed)} role="alert" data-saving="removed">
      <TriangleAlert aria-hidden="true" />
      <span>
        {removedText.gone} {waiting > 0 && savingText.failedHint(waiting)} {hasBackups && waiting === 0 ? removedText.goneBack : removedText.goneHere}
      </span>
      <Button size="small" variant="primary" onClick={onBringBack}>
        {removedText.bringBackOpen}
      </Button>
      <Button size="small" onClick={onExport}>
        {commandLabels['file.export']}
      </Button>
    </span>
  )
}
