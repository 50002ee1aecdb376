import type { ShareState } from '../../shared/share/share-state.ts'
import type { OpenShare } from '../state/share-store.ts'
import { shortMoment } from '../text/backups.ts'
import { shareText } from '../text/share.ts'

/** How the exchange stands, in words for a line and for a pane, and what can be done about it. */
export interface ShareWords {
  readonly line: string
  /** The same where room is short. */
  readonly brief: string
  readonly long: string
  readonly hint: string
  readonly tone: 'good' | 'plain' | 'bad'
  readonly action: 'retry' | 'allow' | 'connect' | null
}

export function shareWords({ share: { kind }, state: { standing }, today }: { readonly share: Pick<OpenShare, 'kind'>; readonly state: Pick<ShareState, 'standing'>; /** By this computer's calendar, `2018-12-06`. */ readonly today: string }): ShareWords {
  const { line, brief = line, ...words } = wordsOf({ kind, standing, today })
  return { line, brief, ...words }
}

function wordsOf({ kind, standing, today }: { readonly kind: OpenShare['kind']; readonly standing: ShareState['standing']; readonly today: string }): Omit<ShareWords, 'brief'> & Partial<Pick<ShareWords, 'brief'>> {
  switch (standing.kind) {
    case 'starting':
      return { line: shareText.line(shareText.starting[kind]), long: shareText.startingLong[kind], hint: '', tone: 'plain', action: null }
    case 'upToDate': {
      const when = shortMoment(standing.at, today)
      return { line: shareText.line(shareText.upToDate(when)), long: shareText.upToDateLong(when), hint: '', tone: 'good', action: null }
    }
    case 'waiting':
      return { line: shareText.line(shareText.waiting(standing.waiting)), long: shareText.waitingLong(standing.waiting), hint: shareText.waitingHint(standing.waiting), tone: 'plain', action: null }
    case 'out': {
      const { reason, since, waiting } = standing
      const out = (count: number): string => shareText.out({ kind, reason, since: shortMoment(since, today), waiting: count })
      return { line: out(waiting), brief: out(0), long: out(waiting), hint: shareText.outHint[kind][reason], tone: 'bad', action: reason === 'asks' ? 'allow' : reason === 'signIn' ? 'connect' : 'retry' }
    }
    default:
      return standing satisfies never
  }
}
