import { useBackups, useSession } from '../state/session.tsx'
import { copyLine, shortMoment } from '../text/backups.ts'

/**
 * What keeps the second copy from being what it should be, a clause for each half of it; nothing where all is in order.
 * @param isJournalSaid it is said elsewhere that the journal is behind
 */
export function useCopyTroubles(isJournalSaid = false): readonly string[] {
  const { today } = useSession()
  const { journal, backups } = useBackups((state) => state.troubles)
  const moment = (since: number): string => shortMoment(since, today())
  return [
    ...(journal === null || isJournalSaid ? [] : [copyLine.journal({ reason: journal.reason, since: moment(journal.since) })]),
    ...(backups === null ? [] : [copyLine.backups({ reason: backups.reason, since: backups.since === null ? null : moment(backups.since) })]),
  ]
}
