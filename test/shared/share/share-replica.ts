import type { Change, Edit } from '../../../shared/changes/change.ts'
import { foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { stampEdits } from '../../../shared/changes/stamp-edits.ts'
import { addChanges } from '../../../shared/changes/fold.ts'
import type { Conflict } from '../../../shared/changes/conflict.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { bringsOwn, takeIn } from '../../../shared/changes/take-in.ts'
import { observeAll, resumeWindowClock, type WindowClock } from '../../../shared/changes/writer.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { createShare, type CreateShare } from '../../../shared/share/create-share.ts'
import type { Mailbox } from '../../../shared/share/mailbox.ts'
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
  /** The disk is what it was at some time before: a profile put back from a copy. */
  readonly restore: (disk: Disk) => void
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
  readonly onReceived?: (received: { readonly before: ChangeSet; readonly theirs: ChangeSet; readonly conflicts: readonly Conflict[] }) => void
  readonly onCopied?: () => void
  readonly options?: Partial<CreateShare>
}

/** What a plan holds that begins with its title. */
export const firstSet = foldChanges([firstChange])

export function createReplica({ mailbox, now, disk: first, nextName, onReceived, onCopied, options }: ReplicaParts): Replica {
  let disk = first
  let { set, name } = first
  let clock: WindowClock = resumeWindowClock({ replica: name, slot: 0, knows: set.knows, now: now() })
  const snapshots = createMemorySnapshots()
  const stamp = (on: ChangeSet, edits: readonly Edit[]): readonly Change[] => {
    const stamped = stampEdits({ clock, set: on, edits, now: now() })
    clock = stamped.clock
    return stamped.changes
  }
  const plan: SharedPlan = {
    id: sharedPlanId,
    by: () => ({ replica: name, name: `${name} laptop` }),
    title: () => 'Pipeline',
    set: () => set,
    isSafe: () => disk.set === set && disk.name === name,
    receive: (theirs) => {
      clock = observeAll({ clock, stamps: theirs.knows.values(), now: now() })
      const taken = takeIn({ set, theirs, edits: [], reviewed: new Set(), stamp })
      onReceived?.({ before: set, theirs, conflicts: taken.merge.conflicts })
      if (nextName !== undefined && bringsOwn({ brought: taken.brought, made: taken.made, replica: name })) {
        name = nextName()
        clock = resumeWindowClock({ replica: name, slot: 0, knows: taken.folded.set.knows, now: now() })
        onCopied?.()
      }
      set = taken.folded.set
      // what was taken in is written at once, as the app's store does
      if (isSaved) disk = { set, name }
    },
    snapshots,
  }
  let isSaved = true
  const begin = (): Share => createShare({ mailbox, plan, now, app: 'test 1', run: async (steps) => finish(steps), lazyMs: 30_000, ...options })
  let share = begin()
  const start = (from: Disk): void => {
    disk = from
    ;({ set, name } = from)
    isSaved = true
    clock = resumeWindowClock({ replica: name, slot: 0, knows: set.knows, now: now() })
    share = begin()
  }
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
    isSafe: () => plan.isSafe(),
    restart: () => start(disk),
    restore: start,
    disk: () => disk,
    snapshots,
  }
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
