import type { BackupState } from '../../state/backup-store.ts'
import { backupText, shortMoment } from '../../text/backups.ts'

/** What is known of one half of the second copy; `good` only where it was read, `open` where nobody has looked yet. */
export interface CopySentence {
  readonly kind: 'good' | 'open' | 'bad'
  readonly text: string
}

type Backups = NonNullable<BackupState['backups']>

interface CopySentences extends Pick<BackupState, 'troubles' | 'journalProvenAt'> {
  /** The newest first, without what a clock dated later than now. */
  readonly past: Backups
  /** `2018-12-06`, by this computer's calendar. */
  readonly today: string
}

/** A sentence for each half of the second copy of which no trouble is told: the changes, and the backups. */
export function copySentences({ past, troubles, journalProvenAt, today }: CopySentences): readonly CopySentence[] {
  const when = (ms: number): string => shortMoment(ms, today)
  const isJournalKept = troubles.journal === null && troubles.backups?.reason !== 'unavailable'
  return [...(isJournalKept ? [ofJournal(journalProvenAt, when)] : []), ...(troubles.backups === null ? ofBackups(past, when) : [])]
}

function ofJournal(provenAt: number | null, when: (ms: number) => string): CopySentence {
  return provenAt === null ? { kind: 'open', text: backupText.state.journal } : { kind: 'good', text: backupText.state.journalProven(when(provenAt)) }
}

/** Nothing where there are none: that is said in their place. */
function ofBackups(past: Backups, when: (ms: number) => string): readonly CopySentence[] {
  const { state } = backupText
  const [newest] = past
  if (newest === undefined) return []
  if (newest.isProven) return [{ kind: 'good', text: state.proven(when(newest.at)) }]
  if (!newest.isDamaged) return [{ kind: 'open', text: state.listed(when(newest.at)) }]
  const whole = past.find(({ isProven }) => isProven)
  const rest = whole !== undefined ? [state.wholeBefore(when(whole.at))] : past.every(({ isDamaged }) => isDamaged) ? [state.noWhole] : []
  return [{ kind: 'bad', text: [state.damaged(when(newest.at)), ...rest].join(' ') }]
}
