import type { PlanId } from '../../shared/model/ids.ts'
import type { ChangeSet } from '../../shared/changes/fold.ts'
import { folderOfPlan } from '../../shared/copies/copy-name.ts'
import { isLogEntry, rowsOfCommit } from './commit-row.ts'
import { drawKey } from './draw-key.ts'
import { readBrought, readExchanges } from './exchange-log.ts'
import { done } from './failure.ts'
import { fillJournal } from './fill-journal.ts'
import { createFollowedLog } from './followed-log.ts'
import { inPauses } from './in-pauses.ts'
import { inTurn } from './in-turn.ts'
import { tidyJournal } from './mend-plan.ts'
import { createOtherWindows } from './other-windows.ts'
import { createPlanBackups } from './plan-backups.ts'
import { createPlanCopy } from './plan-copy.ts'
import { openPlanDatabase, planDatabaseName } from './plan-database.ts'
import type { StoragePlatform } from './platform.ts'
import { readReceived } from './received-log.ts'
import { proveLog } from './prove-log.ts'
import { createSnapshotStorage } from './snapshot-storage.ts'
import type { Commit, Mended, PlanStorage, Stored } from './storage.ts'
import { createUnderWay } from './under-way.ts'
import { createWindowMending } from './window-mending.ts'
import { writeCheckpoint } from './write-checkpoint.ts'

/** The storage of one plan in one window. */
export function createPlanStorage({ id, platform }: { readonly id: PlanId; readonly platform: StoragePlatform }): PlanStorage {
  const [name, folder] = [planDatabaseName(id), folderOfPlan(id)]
  const database = openPlanDatabase({ id, platform })
  const { match, ...snapshots } = createSnapshotStorage({ database, platform, name, folder })
  const log = createFollowedLog(platform)
  const { track, ended, settled } = createUnderWay()
  const run = inPauses(platform.pause)
  const backups = createPlanBackups({ copies: platform.copies, id, run })
  const copy = createPlanCopy({ folder, platform, isRemoved: database.isRemoved })
  const newestBackup = async (): Promise<ChangeSet | null> => {
    const newest = await backups.newestGood(platform.now())
    return newest.ok ? (newest.value?.file.set ?? null) : null
  }
  const mending = createWindowMending({ parts: { database, copy, platform, newestBackup }, log, tellOthers: () => others.tell() })
  const others = createOtherWindows({ name, database, log, platform, startAnew: mending.startAnew })

  const load: PlanStorage['load'] = async () => {
    const read = await mending.load()
    if (!read.ok) return read
    const { plan, mended, journalEnd, isJournalSpoilt } = read.value
    if (log.isAwaited()) void others.catchUp()
    if (isJournalSpoilt) void track(tidyJournal({ database, copy, platform }))
    else if (journalEnd !== null && journalEnd < plan.seen) void track(fillJournal({ database, copy, from: journalEnd, pause: platform.pause }))
    // what was put back is there when it is first asked for; else there is time
    const matching = track(match())
    if (mended !== null) await matching
    return { ok: true, value: plan.set }
  }

  const proveAll = async (): Promise<Stored<Mended | null>> => {
    const proven = await proveLog({ database, copy, platform, mend: mending.mendSuspect })
    if (proven.ok) await match(true)
    return proven
  }

  const append = async (commits: readonly Commit[]): Promise<Stored<undefined>> => {
    if (!commits.every(isLogEntry)) return { ok: false, failure: { kind: 'failed', message: 'InvalidChange' } }
    const rows = commits.flatMap((commit) => rowsOfCommit({ commit, group: drawKey(platform) }))
    if (rows.length === 0) return done
    log.expectOurs(rows)
    const add = (): Promise<Stored<readonly number[]>> => database.run(() => database.database.transaction('rw', database.commits, () => database.commits.bulkAdd(rows, { allKeys: true })))
    const first = await add()
    const added = !first.ok && first.failure.kind === 'damaged' && (await mending.mendInUse()) ? await add() : first
    if (!added.ok) return added
    const written = rows.map((row, index) => ({ ...row, seq: added.value[index] ?? 0 }))
    if (written[0]?.seq === (log.position()?.seen ?? 0) + 1) log.take(written)
    else void others.catchUp() // another window wrote in between
    others.tell({ seq: written.at(-1)?.seq })
    await copy.keep(written)
    return done
  }

  const checkpoint = inTurn(async (): Promise<Stored<undefined>> => {
    const caughtUp = await others.catchUp()
    const position = log.position()
    if (position === null || !caughtUp.ok) return caughtUp
    const attempt = await writeCheckpoint({ database, position, pause: platform.pause })
    if (!attempt.ok) return attempt
    if (attempt.value !== null) log.settle({ start: position.start, ...attempt.value })
    return done
  })

  return {
    load: () => track(load()),
    mended: mending.mended,
    onMended: mending.onMended,
    proveLog: () => track(proveAll()),
    copy,
    isRemoved: database.isRemoved,
    onRemoved: database.onRemoved,
    append: (commits) => track(append(commits)),
    subscribe: (listener) => {
      const stop = log.subscribe(listener)
      void others.catchUp()
      return stop
    },
    exchanges: () => track(readExchanges({ database, run })),
    broughtBy: (merge) => track(readBrought({ database, run, merge })),
    receivedSince: (since) => track(readReceived({ database, run, since })),
    checkpoint: () => track(checkpoint()),
    snapshots: { ...snapshots, keep: (snapshot) => track(snapshots.keep(snapshot)), remove: (digest) => track(snapshots.remove(digest)) },
    backups,
    settled,
    close: () => {
      others.stopWatching()
      void ended().then(() => {
        others.close()
        snapshots.close()
        database.close()
      })
    },
  }
}
