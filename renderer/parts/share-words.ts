import type { ShareState } from '../../shared/share/share-state.ts'
import type { OpenShare } from '../state/share-store.ts'
import { formatClock, formatMoment } from '../text/dates.ts'
import { shareText } from '../text/share.ts'

/** How the exchange stands, in words for a line and for a pane, and what can be done about it. */
export interface ShareWords {
  readonly line: string
  readonly long: string
  readonly hint: string
  readonly tone: 'good' | 'plain' | 'bad'
  readonly action: 'retry' | 'allow' | null
}

export function shareWords({ share: { kind }, state: { standing }, now }: { readonly share: Pick<OpenShare, 'kind'>; readonly state: Pick<ShareState, 'standing'>; readonly now: number }): ShareWords {
  switch (standing.kind) {
    case 'starting':
      return { line: shareText.line(shareText.starting[kind]), long: shareText.startingLong[kind], hint: '', tone: 'plain', action: null }
    case 'upToDate': {
      const when = shortWhen(standing.at, now)
      return { line: shareText.line(shareText.upToDate(when)), long: shareText.upToDateLong(when), hint: '', tone: 'good', action: null }
    }
    case 'waiting':
      return { line: shareText.line(shareText.waiting(standing.waiting)), long: shareText.waitingLong(standing.waiting), hint: shareText.waitingHint, tone: 'plain', action: null }
    case 'out': {
      const { reason, since, waiting } = standing
      const words = shareText.out({ kind, reason, since: shortWhen(since, now), waiting })
      return { line: words, long: words, hint: shareText.outHint[kind][reason], tone: 'bad', action: reason === 'asks' ? 'allow' : 'retry' }
    }
    default:
      return standing satisfies never
  }
}

/** The time of day; of another day the day with it. */
export function shortWhen(ms: number, now: number): string {
  return new Date(ms).toDateString() === new Date(now).toDateString() ? formatClock(ms) : formatMoment(ms)
}

/** Where it is shared, as people call it. */
export function shareName(share: OpenShare): string {
  return share.kind === 'folder' ? share.name : share.address.replace(/^wss?:\/\//, '').replace(/\/?(#.*)?$/, '')
}
