import type { Steps } from '../changes/steps.ts'
import { alignInSteps } from './align.ts'
import { byteLength } from '../file/byte-length.ts'
import { parseItemName } from './item-name.ts'
import type { Mailbox, Mailed, MailFailure, MailItem } from './mailbox.ts'
import { readItemInSteps, type ReadItem, type TakenItem } from './read-item.ts'
import type { Unread } from './share-state.ts'
import type { SharedPlan } from './share.ts'

/** Does work in steps, so that what runs beside it goes on. */
export type RunSteps = <Result>(steps: Steps<Result>) => Promise<Result>

/** What reading an item came to; null where there is nothing to take in now, for whichever reason. */
export interface MailReader {
  /** Begins a look: what lies there no more is forgotten. */
  readonly begin: (list: readonly MailItem[]) => void
  /** Whether an item is another than the one that was dealt with last. */
  readonly isFresh: (item: MailItem) => boolean
  /** Whether anything that lay under a name, and lies there still or was replaced, was dealt with. */
  readonly isKnown: (name: string) => boolean
  /** Whether an item was read, and not only passed over since what it holds was known. */
  readonly wasRead: (item: MailItem) => boolean
  readonly read: (item: MailItem) => Promise<TakenItem | null>
  /** The text of an item that is neither a plan nor a parcel. @param check why it is to be refused, null where it is fine */
  readonly readOther: <T>(item: MailItem, check: (text: string) => Promise<{ readonly value: T } | Unread['why']>) => Promise<{ readonly value: T } | null>
  /** Notes that an item needs no more reading, until it is another. */
  readonly settle: (item: MailItem, how: 'read' | 'passed') => void
  /** Says why an item that could be read isn't taken in; what it holds is kept where that waits for something, so that it isn't read for nothing at each look. */
  readonly leave: (item: MailItem, why: 'gap' | 'ahead' | 'tooMuch' | 'unreadable', kept: TakenItem | null) => void
  /** How often the reading of an item has come to nothing. */
  readonly tries: (item: MailItem) => number
  /** Whether what is tried ever more rarely is to be tried now. */
  readonly isDue: (item: MailItem) => boolean
  /** Reads an item again next time, whatever is known of it. */
  readonly forget: (name: string) => void
  readonly why: (name: string) => Unread['why'] | undefined
  readonly unread: () => readonly Unread[]
  /** Why the mailbox gave nothing, of the look that was begun last. */
  readonly failure: () => MailFailure | null
}

interface Attempt {
  readonly version: string
  readonly why: Unread['why'] | 'ahead'
  readonly tries: number
  /** At which look it is read again; what was read whole is kept instead. */
  readonly again: number
  readonly kept: TakenItem | null
}

/** How often what isn't whole is read again at each look; then ever more rarely, since it may be broken for good. */
const eagerTries = 6
const longestPause = 64
/** Items in a row that get no answer: each may have been waited for, and nobody waits for hundreds. */
const mostUnanswered = 4

/** What this computer itself fails at. */
const failed = { kind: 'unread', why: 'unreadable' } as const

