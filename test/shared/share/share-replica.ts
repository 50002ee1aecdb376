import type { Change, Edit } from '../../../shared/changes/change.ts'
import { addChanges, foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { removeChanges } from '../../../shared/changes/remove-changes.ts'
import { stampEdits } from '../../../shared/changes/stamp-edits.ts'
import type { Conflict } from '../../../shared/changes/conflict.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { bringsOwn, takeIn } from '../../../shared/changes/take-in.ts'
import { observeAll, resumeWindowClock, type WindowClock } from '../../../shared/changes/writer.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { createShare, type CreateShare } from '../../../shared/share/create-share.ts'
import { foldPreviewInSteps } from '../../../shared/share/old-history/fold-preview.ts'
import { foldedBefore, foldedDay, foldedEdit } from '../../../shared/share/old-history/folded-before.ts'
import type { Mailbox, Mailed } from '../../../shared/share/mailbox.ts'
import { withoutReturned } from '../../../shared/share/old-history/returned-history.ts'
import type { SeenPlan, SeenPlanKeep } from '../../../shared/share/seen-plan.ts'
import type { Share, SharedPlan, SharedSnapshots } from '../../../shared/share/share.ts'

export const sharedPlanId: PlanId = 'plan:shared'

/** What every replica begins with: a plan that has a title. */
export const firstChange: Change = { at: '0000000001-000-aaaaaaaaaa0', on: sharedPlanId, set: { title: 'Pipeline', startsOn: '2018-07-01' } }

/** One computer that takes part: a plan, a disk of its own, and the product's exchange. */
export interface Replica {
  readonly share: () => Share
  readonly name: () => string
  readonly set: () => ChangeSet
  /** Edits the plan. Not on the disk yet. */
  readonly edit: (edits: readonly Edit[]) => readonly Change[]
  /** Everything is on the disk. */
  readonly save: () => void
  readonly isSafe: () => boolean
  /** The app dies and starts again from what is on the disk. */
  readonly restart: () => void
  /** Looks, and dies after so many calls of the mailbox: nothing that comes later reaches the plan or the mailbox. */
  readonly lookAndDie: (calls: number) => Promise<void>
  /** The disk is what it was at some time before: a profile put back from a copy. */
  readonly restore: (disk: Disk) => void
  /** Folds away what was overwritten before the day of a moment, where all that are asked have it; what went, and what says so. */
  readonly fold: (moment: number) => { readonly gone: readonly Change[]; readonly made: readonly Change[] }
  readonly disk: () => Disk
  readonly snapshots: MemorySnapshots
}

export interface Disk {
  readonly set: ChangeSet
  readonly name: string
}

export interface ReplicaParts {
  readonly mailbox: Mailbox
  readonly now: () => number
  readonly disk: Disk
  /** Draws the name that a copied profile goes on under. */
  readonly nextName?: () => string
  /** Asked before anything is taken in; may throw. */
  readonly onReceive?: (theirs: ChangeSet) => void
  readonly onReceived?: (received: { readonly before: ChangeSet; readonly after: ChangeSet; readonly theirs: ChangeSet; readonly conflicts: readonly Conflict[] }) => void
  readonly onCopied?: () => void
  readonly options?: Partial<CreateShare>
}

/** What a plan holds that begins with its title. */
export const firstSet = foldChanges([firstChange])

export function createReplica({ mailbox, now, disk: first, nextName, onReceive, onReceived, onCopied, options }: ReplicaParts): Replica {
  let disk = first
  let { set, name } = first
  let isSaved = true
  let clock: WindowClock = resumeWindowClock({ replica: name, slot: 0, knows: set.knows, now: now() })
  let life: Life = { calls: 0 }
  let share: Share
  /** Kept apart from the plan: a profile that was put back may have either of them older. */
  let seen: SeenPlan | null = null
  const snapshots = createMemorySnapshots()
  const stamp = (on: ChangeSet, edits: readonly Edit[]): readonly Change[] => {
    const stamped = stampEdits({ clock, set: on, edits, now: now() })
    clock = stamped.clock
    return stamped.changes
  }
  const resume = (): void => {
    clock = resumeWindowClock({ replica: name, slot: 0, knows: set.knows, now: now() })
  }
  const isSafe = (): boolean => disk.set === set && disk.name === name
  const receive = (received: ChangeSet): void => {
    onReceive?.(received)
    const theirs = withoutReturned({ set, theirs: received, before: foldedBefore(set, name) })
    clock = observeAll({ clock, stamps: theirs.knows.values(), now: now() })
    const taken = takeIn({ set, theirs, edits: [], reviewed: new Set(), stamp })
    onReceived?.({ before: set, after: taken.folded.set, theirs, conflicts: taken.merge.conflicts })
    set = taken.folded.set
    if (nextName !== undefined && bringsOwn({ brought: taken.brought, made: taken.made, replica: name })) {
      name = nextName()
      resume()
      onCopied?.()
    }
    // what is taken in is written at once, as the app's store does, but for what was not on the disk before
    if (isSaved) disk = { set, name }
  }
  const start = (from: Disk): void => {
    life.calls = 0
    disk = from
    ;({ set, name } = from)
    isSaved = true
    resume()
    life = { calls: Infinity }
    const own = life
    const plan: SharedPlan = { id: sharedPlanId, by: () => ({ replica: name, name: `${name} laptop` }), title: () => 'Pipeline', set: () => set, isSafe, receive: (theirs) => (own === life ? receive(theirs) : undefined), snapshots }
    const seenPlan: SeenPlanKeep = { recall: async () => seen, keep: async (next) => void (own === life && (seen = next)) }
    share = createShare({ mailbox: mortal(mailbox, own), plan, now, app: 'test 1', run: async (steps) => finish(steps), lazyMs: 30_000, seenPlan, ...options })
  }
  start(first)
  return {
    share: () => share,
    name: () => name,
    set: () => set,
    edit: (edits) => {
      const changes = stamp(set, edits)
      set = addChanges(set, changes).set
      isSaved = false
      return changes
    },
    save: () => {
      disk = { set, name }
      isSaved = true
    },
    isSafe,
    restart: () => start(disk),
    lookAndDie: async (calls) => {
      life.calls = calls
      await share.look()
      start(disk)
    },
    restore: start,
    fold: (moment) => {
      const day = new Date(moment).toISOString().slice(0, 10)
      const { changes: gone } = finish(foldPreviewInSteps({ set, merges: [], day, self: name, members: share.state().members, gone: new Set() }))
      if (gone.length === 0) return { gone, made: [] }
      const made = day > (foldedDay(set, name) ?? '') ? stamp(set, [foldedEdit(name, day)]) : []
      set = addChanges(removeChanges(set, gone).set, made).set
      isSaved &&= made.length === 0
      if (isSaved) disk = { set, name }
      return { gone, made }
    },
    disk: () => disk,
    snapshots,
  }
}

/** How many more calls of the mailbox a process will make. */
interface Life {
  calls: number
}

function mortal(mailbox: Mailbox, life: Life): Mailbox {
  const orDead = async <T>(call: () => Promise<Mailed<T>>): Promise<Mailed<T>> => {
    life.calls -= 1
    return life.calls >= 0 ? call() : { ok: false, reason: 'unreachable' }
  }
  return { ...mailbox, list: () => orDead(mailbox.list), get: (name) => orDead(() => mailbox.get(name)), put: (name, text, known) => orDead(() => mailbox.put(name, text, known)) }
}

export interface MemorySnapshots extends SharedSnapshots {
  readonly texts: Map<string, string>
  readonly removed: Set<string>
}

function createMemorySnapshots(): MemorySnapshots {
  const texts = new Map<string, string>()
  const removed = new Set<string>()
  return {
    texts,
    removed,
    known: async () => new Set([...texts.keys(), ...removed]),
    here: async () => [...texts.keys()],
    text: async (digest) => texts.get(digest) ?? null,
    keep: async (text) => {
      const { digest } = JSON.parse(text) as { readonly digest: string } // the exchange has read it
      texts.set(digest, text)
    },
  }
}
