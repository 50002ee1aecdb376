import { useBackups, useSession } from '../state/session.tsx'
import type { CopyTrouble } from '../state/backup-store.ts'
import { copyLine, shortMoment } from '../text/backups.ts'

/** What keeps the second copy from being what it should be, a clause for each half of it; nothing where all is in order. */
export function useCopyTroubles(): readonly string[] {
  const { today } = useSession()
  const { journal, backups } = useBackups((state) => state.troubles)
  const words = ({ reason, since }: CopyTrouble): { readonly reason: CopyTrouble['reason']; readonly since: string | null } => ({ reason, since: since === null ? null : shortMoment(since, today()) })
  return [...(journal === null ? [] : [copyLine.journal(words(journal))]), ...(backups === null ? [] : [copyLine.backups(words(backups))])]
}
