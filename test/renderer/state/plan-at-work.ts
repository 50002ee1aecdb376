import { emptyChangeSet, type ChangeSet } from '../../../shared/changes/fold.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { broughtBy } from '../../../shared/plan/brought-by.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { createWindowClock } from '../../../shared/changes/writer.ts'
import type { Commit, Stored } from '../../../renderer/data/storage.ts'
import { createPlanStore, type PlanStore } from '../../../renderer/state/plan-store.ts'

/** A disk that writes when it is told to, or refuses. What it holds is what was acknowledged. */
export interface Disk {
  readonly commits: Commit[]
  readonly finish: () => Promise<void>
  fails: boolean
}

export interface AtWork {
  readonly store: PlanStore
  readonly disk: Disk
  /** Changes that another window has written. */
  readonly hear: (changes: readonly Change[]) => void
  readonly hearCommits: (commits: readonly Commit[]) => void
  /** How often a file showed that this computer's profile was copied. */
  readonly copied: { times: number }
  /** Moves this computer's clock, in milliseconds since 1970. */
  readonly time: { now: number }
}

/** A file with the plan leaves the computer. */
export function sendOut({ store }: Pick<AtWork, 'store'>, file: string): void {
  store.getState().beginExport(file).saved(file)
}

export function planAtWork({ replica = 'aaaaaaaaaa', slot = 0, set = emptyChangeSet(), log = [], name = 'Here' }: { readonly replica?: string; readonly slot?: number; readonly set?: ChangeSet; readonly log?: readonly Commit[]; readonly name?: string } = {}): AtWork {
  let finishes: (() => void)[] = []
  let listener: (commits: readonly Commit[]) => void = () => undefined
  const disk: Disk = {
    commits: [...log],
    fails: false,
    finish: async () => {
      for (const each of finishes.splice(0)) each()
      await new Promise((resolve) => setTimeout(resolve))
    },
  }
  const append = (commits: readonly Commit[]): Promise<Stored<undefined>> =>
    new Promise((resolve) => {
      finishes = [
        ...finishes,
        () => {
          if (disk.fails) return resolve({ ok: false, failure: { kind: 'full' } })
          disk.commits.push(...commits)
          return resolve({ ok: true, value: undefined })
        },
      ]
    })
  const copied = { times: 0 }
  let keys = 0
  const time = { now: Date.UTC(2018, 11, 6) }
  const store = createPlanStore({
    planId: 'plan:t',
    storage: {
      append,
      subscribe: (each) => {
        listener = each
        return () => undefined
      },
      broughtBy: async (merge) => ({ ok: true, value: broughtBy(disk.commits, merge) }),
    },
    view: createView(set),
    exchanges: log.flatMap(({ exchange, at }) => (exchange === undefined ? [] : [{ ...exchange, at }])),
    slot,
    makeKey: () => `key${(keys += 1)}`,
    onCopied: () => (copied.times += 1),
    clock: createWindowClock({ replica, slot }),
    computer: { replica, name },
    now: () => time.now,
  })
  return { store, disk, time, hear: (changes) => listener([{ changes, action: 'test', at: time.now }]), hearCommits: (commits) => listener(commits), copied }
}
