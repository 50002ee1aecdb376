import type { PlanId } from '../../shared/model/ids.ts'
import { changesOf, type ChangeSet } from '../../shared/changes/fold.ts'
import { folderOfPlan } from '../../shared/copies/copy-name.ts'
import { isObject } from '../../shared/file/json-value.ts'
import { commitsOfRows, isLogEntry, nameOfRow, readCommitRows, rowsOfCommit, type CommitRow } from './commit-row.ts'
import { createDelivery } from './delivery.ts'
import { drawKey } from './draw-key.ts'
import { readBrought, readExchanges } from './exchange-log.ts'
import { done } from './failure.ts'
import { inPauses } from './in-pauses.ts'
import { inTurn } from './in-turn.ts'
import { advance, settle, startPosition, type LogPosition } from './log-position.ts'
import { createPlanBackups } from './plan-backups.ts'
import { openPlanDatabase, planDatabaseName } from './plan-database.ts'
import type { StoragePlatform } from './platform.ts'
import { isCount } from './raw-value.ts'
import { createPlanCopy } from './plan-copy.ts'
import { fillJournal } from './fill-journal.ts'
import { readProven, tidyJournal, type MendParts, type ProvenPlan } from './mend-plan.ts'
import { proveLog } from './prove-log.ts'
import { createSnapshotStorage } from './snapshot-storage.ts'
import type { Commit, Mended, PlanStorage, Stored } from './storage.ts'
import { writeCheckpoint } from './write-checkpoint.ts'

/**
 * The storage of one plan in one window.
 *
 * How a window knows what the others wrote: transactions that write to one store run one after the other, in every
 * window of a browser, and the store counts its rows in that order (IndexedDB 3.0, "transaction scheduling"). So
 * when a row is seen, all rows with a lower `seq` were committed before it, and reading on from the last row seen
 * misses nothing and meets nothing twice. A message only says that it is worth reading; if one is lost, the next
 * message, a look at the page, or the next checkpoint reads on just the same.
 */
