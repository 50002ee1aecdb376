import { Check } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Backup } from '../../shared/copies/backup-name.ts'
import { backupText } from '../text/backups.ts'
import { formatMoment } from '../text/dates.ts'
import styles from './BackupList.module.css'
import { useRowsHome } from './use-rows-home.ts'
import { walkRows } from './walk-rows.ts'

/** A backup, and whether it was found not to be what was written. */
export interface ShownBackup extends Backup {
  readonly isDamaged: boolean
}

export interface BackupListProps {
  /** The newest first. */
  readonly backups: readonly ShownBackup[]
  readonly picked?: string | null
  /** Told which was pressed; where nothing is told, rows are only to be read. */
  readonly onPick?: (name: string) => void
  /** What can be done with one, at the end of its row; not asked of damaged ones. */
  readonly actionsOf?: (backup: ShownBackup) => ReactNode
}

/** Backups of a plan: when, why, and how much each holds. Stands where a plan is open, and where it can't be opened. */
export function BackupList({ backups, picked = null, onPick, actionsOf }: BackupListProps): ReactNode {
  const { ref, onFocus } = useRowsHome<HTMLUListElement>()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the focus is on the buttons in it
    <ul ref={ref} className={styles.list} aria-label={backupText.list} data-walk="" onFocus={onFocus}>
      {backups.map((backup, index) => (
        <li key={backup.name} className={styles.row}>
          <Facts backup={backup} before={backups[index + 1]} isPicked={backup.name === picked} onPick={onPick} />
          {actionsOf !== undefined && !backup.isDamaged && <span className={styles.actions}>{actionsOf(backup)}</span>}
        </li>
      ))}
    </ul>
  )
}

interface FactsProps {
  readonly backup: ShownBackup
  /** The one that was made before it. */
  readonly before: ShownBackup | undefined
  readonly isPicked: boolean
  readonly onPick: BackupListProps['onPick']
}

function Facts({ backup, before, isPicked, onPick }: FactsProps): ReactNode {
  const { name, at, reason, isDamaged, goals, records } = backup
  const more = before === undefined ? 0 : records - before.records
  const facts = (
    <>
      {onPick !== undefined && (
        <span className={styles.box} aria-hidden="true">
          {isPicked && <Check />}
        </span>
      )}
      <b className={styles.when}>{formatMoment(at)}</b> <span className={styles.why}>{isDamaged ? <strong title={backupText.damagedHint}>{backupText.damaged}</strong> : backupText.reason[reason]}</span>{' '}
      <span className={styles.number}>{backupText.goals(goals)}</span>{' '}
      <span className={styles.number}>
        {backupText.records(records)}
        {more !== 0 && (
          <span className={styles.more} title={backupText.moreHint(more)}>
            {' '}
            {backupText.more(more)}
          </span>
        )}
      </span>
    </>
  )
  if (onPick === undefined) return <div className={styles.facts}>{facts}</div>
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => walkRows(event)
  return (
    <button type="button" aria-pressed={isPicked} aria-disabled={isDamaged} data-opens="" data-backup={name} className={styles.facts} onClick={() => !isDamaged && onPick(name)} onKeyDown={onKeyDown}>
      {facts}
    </button>
  )
}
