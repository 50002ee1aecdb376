import { backupName, compareBackups, isBeforeRisk, parseBackupName, shortDigest, type Backup, type BackupReason } from '../../shared/copies/backup-name.ts'
import { forgottenName } from '../../shared/copies/copy-limits.ts'
import { folderOfPlan } from '../../shared/copies/copy-name.ts'
import type { Copied, CopyFailure, CopyStore } from '../../shared/copies/copy-store.ts'
import { backupsToKeep } from '../../shared/copies/retention.ts'
import { statedDigest, type WrittenBackup } from '../../shared/copies/write-backup.ts'
import { finish, type Steps } from '../../shared/changes/steps.ts'
import { readPlanInSteps, type PlanFile } from '../../shared/file/read-plan-file.ts'
import type { PlanId } from '../../shared/model/ids.ts'

/** A backup in the list; `isDamaged` where it was read in this window and is not what was written, `isProven` where it is. */
export interface ListedBackup extends Backup {
  /** In bytes. */
  readonly size: number
  readonly isDamaged: boolean
  readonly isProven: boolean
}

/** A backup that was read, and proved to be what was written. */
export interface ProvenBackup {
  readonly backup: Backup
  readonly file: PlanFile
  readonly text: string
}

export type ReadBackup = { readonly ok: true; readonly value: ProvenBackup } | { readonly ok: false; readonly reason: CopyFailure | 'damaged' | 'gone' }

export interface MakeBackup {
  readonly written: WrittenBackup
  readonly reason: BackupReason
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The backups of one plan: plan files in its folder of the second copy. */
export interface PlanBackups {
  /** The newest first. */
  readonly list: () => Promise<Copied<readonly ListedBackup[]>>
  readonly read: (name: string) => Promise<ReadBackup>
  /** Writes one and reads it back; where the newest holds the same, that one is the answer and nothing is written. */
  readonly make: (backup: MakeBackup) => Promise<Copied<Backup>>
  /** Removes those that needn't be kept any longer; never before three different ones have proved good. Says how many went. */
  readonly prune: (now: number) => Promise<Copied<number>>
  /** Walks from the newest back until one proves good, those that a clock dated later than `now` last; null where none does. */
  readonly newestGood: (now: number) => Promise<Copied<ProvenBackup | null>>
}

interface BackupParts {
  readonly copies: CopyStore
  readonly id: PlanId
  /** Does the reading; at once where nothing is said. */
  readonly run?: <Result>(steps: Steps<Result>) => Promise<Result>
}

/** How many different ones have to prove good before any is removed. */
const goodBefore = 3
/** So many damaged ones are kept aside. */
const damagedKept = 3

export function createPlanBackups({ copies, id, run = (steps) => Promise.resolve(finish(steps)) }: BackupParts): PlanBackups {
  const folder = folderOfPlan(id)
  /** What was found of each that was read or written in this window. */
  const proofs = new Map<string, 'good' | 'damaged'>()

  const list: PlanBackups['list'] = async () => {
    const files = await copies.list(folder)
    if (!files.ok) return files
    const found = files.value.flatMap(({ name, size }): readonly ListedBackup[] => {
      const backup = parseBackupName(name)
      return backup === null ? [] : [{ ...backup, size, isDamaged: proofs.get(name) === 'damaged', isProven: proofs.get(name) === 'good' }]
    })
    return { ok: true, value: found.toSorted(compareBackups) }
  }

  const read: PlanBackups['read'] = async (name) => {
    const backup = parseBackupName(name)
    if (backup === null) return { ok: false, reason: 'gone' }
    const text = await copies.read({ folder, name })
    if (!text.ok) return text
    if (text.value === null) return { ok: false, reason: 'gone' }
    const file = await prove({ text: text.value, backup, id, run })
    proofs.set(name, file === null ? 'damaged' : 'good')
    return file === null ? { ok: false, reason: 'damaged' } : { ok: true, value: { backup, file, text: text.value } }
  }

  const isGood = async ({ name }: Backup): Promise<boolean> => {
    if (!proofs.has(name)) await read(name)
    return proofs.get(name) === 'good'
  }

  return {
    list,
    read,
    make: async ({ written: { text, goals, records, digest }, reason, at }) => {
      const files = await copies.list(folder)
      const isForgotten = files.ok && files.value.some(({ name: each }) => each === forgottenName)
      const there = await list()
      if (!there.ok) return there
      const newest = there.value.find((backup) => backup.at <= at)
      const isThere = newest?.digest === digest && (await isGood(newest))
      // one that was made by the clock would go within the hour
      const isEnough = !isBeforeRisk({ reason }) || (newest !== undefined && isBeforeRisk(newest))
      if (isThere && isEnough) return { ok: true, value: newest }
      const name = backupName({ at, reason, goals, records, digest })
      // a plan that is here again is not one of which nothing is wanted any more
      if (isForgotten) await copies.remove({ folder, name: forgottenName })
      const write = await copies.write({ folder, name, text })
      if (!write.ok) return write
      const back = await copies.read({ folder, name })
      if (!back.ok) return back
      const isSame = back.value === text
      proofs.set(name, isSame ? 'good' : 'damaged')
      const backup = parseBackupName(name)
      if (!isSame || backup === null) return { ok: false, reason: 'failed' }
      if (isThere) await copies.remove({ folder, name: newest.name }) // the new one stands for it
      return { ok: true, value: backup }
    },
    prune: async (now) => {
      const there = await list()
      if (!there.ok) return there
      const [damaged, whole] = [there.value.filter(({ isDamaged }) => isDamaged), there.value.filter(({ isDamaged }) => !isDamaged)]
      const keep = backupsToKeep({ backups: whole, now })
      const goes = [...whole.filter((backup) => !keep.has(backup)), ...damaged.slice(damagedKept)]
      if (goes.length === 0) return { ok: true, value: 0 }
      const good = new Set<string>()
      for (const backup of keep) {
        if (good.size >= goodBefore) break
        if (good.has(backup.digest)) continue
        // with this one damaged, others are to be kept; next time more is known
        if (!(await isGood(backup))) return { ok: true, value: 0 }
        good.add(backup.digest)
      }
      if (good.size < goodBefore) return { ok: true, value: 0 }
      for (const { name } of goes) {
        const removed = await copies.remove({ folder, name })
        if (!removed.ok) return removed
      }
      return { ok: true, value: goes.length }
    },
    newestGood: async (now) => {
      const there = await list()
      if (!there.ok) return there
      const [past, ahead] = [there.value.filter(({ at }) => at <= now), there.value.filter(({ at }) => at > now)]
      for (const { name } of [...past, ...ahead]) {
        const proven = await read(name)
        if (proven.ok) return proven
        if (proven.reason !== 'damaged' && proven.reason !== 'gone') return { ok: false, reason: proven.reason }
      }
      return { ok: true, value: null }
    },
  }
}

/** The file, where it is whole, of this plan, and what its name says. */
async function prove({ text, backup, id, run }: { readonly text: string; readonly backup: Backup } & Required<Pick<BackupParts, 'id' | 'run'>>): Promise<PlanFile | null> {
  // most damage shows at the end, long before all is parsed
  const stated = statedDigest(text)
  if (stated === null || shortDigest(stated) !== backup.digest) return null
  const read = await run(readPlanInSteps(text))
  return read.ok && read.file.byHand === null && read.file.planId === id ? read.file : null
}
