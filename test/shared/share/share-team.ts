import type { Edit } from '../../../shared/changes/change.ts'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import type { CreateShare } from '../../../shared/share/create-share.ts'
import type { Mailbox, MailFailure } from '../../../shared/share/mailbox.ts'
import { createMemoryMailbox, createMemoryPlace, noTraffic, type MemoryPlace, type Traffic } from './memory-mailbox.ts'
import { createReplica, firstSet, type Replica } from './share-replica.ts'

/** A computer at work on a shared plan, and what went through its mailbox. */
export interface Member extends Replica {
  /** Writes, saves, and looks. */
  readonly write: (edits: readonly Edit[]) => Promise<void>
  readonly look: () => Promise<void>
  readonly traffic: Traffic
  /** Of the items that were got and put, the names, since this was asked for last. */
  readonly got: () => readonly string[]
  readonly put: () => readonly string[]
  /** Lets calls fail, or no longer. */
  readonly fail: (how: { readonly on: 'list' | 'get' | 'put' | 'all'; readonly name?: string; readonly reason: MailFailure } | null) => void
  /** What happens in the mailbox between its next look and what it puts then. */
  readonly beforePut: (happens: () => void) => void
  /** What happens in the mailbox between its next look and what it reads then. */
  readonly beforeGet: (happens: () => void) => void
  /** How far its clock is off. */
  readonly clock: { off: number }
}

export interface Team {
  readonly place: MemoryPlace
  readonly join: (name: string, options?: Partial<CreateShare> & { readonly wholeUpTo?: number; readonly set?: ChangeSet; readonly nextName?: () => string; readonly onReceive?: (theirs: ChangeSet) => void }) => Member
  readonly wait: (ms: number) => void
  readonly now: () => number
}

export function createTeam(): Team {
  const place = createMemoryPlace()
  let ms = 1_544_000_000_000
  return {
    place,
    wait: (more) => {
      ms += more
    },
    now: () => ms,
    join: (name, { wholeUpTo = 0, set = firstSet, nextName, onReceive, ...options } = {}) => {
      const traffic = noTraffic()
      const clock = { off: 0 }
      const inner = createMemoryMailbox(place, { wholeUpTo, traffic })
      const names = { got: [] as string[], put: [] as string[] }
      const between: (() => void)[] = []
      const beforeGet: (() => void)[] = []
      let failing: Parameters<Member['fail']>[0] = null
      const fails = (on: 'list' | 'get' | 'put', item = ''): { readonly ok: false; readonly reason: MailFailure } | null => ((failing?.on === on || failing?.on === 'all') && (failing.name ?? item) === item ? { ok: false, reason: failing.reason } : null)
      const mailbox: Mailbox = {
        ...inner,
        list: async () => fails('list') ?? inner.list(),
        get: async (item) => {
          names.got.push(item)
          beforeGet.splice(0).forEach((happens) => happens())
          return fails('get', item) ?? inner.get(item)
        },
        put: async (item, text, known) => {
          names.put.push(item)
          between.splice(0).forEach((happens) => happens())
          return fails('put', item) ?? inner.put(item, text, known)
        },
      }
      const now = (): number => (ms += 1) + clock.off
      const replica = createReplica({ mailbox, now, disk: { set, name }, ...(nextName === undefined ? {} : { nextName }), ...(onReceive === undefined ? {} : { onReceive }), options })
      return {
        ...replica,
        traffic,
        clock,
        look: () => replica.share().look(),
        write: async (edits) => {
          replica.edit(edits)
          replica.save()
          await replica.share().look()
        },
        got: () => names.got.splice(0),
        put: () => names.put.splice(0),
        fail: (how) => {
          failing = how
        },
        beforeGet: (happens) => void beforeGet.push(happens),
        beforePut: (happens) => void between.push(happens),
      }
    },
  }
}
