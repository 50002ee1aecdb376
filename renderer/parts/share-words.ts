import type { OutReason, ShareState } from '../../shared/share/share-state.ts'
import type { OpenShare } from '../state/share-store.ts'
import { shortMoment } from '../text/backups.ts'
import { shareText } from '../text/share.ts'
import { nameOrId } from './computer-name.ts'

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

export interface ShareWordsOf {
  readonly share: Pick<OpenShare, 'kind'>
  readonly state: Pick<ShareState, 'standing'> & Partial<Pick<ShareState, 'heldBack' | 'heldAt'>>
  /** By this computer's calendar, `2018-12-06`. */
  readonly today: string
}

export function shareWords({ share: { kind }, state: { standing, heldBack = [], heldAt = [] }, today }: ShareWordsOf): ShareWords {
  const held = [...(heldAt.length === 0 ? [] : [shareText.heldAtLine(heldAt.map(nameOrId))]), ...(heldBack.length === 0 ? [] : [shareText.heldLine(heldBack.map(nameOrId))])]
  switch (standing.kind) {
    case 'starting':
      return { ...inLine(shareText.starting[kind]), long: shareText.startingLong[kind], hint: '', tone: 'plain', action: null }
    case 'upToDate': {
      const when = shortMoment(standing.at, today)
      // nothing is up to date of which something waits for a person
      if (held.length > 0) return { ...inLine(held.join(', ')), long: capital(held.join(', ')), hint: '', tone: 'bad', action: null }
      return { ...inLine(shareText.upToDate(when)), long: shareText.upToDateLong(when), hint: '', tone: 'good', action: null }
    }
    case 'waiting':
      return { ...inLine([shareText.waiting(standing.waiting), ...held].join(', ')), long: [shareText.waitingLong(standing.waiting), ...held].join(', '), hint: shareText.waitingHint(standing.waiting), tone: held.length > 0 ? 'bad' : 'plain', action: null }
    case 'out': {
      const { reason, since, waiting } = standing
      const out = (count: number): string => shareText.out({ kind, reason, since: shortMoment(since, today), waiting: count })
      return { line: out(waiting), brief: out(0), long: out(waiting), hint: shareText.outHint[kind][reason], tone: 'bad', action: actionOf(reason) }
    }
    default:
      return standing satisfies never
  }
}

/** Short enough for any window. */
function inLine(words: string): Pick<ShareWords, 'line' | 'brief'> {
  const line = shareText.line(words)
  return { line, brief: line }
}

function actionOf(reason: OutReason): NonNullable<ShareWords['action']> {
  if (reason === 'asks') return 'allow'
  return reason === 'signIn' ? 'connect' : 'retry'
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
