import { Check, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCheckInKeys } from '../../parts/use-check-in-keys.ts'
import { isUnsafe } from '../../state/backup-store.ts'
import { useBackups, useBoard, usePlan, useSession, useUi } from '../../state/session.tsx'
import type { Screen } from '../../state/ui-store.ts'
import { removedText } from '../../text/backups.ts'
import { savingText, shellText } from '../../text/board.ts'
import { commandLabels } from '../../text/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { CopyTroubles } from './CopyTroubles.tsx'
import { LastExchange } from './LastExchange.tsx'
import styles from './StatusBar.module.css'

export interface StatusBarProps {
  readonly onExport: () => void
  /** Tries again to write the second copy. */
  readonly onRetryCopy: () => void
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
      <LastExchange />
      <span className={styles.hints}>
        {selected > 0 && <strong>{shellText.selected(selected)}: </strong>}
        {screen === 'checkin' ? <CheckInHints /> : hints[screen]}
      </span>
    </footer>
  )
}

/** In a check-in digits and letters are keys at one place, and text at another. */
function CheckInHints(): ReactNode {
  return shellText.hintsOfCheckIn[useCheckInKeys()]
}

const hints: Readonly<Record<Exclude<Screen, 'checkin'>, string>> = {
  board: shellText.hints,
  plan: shellText.hints,
  teams: shellText.hintsOfTeams,
  insights: shellText.hintsOfInsights,
  report: shellText.hintsOfReport,
  exchange: shellText.hintsOfExchange,
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

function Saving({ onExport, onRetryCopy }: Pick<StatusBarProps, 'onExport' | 'onRetryCopy'>): ReactNode {
  const { plan } = useSession()
  const unsafe = useBackups(isUnsafe)
  const saving = usePlan((state) => state.saving)
  if (saving.kind === 'failed') {
    return (
      <span className={styles.failed} role="alert">
        <TriangleAlert aria-hidden="true" />
        {savingText.failed[saving.failure.kind]} {savingText.failedHint(saving.waiting)}
        <Button size="small" onClick={() => plan.getState().retrySaving()}>
          {savingText.retry}
        </Button>
        <Button size="small" variant="primary" onClick={onExport}>
          {commandLabels['file.export']}
        </Button>
      </span>
    )
  }
  if (saving.kind === 'saved' && unsafe) {
    return (
      <span className={styles.failed} role="alert" data-saving="unsafe">
        <TriangleAlert aria-hidden="true" />
        {savingText.unsafe}
        <Button size="small" onClick={onRetryCopy}>
          {savingText.retry}
        </Button>
        <Button size="small" variant="primary" onClick={onExport}>
          {commandLabels['file.export']}
        </Button>
      </span>
    )
  }
  return (
    <span className={saving.kind === 'saved' ? styles.saved : undefined} data-saving={saving.kind}>
      {saving.kind === 'saved' && <Check aria-hidden="true" />}
      {saving.kind === 'saved' ? savingText.saved : savingText.saving(saving.waiting)}
    </span>
  )
}
