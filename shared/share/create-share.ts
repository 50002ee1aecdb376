import { contentMarkInSteps } from './content-mark.ts'
import { exchangeState, membersOf } from './exchange-state.ts'
import { readSnapshots, putSnapshots } from './exchange-snapshots.ts'
import { createIncoming } from './incoming.ts'
import { formatItemName } from './item-name.ts'
import { isoTime } from './iso-time.ts'
import { createKnownBefore, knownForMs } from './known-before.ts'
import { levelLimits } from './levels.ts'
import { createMailReader, type RunSteps } from './mail-reader.ts'
import type { Mailbox, MailFailure, MailItem } from './mailbox.ts'
import { itemsByReplica, namedItems, snapshotItems, type NamedItem, type ReplicaItems } from './named-items.ts'
import { countWaiting, lacksAny, putNews } from './outgoing.ts'
import { lookAfter, noOwnItems, type OwnItems } from './own-items.ts'
import { readPlace } from './read-place.ts'
import { createRests } from './rests.ts'
import { createPlanMemory, type SeenPlanKeep } from './seen-plan.ts'
import { shareText } from './share-item.ts'
import type { ShareState } from './share-state.ts'
import type { Share, SharedPlan } from './share.ts'
import { createTaker } from './taker.ts'

export interface CreateShare {
  /** Whoever made it closes it, after the share. */
  readonly mailbox: Mailbox
  readonly plan: SharedPlan
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Name and version of the app. */
  readonly app: string
  readonly run: RunSteps
  /** Whether this computer's profile was copied before: then stamps alone don't tell what it knows. */
  readonly isCopy?: boolean
  /** Keeps over restarts what this replica's own plan file says. */
  readonly seenPlan?: SeenPlanKeep
  /** How long others' changes may wait before this computer says that it has them; its own never wait. */
  readonly lazyMs?: number
  /** How long a member may be without something before that is said of it. */
  readonly lagMs?: number
  /** How often heads are read again though they look the same: a mailbox may have handed out an old one. */
  readonly againMs?: number
  /** Up to how many bytes the news of each level may have, the lowest first. */
  readonly limits?: readonly number[]
}

/** Members from which on others' changes wait longer: each that says it has them is read by all others. */
const crowd = 8

/** So long nothing is put again where not all was taken: what was is told to all others, and looking at that must not make everybody put without end. */
const restMs = 10_000

/** Failures after which what was to be put is put with the next look. */
const passing: readonly MailFailure[] = ['unreachable', 'asks', 'changed']

/** So often it is looked once more at once: who changes an own item again and again must keep nobody looking without end. */
const mostMore = 3

/**
 * Exchanges one plan through one mailbox. It does nothing by itself: whoever runs it calls `look` at the start, after edits
 * are safe, when the mailbox's `watch` tells of something, and now and then in any case.
 */
