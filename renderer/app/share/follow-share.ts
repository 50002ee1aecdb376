import type { PlanId } from '../../../shared/model/ids.ts'
import type { Mailbox } from '../../../shared/share/mailbox.ts'
import type { SeenPlanKeep } from '../../../shared/share/seen-plan.ts'
import type { ShareState } from '../../../shared/share/share-state.ts'
import type { Share, SharedPlan } from '../../../shared/share/share.ts'
import { inTurn } from '../../data/in-turn.ts'
import { runInOneWindow } from '../../data/one-window-runs.ts'
import type { Channel, StoragePlatform } from '../../data/platform.ts'
import type { SharePlace, ShareRecord } from '../../data/share-record.ts'
import type { ShareRecords } from '../../data/storage.ts'
import { placeName } from '../../parts/place-name.ts'
import type { Session } from '../../state/session.tsx'
import { notLooked, type OpenShare } from '../../state/share-store.ts'
import { runShare, type RunningShare, type SharePauses } from './run-share.ts'
import { parseShareMessage, type ShareMessage } from './share-message.ts'
import type { SharePlaces } from './share-places.ts'
import { sharedPlanOf } from './shared-plan.ts'
import { sharedSnapshotsOf } from './shared-snapshots.ts'

/** What keeps a plan's share going stands on. */
export interface FollowShareParts {
  readonly records: ShareRecords
  readonly locks: Pick<LockManager, 'request'>
  readonly openChannel: StoragePlatform['openChannel']
  /** Opens what lies between computers. */
  readonly openMailbox: SharePlaces['openMailbox']
  /** Asks for what a browser wants a person's word for; false where they said no. */
  readonly allow: SharePlaces['allow']
  /** Begins the exchange. */
  readonly startShare: (share: { readonly plan: SharedPlan; readonly mailbox: Mailbox; readonly isCopy: boolean; readonly seenPlan: SeenPlanKeep }) => Share
  readonly onWake: (listener: () => void) => () => void
  readonly pausesOf: (place: SharePlace) => SharePauses
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** The name under which one window of a computer runs the share of a plan, and on which its windows tell each other. */
export function shareName(plan: PlanId): string {
  return `quarterdeck share ${plan}`
}

/** Connects an open plan with its share for as long as it has one: in one window it runs, the others show how it stands. */
export function followShare(parts: FollowShareParts, session: Session): () => void {
  const { planId } = session.plan.getState()
  let connected: { readonly id: string; readonly end: () => Promise<void> } | null = null
  let isOver = false
  const follow = inTurn(async () => {
    const kept = await parts.records.of(planId)
    if (!kept.ok && !isOver) return // what can't be read now says nothing
    const record = kept.ok && !isOver ? kept.value : null
    if (record?.id === connected?.id) return
    await connected?.end()
    connected = record === null || isOver ? null : { id: record.id, end: connect({ parts, session, record }) }
  })
  const stop = parts.records.subscribe(() => void follow())
  void follow()
  return () => {
    isOver = true
    stop()
    void follow()
  }
}

interface Connected {
  readonly parts: FollowShareParts
  readonly session: Session
  readonly record: ShareRecord
}

/** @returns ends it in this window; resolves when nothing of it goes on here */
function connect({ parts, session, record }: Connected): () => Promise<void> {
  const { plan, place } = record
  let running: RunningShare | null = null
  let isLeft = false
  const channel: Channel = parts.openChannel({ name: shareName(plan), onMessage: (message) => hear(parseShareMessage(message)) })
  const tell = (message: ShareMessage): void => channel.post(message)
  const retry = (): void => {
    if (running === null) tell({ kind: 'look' })
    else running.retry()
  }
  const accept = (replica: string): void => {
    if (running === null) tell({ kind: 'accept', replica })
    else running.accept(replica)
  }
  const hear = (message: ShareMessage | null): void => {
    switch (message?.kind) {
      case 'state':
        if (running === null) session.share.setState({ state: message.state })
        break
      case 'ask':
        if (running !== null) tell({ kind: 'state', state: running.state() })
        break
      case 'look':
        running?.retry()
        break
      case 'accept':
        running?.accept(message.replica)
        break
      case undefined:
        break
    }
  }
  const run = (): (() => Promise<void>) => {
    const onState = (state: ShareState): void => {
      session.share.setState({ state })
      tell({ kind: 'state', state })
    }
    running = runHere({ parts, session, record, isLeft: () => isLeft, onState })
    return running.stop
  }
  const handOut = async (): Promise<void> => {
    session.share.setState({ isHandingOut: true })
    await (running?.handOut() ?? tell({ kind: 'look' }))
    session.share.setState({ isHandingOut: false })
  }
  session.share.setState({ share: openShareOf(place), state: notLooked, retry, accept, handOut, allowAgain: () => void parts.allow(place).then((isAllowed) => isAllowed && retry()) })
  const end = runInOneWindow({ name: shareName(plan), locks: parts.locks, run })
  tell({ kind: 'ask' })
  return async () => {
    isLeft = true
    session.share.setState({ share: null, state: notLooked, handOut: () => Promise.resolve() })
    await end()
    channel.close()
  }
}

/** Runs it in this window, for all windows of this computer. */
function runHere({ parts, session, record, isLeft, onState }: Connected & { readonly isLeft: () => boolean; readonly onState: (state: ShareState) => void }): RunningShare {
  const { id, plan, place } = record
  session.plan.getState().markShared({ id, place: placeName(place) })
  const snapshots = sharedSnapshotsOf({ plan, snapshots: session.snapshots, starts: () => session.board.getState().times.starts, records: parts.records })
  const shared = sharedPlanOf({ plan: session.plan, snapshots, isLeft })
  return runShare({
    plan: session.plan,
    openMailbox: () => parts.openMailbox(record),
    startShare: (mailbox) => parts.startShare({ plan: shared, mailbox, isCopy: session.plan.getState().computer.isCopy === true, seenPlan: seenPlanOf(parts.records, record) }),
    onState,
    onWake: parts.onWake,
    pauses: parts.pausesOf(place),
    now: parts.now,
  })
}

function seenPlanOf(records: ShareRecords, record: ShareRecord): SeenPlanKeep {
  return {
    recall: async () => {
      const seen = await records.seenPlan(record)
      return seen.ok ? seen.value : null
    },
    keep: async (seen) => void (await records.keepSeenPlan(record, seen)),
  }
}

/** The place as screens see it. */
function openShareOf(place: SharePlace): OpenShare {
  return place.kind === 'folder' ? { kind: 'folder', name: place.name } : { kind: 'server', address: place.address }
}
