import type { Change } from '../../../shared/changes/change.ts'
import { parseItemName } from '../../../shared/share/item-name.ts'
import type { Mailbox } from '../../../shared/share/mailbox.ts'
import type { Random } from '../changes/history/random.ts'
import { createFaultyMailbox, type FaultyMailbox } from './faulty-mailbox.ts'
import { enterState, judgeReceived, type Books } from './share-books.ts'
import { createReplica, type Disk, type Replica } from './share-replica.ts'
import type { Count } from './share-tally.ts'

/** What lies between the computers of a history, of whichever kind. */
export interface Place {
  /** A mailbox for one more computer. */
  readonly open: () => Promise<Mailbox>
  /** Everything in it is gone. */
  readonly empty: () => Promise<void>
  /** Lays a text under a name of nobody's, where there can be such. */
  readonly layStray?: (text: string) => Promise<void>
  /** Lets what is under way between its parts arrive, where it has parts. */
  readonly settle?: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A computer of a history, and what stands between it and the mailbox. */
export interface Computer {
  readonly replica: Replica
  readonly line: FaultyMailbox
  readonly state: { unsaved: readonly Change[]; clockOff: number }
  /** What was on its disk at times. */
  readonly disks: Disk[]
}

export interface World {
  readonly random: Random
  readonly count: Count
  readonly place: Place
  readonly books: Books
  readonly computers: Computer[]
  /** The place as it was at times: for each the texts by name. */
  readonly backups: ReadonlyMap<string, string>[]
  readonly isFolding: boolean
  readonly isOvertaken: boolean
  names: number
  ms: number
}

export function nextName(world: World): string {
  world.names += 1
  return `${String(world.names).padStart(2, '0')}aaaaaaaa`
}

/** So small that news fold all the time. */
const tinyLimits = [1_200, 1_900, 2_600]

export async function addComputer(world: World, disk: Disk): Promise<Computer> {
  const { random, count, place } = world
  const state: Computer['state'] = { unsaved: [], clockOff: 0 }
  const inner = watched({ count, inner: await place.open(), name: () => replica.name() })
  const line = createFaultyMailbox({ inner, random, count, layStray: place.layStray })
  const replica = createReplica({
    mailbox: { ...line.mailbox, wholeUpTo: random.pick([0, 0, 3_000, 1_000_000]) },
    now: () => world.ms + state.clockOff,
    disk,
    nextName: () => nextName(world),
    onReceived: (received) => {
      count('received')
      count('conflicts', received.conflicts.length)
      enterState(world.books, received.after)
      judgeReceived(world.books, received)
    },
    onCopied: () => count('renamed'),
    options: { limits: tinyLimits },
  })
  const computer: Computer = { replica, line, state, disks: [disk] }
  world.computers.push(computer)
  return computer
}

/** Counts what goes through a mailbox, as far as it shows which way the exchange took. */
function watched({ count, inner, name }: { readonly count: Count; readonly inner: Mailbox; readonly name: () => string }): Mailbox {
  let there: ReadonlySet<string> = new Set()
  const ever = new Set<string>()
  return {
    ...inner,
    list: async () => {
      const listed = await inner.list()
      if (listed.ok) there = new Set(listed.value.map((item) => item.name))
      return listed
    },
    get: async (item) => {
      const parsed = parseItemName(item)
      if (parsed?.kind === 'plan' || parsed?.kind === 'news') {
        if (parsed.replica === name()) count('ownRead')
        else if (parsed.kind === 'plan' || parsed.level > 0) count('readAbove')
      }
      return inner.get(item)
    },
    put: async (item, text, known) => {
      const parsed = parseItemName(item)
      if (parsed?.kind === 'plan') count('wholes')
      if (parsed?.kind === 'plan' && ever.has(item) && !there.has(item)) count('refilled')
      if (parsed?.kind === 'news') count(parsed.level === 0 ? 'heads' : parsed.level === 1 ? 'foldedToOne' : 'foldedToTwo')
      ever.add(item)
      return inner.put(item, text, known)
    },
  }
}
