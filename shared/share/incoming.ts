import { isKnown, isSameKnows, learn, type Knows } from '../changes/knows.ts'
import { isMarkOf, isOfLess } from './content-mark.ts'
import { planLevel, sizeKey } from './levels.ts'
import type { MailReader } from './mail-reader.ts'
import type { MailItem } from './mailbox.ts'
import type { ReplicaItems } from './named-items.ts'
import type { Parcel } from './parcel.ts'
import { isCovered, type TakenItem } from './read-item.ts'
import type { SharedPlan } from './share.ts'
import type { Taken, Taker } from './taker.ts'

export interface IncomingParts {
  readonly plan: SharedPlan
  readonly reader: MailReader
  readonly taker: Taker
}

/** What others have put, read as far as it holds anything that isn't known here. */
export interface Incoming {
  readonly readReplica: (replica: string, items: ReplicaItems) => Promise<void>
  readonly readStray: (item: MailItem) => Promise<void>
  /**
   * Reads whole what somebody put who knows the same stamps and holds something else, or of whom more is known than they say.
   * @param alsoLess whether they are read too who hold less: as a rule they read this computer's first, but they may be gone
   */
  readonly compare: (replica: string, items: ReplicaItems, how: { readonly alsoLess: boolean }) => Promise<void>
  /** What each replica said of itself last, without its news. */
  readonly heads: () => ReadonlyMap<string, Parcel>
}

export function createIncoming({ plan, reader, taker }: IncomingParts): Incoming {
  const heads = new Map<string, Parcel>()

  const readAndTake = async (item: MailItem): Promise<void> => {
    const read = await reader.read(item)
    if (read !== null) await taker.take(item, read)
  }
  /** The items above the head, the lowest first, as they lie there. */
  const above = (items: ReplicaItems): readonly (readonly [number, MailItem])[] => [...items].filter(([level]) => level > 0).toSorted(([a], [b]) => a - b)

  /**
   * Reads upwards until what is lacking is there and builds on what is known, then takes them in downwards.
   * @param from what has to be known for the head
   * @param again whether what was read before is read again: an old text may have been handed out for it
   */
  const closeGap = async ({ items, from, again }: { readonly items: ReplicaItems; readonly from: Knows; readonly again: boolean }): Promise<void> => {
    const found: (readonly [MailItem, TakenItem])[] = []
    const { knows } = plan.set()
    let lacking = from
    for (const [, item] of above(items)) {
      const read = again || reader.isFresh(item) ? await reader.read(item) : null
      if (read === null) continue
      found.unshift([item, read])
      if (read.kind === 'plan') break
      // one that doesn't reach up to there is an old one that came back: what is lacking stands further up
      if (isCovered(learn(knows, read.parcel.to.values()), lacking)) lacking = read.parcel.from
      if (isCovered(knows, lacking)) break
    }
    for (const [item, read] of found) await taker.take(item, read)
  }
  /** All of a replica is known: its other items need no reading, unless it put them without saying so. */
  const settleRest = async (head: Parcel, items: ReplicaItems): Promise<void> => {
    for (const [level, item] of above(items).toReversed()) {
      if (!reader.isFresh(item)) continue
      const isAsSaid = head.sizes.get(sizeKey(level)) === item.bytes
      if (isAsSaid && !(head.readWhole && level === planLevel)) reader.settle(item, 'passed')
      else await readAndTake(item)
    }
  }
  return {
    readReplica: async (replica, items) => {
      if (![...items.values()].some(reader.isFresh)) return
      const headItem = items.get(0)
      const isNew = headItem !== undefined && reader.isFresh(headItem)
      const head = isNew ? await reader.read(headItem) : null
      if (head?.kind === 'news' && head.parcel.by.replica === replica) heads.set(replica, { ...head.parcel, changes: [] })
      // what an older head says of the other items may hold no longer
      if (isNew && head === null && reader.failure() !== null) return
      let taken: Taken = 'unreadable'
      if (headItem !== undefined && head !== null) {
        const isDue = reader.isDue(headItem)
        taken = await taker.take(headItem, head)
        if (taken === 'gap' && head.kind === 'news') {
          await closeGap({ items, from: head.parcel.from, again: isDue })
          taken = await taker.take(headItem, head)
        }
        if (taken === 'gap' || taken === 'ahead') return
      }
      // a head that can't be read yet keeps nobody from reading what else is there
      const isUnread = isNew && (taken === 'unreadable' || taken === 'tooMuch')
      const said = isUnread || headItem === undefined ? undefined : heads.get(replica)
      if (said !== undefined) await settleRest(said, items)
      else for (const [, item] of above(items).toReversed()) if (reader.isFresh(item)) await readAndTake(item)
    },
    readStray: async (item) => {
      if (reader.isFresh(item)) await readAndTake(item)
    },
    compare: async (replica, items, { alsoLess }) => {
      const head = heads.get(replica)
      const mine = plan.set()
      if (head === undefined) return
      if (!saysLessOfItself(head, mine.knows) && (!isSameKnows(head.to, mine.knows) || isMarkOf(head.mark, mine) || (!alsoLess && isOfLess(head.mark, mine)))) return
      for (const [, item] of above(items)) {
        if (!reader.wasRead(item)) await readAndTake(item)
        if (isMarkOf(head.mark, plan.set())) return
      }
    },
    heads: () => heads,
  }
}

/**
 * Whether more is known of a replica than it has said itself, as where others claim that they know what they don't have: then
 * nothing that it wrote may be passed over as known.
 */
function saysLessOfItself({ by, to }: Parcel, knows: Knows): boolean {
  return writerSlots.some((slot) => {
    const stamp = knows.get(`${by.replica}${slot}`)
    return stamp !== undefined && !isKnown({ knows: to, stamp })
  })
}

/** What a writer may end with: many thousands may be known, and this is asked of each replica at each look. */
const writerSlots = Array.from({ length: 36 }, (_, slot) => slot.toString(36))