export function createPlanStorage({ id, platform }: { readonly id: PlanId; readonly platform: StoragePlatform }): PlanStorage {
  const database = openPlanDatabase({ id, platform })
  const { match, ...snapshots } = createSnapshotStorage({ database, platform, name: planDatabaseName(id), folder: folderOfPlan(id) })
  const delivery = createDelivery()
  const ours = new Set<string>()
  const outstanding = new Set<Promise<unknown>>()
  const backups = createPlanBackups({ copies: platform.copies, id, run: inPauses(platform.pause) })
  const copy = createPlanCopy({ folder: folderOfPlan(id), platform, isRemoved: database.isRemoved })
  let position: LogPosition | null = null
  let mended: Mended | null = null

  const newestBackup = async (): Promise<ChangeSet | null> => {
    const newest = await backups.newestGood(platform.now())
    return newest.ok ? (newest.value?.file.set ?? null) : null
  }
  const track = <T>(work: Promise<T>): Promise<T> => {
    outstanding.add(work)
    const forget = (): void => void outstanding.delete(work)
    work.then(forget, forget)
    return work
  }
  const take = (rows: readonly CommitRow[]): void => {
    if (position === null) return
    const advanced = advance(position, rows)
    position = advanced.position
    delivery.deliver(commitsOfRows(advanced.fresh.filter((row) => !ours.has(row.group))))
    for (const { group } of advanced.fresh) ours.delete(group)
  }
  const catchUp = inTurn(async (): Promise<Stored<undefined>> => {
    if (position === null) return done
    const { seen, last } = position
    const read = await database.run(() => database.commits.where(':id').aboveOrEqual(seen).toArray())
    if (!read.ok) return read
    if (seen > 0 && nameOfRow(read.value[0]) !== last) return startAnew()
    const rows = readCommitRows(seen > 0 ? read.value.slice(1) : read.value)
    if (!rows.ok) return rows
    take(rows.value)
    return done
  })

  const prove = (more: Pick<MendParts, 'isSuspect' | 'atLeast'> = {}): Promise<Stored<ProvenPlan>> => readProven({ database, copy, platform, newestBackup, ...more })
  const load: PlanStorage['load'] = async () => {
    const read = await prove()
    if (!read.ok) return read
    const { plan, journalEnd, isJournalSpoilt } = read.value
    mended = read.value.mended
    position = startPosition(plan)
    delivery.forget()
    if (mended !== null) channel.post({}) // other windows go on from the log as it is now
    if (delivery.isAwaited()) void catchUp()
    if (isJournalSpoilt) void track(tidyJournal({ database, copy, platform }))
    else if (journalEnd !== null && journalEnd < plan.seen) void track(fillJournal({ database, copy, from: journalEnd, pause: platform.pause }))
    // what was put back is there when it is first asked for; else there is time
    const matching = track(match())
    if (mended !== null) await matching
    return { ok: true, value: plan.set }
  }

  /** Goes on from a log that was mended; where it is numbered anew all of it is told, known or not. */
  const goOnFrom = ({ plan, mended: found }: ProvenPlan): void => {
    const { seen, last } = position ?? { seen: 0, last: '' }
    const isAsBefore = seen === 0 || plan.tail.some((row) => row.seq === seen && nameOfRow(row) === last)
    const all: Commit = { changes: [...changesOf(plan.set)], action: 'planMended', at: platform.now() }
    position = startPosition(plan)
    if (found !== null) {
      mended = found
      channel.post({})
    }
    delivery.deliver(isAsBefore ? commitsOfRows(plan.tail.filter((row) => row.seq > seen && !ours.has(row.group))) : [all, ...commitsOfRows(plan.tail)])
  }
  const startAnew = async (): Promise<Stored<undefined>> => {
    const read = await prove()
    if (!read.ok) return read
    goOnFrom(read.value)
    return done
  }

  /**
   * A browser that finds a block spoilt, or comes back from a full disk, throws the whole database away while it is in
   * use. It is made whole from the second copy as at a start, where nothing of it is missing there.
   */
  const mendInUse = inTurn(async (): Promise<boolean> => {
    if (position === null) return false
    const { seen } = position
    await copy.catchUp() // where the disk was full, the journal lacks what was saved last
    const read = await prove({ atLeast: seen })
    if (!read.ok || read.value.plan.seen < seen) return false
    if (read.value.mended !== null) goOnFrom(read.value) // else it is there again by itself
    return true
  })
  const mendSuspect = async (): Promise<Stored<Mended | null>> => {
    const read = await prove({ isSuspect: true })
    if (!read.ok) return read
    if (read.value.mended !== null) goOnFrom(read.value)
    return { ok: true, value: read.value.mended }
  }

  const proveAll = async (): Promise<Stored<Mended | null>> => {
    const proven = await proveLog({ database, copy, platform, mend: mendSuspect })
    if (proven.ok) await match(true)
    return proven
  }

  const append = async (commits: readonly Commit[]): Promise<Stored<undefined>> => {
    if (!commits.every(isLogEntry)) return { ok: false, failure: { kind: 'failed', message: 'InvalidChange' } }
    const rows = commits.flatMap((commit) => rowsOfCommit({ commit, group: drawKey(platform) }))
    if (rows.length === 0) return done
    for (const { group } of rows) ours.add(group)
    const add = (): Promise<Stored<readonly number[]>> => database.run(() => database.database.transaction('rw', database.commits, () => database.commits.bulkAdd(rows, { allKeys: true })))
    const first = await add()
    const added = !first.ok && first.failure.kind === 'damaged' && (await mendInUse()) ? await add() : first
    if (!added.ok) return added
    const written = rows.map((row, index) => ({ ...row, seq: added.value[index] ?? 0 }))
    if (written[0]?.seq === (position?.seen ?? 0) + 1) take(written)
    else void catchUp() // another window wrote in between
    channel.post({ seq: written.at(-1)?.seq })
    await copy.keep(written)
    return done
  }

  const checkpoint = inTurn(async (): Promise<Stored<undefined>> => {
    const caughtUp = await catchUp()
    if (position === null || !caughtUp.ok) return caughtUp
    const { start } = position
    const attempt = await writeCheckpoint({ database, position, pause: platform.pause })
    if (!attempt.ok) return attempt
    if (attempt.value !== null && position.start === start) position = settle({ position, ...attempt.value })
    return done
  })

  const channel = platform.openChannel({
    name: planDatabaseName(id),
    onMessage: (message) => {
      const isOld = isObject(message) && isCount(message['seq']) && message['seq'] <= (position?.seen ?? 0)
      if (!isOld) void catchUp()
    },
  })
  const stopWatching = platform.onShown(() => void catchUp())

  return {
    load: () => track(load()),
    mended: () => mended,
    proveLog: () => track(proveAll()),
    copy,
    isRemoved: database.isRemoved,
    onRemoved: database.onRemoved,
    append: (commits) => track(append(commits)),
    subscribe: (listener) => {
      const stop = delivery.subscribe(listener)
      void catchUp()
      return stop
    },
    exchanges: () => track(readExchanges(database)),
    broughtBy: (merge) => track(readBrought({ database, merge })),
    checkpoint: () => track(checkpoint()),
    snapshots: { ...snapshots, keep: (snapshot) => track(snapshots.keep(snapshot)), remove: (digest) => track(snapshots.remove(digest)) },
    backups,
    settled: async () => {
      while (outstanding.size > 0) await Promise.allSettled(outstanding)
    },
    close: () => {
      stopWatching()
      void Promise.allSettled(outstanding).then(() => {
        channel.close()
        snapshots.close()
        database.close()
      })
    },
  }
}
