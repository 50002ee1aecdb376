import { setTimeout as wait } from 'node:timers/promises'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Change } from '../../../shared/changes/change.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import type { StoragePlatform } from '../../../renderer/data/platform.ts'
import { createMemoryCopies, type MemoryCopies } from '../../shared/copies/memory-copies.ts'
import type { Commit, Stored } from '../../../renderer/data/storage.ts'

/** A computer with one IndexedDB, on which several windows can be opened. */
export interface FakeComputer {
  readonly indexedDB: IDBFactory
  /** The second copies, which its windows share. */
  readonly copies: MemoryCopies
  /** What one window's storage stands on. */
  readonly openWindow: () => FakeWindow
  /** While it is set, messages between windows are lost. */
  isDeaf: boolean
}

export interface FakeWindow extends StoragePlatform {
  /** What happens when a person looks at the window again. */
  readonly show: () => void
}

export const planId: PlanId = 'plan:tec3'
export const planDatabase = 'quarterdeck-plan-tec3'

export function createFakeComputer(indexedDB: IDBFactory = new IDBFactory()): FakeComputer {
  const open = new Set<{ readonly name: string; readonly onMessage: (message: unknown) => void }>()
  let drawn = 0
  let windows = 0
  const computer: FakeComputer = {
    indexedDB,
    copies: createMemoryCopies(),
    isDeaf: false,
    openWindow: () => {
      const listeners = new Set<() => void>()
      return {
        indexedDB,
        copies: computer.copies,
        slot: windows++,
        now: () => 1_543_000_000_000,
        keepDamaged: () => Promise.resolve(false),
        IDBKeyRange,
        openChannel: (options) => {
          open.add(options)
          const others = (): readonly (typeof options)[] => [...open].filter((other) => other !== options && other.name === options.name)
          return {
            post: (message) => {
              if (!computer.isDeaf) for (const other of others()) queueMicrotask(() => open.has(other) && other.onMessage(structuredClone(message)))
            },
            close: () => void open.delete(options),
          }
        },
        // a linear congruential generator (Numerical Recipes): the same in every run
        randomBytes: (count) =>
          Uint8Array.from({ length: count }, () => {
            drawn = (Math.imul(drawn, 1_664_525) + 1_013_904_223) >>> 0
            return drawn >>> 24
          }),
        pause: () => Promise.resolve(),
        onShown: (listener) => {
          listeners.add(listener)
          return () => void listeners.delete(listener)
        },
        show: () => {
          for (const listener of listeners) listener()
        },
      }
    },
  }
  return computer
}

export function commitOf(changes: readonly Change[], action = 'test'): Commit {
  return { changes, action, at: 1_543_000_000_000 }
}

/** The value of an answer that must be one. */
export function valueOf<T>(answer: Stored<T>): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.failure)}`)
  return answer.value
}

/** Lets everything happen that is already on its way: messages, and the reads they lead to. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await wait(0)
}
