import type { ChangeSet } from '../changes/fold.ts'
import type { Knows } from '../changes/knows.ts'
import { stampsAhead } from '../changes/merge.ts'
import { maxAheadMs } from '../changes/stamp.ts'
import { computerNameIn } from '../plan/stamp-source.ts'
import { behindIn } from './old-history/behind.ts'
import { readIsoTime } from './iso-time.ts'
import type { MailFailure, Present } from './mailbox.ts'
import type { Parcel } from './parcel.ts'
import { isCovered } from './read-item.ts'
import type { HeldBack, ShareMember, ShareStanding, ShareState, Unread } from './share-state.ts'

export interface ExchangeState {
  /** How the last look ended; null before the first. */
  readonly outcome: { readonly at: number; readonly failure: MailFailure | null } | null
  readonly outSince: number | null
  /** Whether the mailbox holds this plan, in a format that this version knows. */
  readonly isOurs: boolean
  /** Whether what others put was read in the last look, so that what failed is to put something. */
  readonly isRead: boolean
  readonly waiting: number
  readonly members: readonly ShareMember[]
  readonly present: readonly Present[] | null
  readonly held: ReadonlyMap<string, number>
  readonly heads: ReadonlyMap<string, Parcel>
  readonly own: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly set: ChangeSet
  readonly unread: readonly Unread[]
}

export function exchangeState({ members, present, held, heads, own, now, set, unread, ...rest }: ExchangeState): ShareState {
  const heldBack = [...held].map(([replica, byMs]): HeldBack => {
    const member = members.find((each) => each.replica === replica)
    return { replica, byMs, name: member?.name ?? computerNameIn(set, replica), isSet: typeof member?.at === 'number' && member.at <= now + maxAheadMs }
  })
  return { standing: standingOf({ ...rest, unread }), members, present, heldBack, heldAt: heldAt({ heads, own, set, now }), unread }
}

/** Others say of this computer that its clock runs ahead; whether it still does tell the stamps it gave: they would not lie ahead of it. */
function heldAt({ heads, own, set, now }: Pick<ExchangeState, 'heads' | 'own' | 'set' | 'now'>): readonly HeldBack[] {
  const isSet = stampsAhead({ set, known: new Map(), now }).some(({ replica }) => replica === own)
  return [...heads.values()].flatMap(({ by, holds }) => {
    const byMs = by.replica === own ? undefined : holds.get(own)
    return byMs === undefined ? [] : [{ replica: by.replica, name: by.name, byMs, isSet }]
  })
}

function standingOf({ outcome, outSince, isOurs, isRead, waiting, unread }: Pick<ExchangeState, 'outcome' | 'outSince' | 'isOurs' | 'isRead' | 'waiting' | 'unread'>): ShareStanding {
  if (outcome === null) return { kind: 'starting' }
  const { at, failure } = outcome
  if (failure !== null) return { kind: 'out', reason: failure === 'refused' && isRead ? 'readOnly' : failure, since: outSince ?? at, waiting }
  if (!isOurs) return { kind: 'out', reason: unread.some(({ item, why }) => item === 'share' && why === 'newer') ? 'newer' : 'otherPlan', since: outSince ?? at, waiting }
  return waiting > 0 ? { kind: 'waiting', waiting } : { kind: 'upToDate', at }
}

export interface MembersOf {
  readonly heads: ReadonlyMap<string, Parcel>
  readonly own: string
  readonly set: ChangeSet
  /** What was known some minutes ago; null where that can't be told. */
  readonly before: Knows | null
}

/** Who takes part, by what each has put. */
export function membersOf({ heads, own, set, before }: MembersOf): readonly ShareMember[] {
  return [...heads]
    .filter(([replica]) => replica !== own)
    .map(([replica, { by, at, to }]): ShareMember => {
      return { replica, name: by.name, at: readIsoTime(at), behind: behindIn({ theirs: to, knows: set.knows }), lags: before !== null && !isCovered(to, before) }
    })
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0) || (a.replica < b.replica ? -1 : 1))
}