/** Reads items of a mailbox and remembers what was seen of them. */
export function createMailReader({ mailbox, run, plan }: { readonly mailbox: Mailbox; readonly run: RunSteps; readonly plan: Pick<SharedPlan, 'id' | 'set'> }): MailReader {
  const settled = new Map<string, { readonly version: string; readonly how: 'read' | 'passed' }>()
  const attempts = new Map<string, Attempt>()
  let looks = 0
  let failure: MailFailure | null = null
  /** What the place said in this look when it was asked once more whether it can be reached. */
  let isStillThere: Promise<Mailed<unknown>> | null = null
  let unanswered = 0

  const attemptAt = (item: MailItem): Attempt | undefined => {
    const attempt = attempts.get(item.name)
    return attempt?.version === item.version ? attempt : undefined
  }
  const note = (item: MailItem, why: Attempt['why'], kept: TakenItem | null): void => {
    const before = attemptAt(item)
    // what is kept is looked at each time, which is no attempt of its own
    if (before !== undefined && before.again > looks) {
      attempts.set(item.name, { ...before, why, kept })
      return
    }
    // what was read before and can't be now is another matter: it may hold what somebody wrote
    const tries = (before === undefined || (before.why === 'unreadable') !== (why === 'unreadable') ? 0 : before.tries) + 1
    attempts.set(item.name, { version: item.version, why, tries, kept, again: looks + (isForeign({ item, why }) ? longestPause : tries < eagerTries ? 1 : Math.min(2 ** (tries - eagerTries), longestPause)) })
  }
  /** Whether nothing can be had any more, where one item can't: what says which plan it is stands for all, and so does the list. */
  const failureOfAll = async (item: MailItem, reason: MailFailure): Promise<MailFailure | null> => {
    if (reason === 'tooLarge' || reason === 'failed') return null
    if (reason === 'asks' || reason === 'signIn' || parseItemName(item.name)?.kind === 'share') return reason
    unanswered += reason === 'unreachable' ? 1 : 0
    if (unanswered >= mostUnanswered) return reason
    isStillThere ??= mailbox.list()
    const listed = await isStillThere
    return listed.ok ? null : listed.reason
  }
  /** A whole plan is mostly what is known here: compared once, in steps, it takes no memory and is taken in at once. */
  function* readAligned(text: string): Steps<ReadItem> {
    const read = yield* readItemInSteps({ text, planId: plan.id })
    return read.kind === 'plan' ? { ...read, set: yield* alignInSteps(read.set, plan.set()) } : read
  }
  /** The text as it is listed; anything else is on its way, or old. */
  const textOf = async (item: MailItem): Promise<string | null> => {
    if (failure !== null || (attemptAt(item)?.again ?? 0) > looks) return null
    const got = await mailbox.get(item.name)
    if (!got.ok) {
      failure = await failureOfAll(item, got.reason)
      // one item that can't be had must not keep the others from being read
      if (failure === null) note(item, got.reason === 'tooLarge' ? 'refused' : 'unreadable', null)
      return null
    }
    unanswered = 0
    if (got.value !== null && byteLength(got.value) === item.bytes) return got.value
    note(item, 'half', null)
    return null
  }
  return {
    begin: (list) => {
      looks += 1
      failure = null
      isStillThere = null
      unanswered = 0
      const versions = new Map(list.map(({ name, version }) => [name, version]))
      for (const name of settled.keys()) if (!versions.has(name)) settled.delete(name)
      // what was put anew since is no longer what could not be read
      for (const [name, { version }] of attempts) if (versions.get(name) !== version) attempts.delete(name)
    },
    isFresh: ({ name, version }) => settled.get(name)?.version !== version,
    isKnown: (name) => settled.has(name),
    wasRead: ({ name, version }) => {
      const known = settled.get(name)
      return known?.version === version && known.how === 'read'
    },
    read: async (item) => {
      const kept = attemptAt(item)?.kept ?? null
      if (kept !== null) return kept
      const text = await textOf(item)
      if (text === null) return null
      const read: ReadItem = await run(readAligned(text)).catch(() => failed)
      if (read.kind !== 'unread') return read
      note(item, read.why, null)
      return null
    },
    readOther: async (item, check) => {
      const text = await textOf(item)
      if (text === null) return null
      const checked = await check(text).catch(() => failed.why)
      if (typeof checked !== 'string') return checked
      note(item, checked, null)
      return null
    },
    settle: ({ name, version }, how) => {
      settled.set(name, { version, how })
      attempts.delete(name)
    },
    leave: (item, why, kept) => note(item, why, kept),
    tries: (item) => attemptAt(item)?.tries ?? 0,
    isDue: (item) => (attemptAt(item)?.again ?? 0) <= looks,
    forget: (name) => {
      settled.delete(name)
      attempts.delete(name)
    },
    why: (name) => {
      const why = attempts.get(name)?.why
      return why === 'ahead' ? undefined : why
    },
    unread: () => [...attempts].flatMap(([item, { why }]): readonly Unread[] => (why === 'ahead' ? [] : [{ item, why }])),
    failure: () => failure,
  }
}

/** What lies beside the items, is whole and is none that can be taken in stays so until it is another: there may be any number of such, of any size. */
function isForeign({ item, why }: { readonly item: MailItem; readonly why: Attempt['why'] }): boolean {
  return parseItemName(item.name)?.kind === 'stray' && why !== 'half' && why !== 'gap' && why !== 'ahead' && why !== 'unreadable'
}
