import { setTimeout as sleep } from 'node:timers/promises'
import type { NatsMailbox } from '../../renderer/host/nats/nats-mailbox.ts'
import { recordIn } from '../../shared/changes/fold.ts'
import { winnerOf } from '../../shared/changes/folded-record.ts'
import type { RecordId } from '../../shared/model/ids.ts'
import { portraitOf } from '../shared/changes/portrait.ts'
import { createReplica, firstSet, type Replica } from '../shared/share/share-replica.ts'
import { openMailbox, until } from './nats-mailboxes.ts'

/** A computer on which a plan is open and shared: it looks after each edit and whenever the server tells of something. */
export interface LiveComputer {
  readonly replica: Replica
  readonly mailbox: NatsMailbox
  /** Gives a goal a title, and hands it out. */
  readonly edit: (goal: RecordId, title: string) => void
  /** How often it has looked. */
  readonly looks: () => number
  readonly close: () => Promise<void>
}

/** @param isPolling whether it looks every two seconds besides, whatever happens; without it, it has only what the server tells */
export function startComputer({ url, name, isPolling = true }: { readonly url: string; readonly name: string; readonly isPolling?: boolean }): LiveComputer {
  const mailbox = openMailbox({ url })
  const replica = createReplica({ mailbox, now: Date.now, disk: { set: firstSet, name } })
  let looks = 0
  const look = (): void => {
    looks += 1
    void replica.share().look()
  }
  const stop = mailbox.watch(look)
  // as the app polls every half minute whatever happens
  const poll = isPolling ? setInterval(look, 2000) : undefined
  look()
  return {
    replica,
    mailbox,
    edit(on, title) {
      replica.edit([{ on, set: { title } }])
      replica.save()
      look()
    },
    looks: () => looks,
    async close() {
      stop()
      clearInterval(poll)
      await replica.share().close()
      await mailbox.close()
    },
  }
}

/** Waits until all hold the same. @returns how long that took, in milliseconds */
export async function equal(computers: readonly LiveComputer[], ms = 60_000): Promise<number> {
  const began = performance.now()
  await until(
    async () => {
      await sleep(20)
      const [first, ...others] = computers.map(({ replica }) => replica.set())
      // what each knows is soon compared, and what each holds only then
      const knows = new Set([first, ...others].map((set) => JSON.stringify([...(set?.knows ?? [])].map(([writer, stamp]) => `${writer} ${stamp}`).toSorted())))
      return knows.size === 1 && others.every((set) => first !== undefined && portraitOf(set) === portraitOf(first))
    },
    'all hold the same',
    ms,
  )
  return performance.now() - began
}

/** The title of a goal on one computer. */
export function titleOf({ replica }: LiveComputer, goal: RecordId): unknown {
  return winnerOf(recordIn(replica.set(), goal), 'title')?.value
}

/** The value below which so many of a hundred lie. */
export function percentile(values: readonly number[], of100: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * of100) / 100) - 1)] ?? NaN
}
