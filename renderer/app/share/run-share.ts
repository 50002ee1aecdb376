import type { Mailbox, Mailed } from '../../../shared/share/mailbox.ts'
import type { Share } from '../../../shared/share/share.ts'
import type { ShareState } from '../../../shared/share/share-state.ts'
import { atMost } from '../../host/at-most.ts'
import type { PlanStore } from '../../state/plan-store.ts'
import { notLooked } from '../../state/share-store.ts'
import { lookAfterEdits } from './look-after-edits.ts'
import type { ReachedMailbox } from './share-places.ts'

export interface SharePauses {
  /** From an edit that is saved to the look that hands it out, so that several go together. */
  readonly afterEditMs: number
  /** As often as this is looked where nothing tells of news. */
  readonly pollMs: number
  /** So long an end waits for what is still to be put. */
  readonly endMs: number
}

/** So long a window that closes waits for what was done last to go out. */
const handOutMs = 1_500

interface RunShare {
  readonly plan: PlanStore
  readonly openMailbox: () => Promise<Mailed<ReachedMailbox>>
  readonly startShare: (mailbox: Mailbox) => Share
  readonly onState: (state: ShareState) => void
  /** Tells when the window is looked at again, or the network is back; returns how to stop. */
  readonly onWake: (listener: () => void) => () => void
  readonly pauses: SharePauses
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** The exchange of the open plan, in the window that runs it. */
export interface RunningShare {
  readonly state: () => ShareState
  /** Looks at once, and tries to reach what could not be reached. */
  readonly retry: () => void
  readonly accept: (replica: string) => void
  /** Hands out what waits, where the place can be reached; resolves when that is done, and within a second or two. */
  readonly handOut: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Looks into the mailbox whenever there may be something to bring or to take, and at nothing else. */
export function runShare({ plan, openMailbox, startShare, onState, onWake, pauses, now }: RunShare): RunningShare {
  let state = notLooked
  let open: { readonly mailbox: ReachedMailbox; readonly share: Share } | null = null
  let opening: Promise<void> | null = null
  let outSince: number | null = null
  let looking = 0
  let isOver = false
  const stops: (() => void)[] = []
  const tell = (next: ShareState): void => {
    state = next
    onState(next)
  }
  const announce = (): void => {
    const { replica, name } = plan.getState().computer
    open?.mailbox.presence?.announce({ replica, name })
  }
  const begin = async (): Promise<void> => {
    const opened = await openMailbox().catch(() => ({ ok: false, reason: 'failed' }) as const)
    if (!opened.ok) {
      outSince ??= now()
      if (!isOver) tell({ ...notLooked, standing: { kind: 'out', reason: opened.reason, since: outSince, waiting: 0 } })
      return
    }
    const mailbox = opened.value
    if (isOver) return mailbox.close()
    const share = startShare(mailbox)
    stops.push(share.subscribe(() => tell(share.state())), mailbox.watch(() => void look()))
    open = { mailbox, share }
    announce()
  }
  const look = async (): Promise<void> => {
    if (isOver) return
    if (open === null) await (opening ??= begin().finally(() => (opening = null)))
    if (open === null) return
    looking += 1
    await open.share.look().finally(() => (looking -= 1))
  }
  // by what it says now: what it said last may be from before an edit
  const isWaiting = (): boolean => open !== null && open.share.state().standing.kind !== 'upToDate'
  const edits = lookAfterEdits({ plan, isWaiting, look: () => void look(), afterEditMs: pauses.afterEditMs })
  /** Who comes back after a sign-in was refused may have got the right meanwhile. */
  const wake = (): void => {
    if (state.standing.kind === 'out' && state.standing.reason === 'refused') open?.mailbox.retry?.()
    void look()
  }
  stops.push(edits.stop, onWake(wake))
  stops.push(plan.subscribe((state, before) => state.computer !== before.computer && announce()))
  const poll = setInterval(() => void look(), pauses.pollMs)
  void look()
  return {
    state: () => state,
    retry: () => {
      open?.mailbox.retry?.()
      void look()
    },
    accept: (replica) => {
      open?.share.accept(replica)
      void look()
    },
    handOut: async () => {
      if ((state.standing.kind === 'out' && state.standing.reason !== 'gone') || (!edits.isDue() && looking === 0)) return
      await atMost({ work: edits.untilSaved().then(look).catch(() => undefined), ms: handOutMs, late: undefined })
    },
    stop: async () => {
      isOver = true
      clearInterval(poll)
      for (const stop of stops) stop()
      await opening
      if (open === null) return
      const { share, mailbox } = open
      mailbox.presence?.announce(null)
      await atMost({ work: share.close(), ms: pauses.endMs, late: undefined })
      await atMost({ work: mailbox.close(), ms: pauses.endMs, late: undefined })
    },
  }
}