export function createShare({ mailbox, plan, now, app, run, isCopy = false, seenPlan, lazyMs = 30_000, lagMs = 300_000, againMs = 600_000, limits = levelLimits }: CreateShare): Share {
  const accepted = new Set<string>()
  const reader = createMailReader({ mailbox, run, plan })
  const taker = createTaker({ plan, reader, run, now, accepted, renames: createRests({ now }) })
  const incoming = createIncoming({ plan, reader, taker })
  const memory = createPlanMemory({ keep: seenPlan, plan, run, now })
  const listeners = new Set<() => void>()
  /** What was known at the start: of it nobody can say what is in the mailbox before that has been read. */
  const begun = plan.set()
  const knownBefore = createKnownBefore({ begun: begun.knows })
  let isOwnRead = false
  let own: OwnItems = noOwnItems({ replica: plan.by().replica, readWhole: isCopy })
  let isShareSure = false
  let outcome: { readonly at: number; readonly failure: MailFailure | null } | null = null
  let outSince: number | null = null
  let held: ReadonlyMap<string, number> = new Map()
  /** Of whom the own head says that something waits. */
  let saidHeld = ''
  /** Whether the last look has read what others put. */
  let isRead = false
  let lacksSince: number | null = null
  /** Why a place that can be reached did not take what was put there last. */
  let notTaken: { readonly failure: MailFailure; readonly at: number } | null = null
  /** What was put, is gone and is put again. */
  const again = createRests({ now })
  let readAgainAt = now()
  let looking: Promise<void> | null = null
  let next: Promise<void> | null = null
  let isClosed = false
  let shown: { readonly key: readonly unknown[]; readonly state: ShareState } | null = null
  let revision = 0

  const tell = (): void => {
    revision += 1
    for (const listener of listeners) listener()
  }
  const stopPresence = mailbox.presence?.subscribe(tell)

  const putShareItem = async (items: readonly MailItem[]): Promise<MailFailure | null> => {
    // whoever finds nothing but another plan is in the wrong place, also where the right one was there before
    const isOfThisPlan = (item: MailItem): boolean => !reader.isFresh(item) || [...own.items.values()].some(({ name, version }) => name === item.name && version === item.version)
    isShareSure = items.some(isOfThisPlan) || !reader.unread().some(({ why }) => why === 'otherPlan')
    const name = formatItemName({ kind: 'share' })
    if (!isShareSure || !again.mayBegin(name)) return null
    const put = await mailbox.put(name, shareText({ planId: plan.id, title: plan.title() }))
    if (!put.ok) return put.reason
    again.note(name)
    return null
  }

  /** A clock that was set back has to keep nobody waiting for a year. */
  const hasPassed = (since: number, ms: number): boolean => Math.abs(now() - since) >= ms
  /** Where many take part, others' changes are told of later. */
  const inCrowd = (ms: number): number => ms * Math.max(1, incoming.heads().size / crowd)
  const mayPut = (): boolean => !own.isBlocked && isShareSure && plan.isSafe() && plan.by().replica === own.replica

  const putOwn = async (): Promise<MailFailure | null> => {
    const set = plan.set()
    if (!mayPut()) return null
    const isAgain = own.ends !== null && own.lost >= 0
    // whose clock is off is to be told: by others nobody else can tell it
    if (own.ends !== null && saidHeld !== namesOf(held)) own = { ...own, lost: Math.max(own.lost, 0) }
    if (!lacksAny({ own, set })) {
      lacksSince = null
      return null
    }
    lacksSince ??= now()
    const waits = inCrowd(lazyMs)
    if (own.ends !== null && own.lost < 0 && !hasPassed(lacksSince, waits) && countWaiting({ own, set }) === 0) return null
    if (notTaken !== null && !hasPassed(notTaken.at, restMs)) return notTaken.failure
    if (isAgain && !again.mayBegin(own.replica)) return null
    const put = await putNews({ mailbox, run, own, limits, planId: plan.id, by: plan.by(), at: isoTime(now()), app, holds: held, set })
    own = put.own
    if (put.failure === null) saidHeld = namesOf(held)
    notTaken = put.failure === null || passing.includes(put.failure) ? null : { failure: put.failure, at: now() }
    if (put.failure === null) lacksSince = null
    if (put.failure === null && isAgain) again.note(own.replica)
    return put.failure
  }

  const lookOnce = async (): Promise<MailFailure | null> => {
    isRead = false
    const listed = await mailbox.list()
    if (!listed.ok) return listed.reason
    reader.begin(listed.value)
    const items = namedItems(listed.value)
    const isAgain = readHeadsAgain(items)
    const place = await readPlace({ reader, planId: plan.id, item: items.find(({ name }) => name.kind === 'share')?.item })
    isShareSure = place !== 'others'
    if (!isShareSure || reader.failure() !== null) return reader.failure()
    await takeIn(items, isAgain)
    held = taker.heldBack()
    isRead = reader.failure() === null
    const failure = reader.failure() ?? (place === 'missing' ? await putShareItem(listed.value) : null)
    if (failure !== null || !isShareSure) return failure
    const snapshots = snapshotItems(items)
    await readSnapshots({ snapshots: plan.snapshots, planId: plan.id, run, reader, items: snapshots })
    const notPut = reader.failure() ?? (await putOwn()) ?? (await putSnapshots({ mailbox, snapshots: plan.snapshots, reader, items: snapshots, again }))
    // what was put again and again and lies there just now may be gone in a moment
    return notPut ?? (again.isAny() ? 'gone' : null)
  }

  const readHeadsAgain = (items: readonly NamedItem[]): boolean => {
    if (!hasPassed(readAgainAt, againMs)) return false
    readAgainAt = now()
    for (const { item, name } of items) if (name.kind === 'news' && name.level === 0) reader.forget(item.name)
    return true
  }

  const takeIn = async (items: readonly NamedItem[], isAgain: boolean): Promise<void> => {
    const byReplica = itemsByReplica(items)
    const { replica } = plan.by()
    // a copied profile has become a replica of its own, whose stamps say less than others'
    if (replica !== own.replica) own = noOwnItems({ replica, readWhole: true })
    own = await lookAfter({ own, items: byReplica.get(replica) ?? noItems, names: new Set(items.map(({ item }) => item.name)), mailbox, plan, reader, taker, run, memory })
    isOwnRead ||= !own.isBlocked
    const others = [...byReplica].filter(([each]) => each !== replica)
    for (const [each, its] of others) if (reader.failure() === null) await incoming.readReplica(each, its)
    for (const { item, name } of items) if (name.kind === 'stray' && reader.failure() === null) await incoming.readStray(item)
    await run(contentMarkInSteps(plan.set()))
    for (const [each, its] of others) if (reader.failure() === null) await incoming.compare(each, its, { alsoLess: isAgain })
  }

  const lookAndTell = async (): Promise<void> => {
    try {
      let failure = await lookOnce()
      // under another name, which what was read has made necessary, everything is to be put anew; what was changed meanwhile is read before
      for (let more = 0; more < mostMore && (failure === 'changed' || plan.by().replica !== own.replica); more += 1) failure = await lookOnce()
      ended(failure)
    } catch (error) {
      ended('failed') // a fault of our own, or of this computer: nobody must be told that all is well
      throw error
    }
  }
  const ended = (failure: MailFailure | null): void => {
    const at = now()
    outSince = failure === null ? null : (outSince ?? at)
    outcome = { at, failure }
    knownBefore.note({ at, knows: plan.set().knows })
    tell()
  }

  const look = (): Promise<void> => {
    if (isClosed) return Promise.resolve()
    if (looking === null) {
      looking = lookAndTell().finally(() => {
        looking = null
      })
      return looking
    }
    // whoever asks while it looks may know of something that it has passed already
    next ??= looking.then(
      () => lookNext(),
      () => lookNext(),
    )
    return next
  }
  const lookNext = (): Promise<void> => {
    next = null
    return look()
  }

  return {
    look,
    state: () => {
      const set = plan.set()
      const key = [revision, set, own.ends, isOwnRead]
      if (shown !== null && shown.key.every((part, index) => part === key[index])) return shown.state
      const state = exchangeState({
        outcome,
        outSince,
        isRead,
        isOurs: isShareSure || outcome === null,
        waiting: outcome === null ? 0 : countWaiting({ own, set, ...(isOwnRead ? {} : { unless: begun }) }),
        members: membersOf({ heads: incoming.heads(), own: own.replica, set, before: knownBefore.at((outcome?.at ?? 0) - Math.min(knownForMs, inCrowd(lagMs))) }),
        present: mailbox.presence?.others() ?? null,
        held,
        heads: incoming.heads(),
        own: own.replica,
        now: outcome?.at ?? 0,
        set,
        unread: reader.unread(),
      })
      shown = { key, state }
      return state
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    accept: (replica) => {
      accepted.add(replica)
      void look()
    },
    close: async () => {
      isClosed = true
      stopPresence?.()
      await (next ?? looking)?.catch(() => undefined) // whoever asked is told
      if ((outcome?.failure === null || outcome?.failure === 'gone') && countWaiting({ own, set: plan.set() }) > 0) await putOwn()
    },
  }
}

const noItems: ReplicaItems = new Map()

function namesOf(held: ReadonlyMap<string, number>): string {
  return [...held.keys()].toSorted().join(' ')
}
