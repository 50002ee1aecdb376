import { compareBackups, parseBackupName, shortDigest, type Backup } from '../../shared/copies/backup-name.ts'
import { forgottenName, isForgotten } from '../../shared/copies/copy-limits.ts'
import { folderOfPlan, isJournalFile, planOfFolder } from '../../shared/copies/copy-name.ts'
import type { CopyStore } from '../../shared/copies/copy-store.ts'
import { readRemovalNote, removedName, writeRemovalNote, type RemovalNote, type RemovedPlan } from '../../shared/copies/removed-plan.ts'
import { statedDigest } from '../../shared/copies/write-backup.ts'
import type { Steps } from '../../shared/changes/steps.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import { statedPlan } from '../../shared/plan/stated-plan.ts'
import { createPlanBackups } from './plan-backups.ts'

/** So long after a plan was removed only its newest backups are kept: a quarter of a year. */
const fewAfterMs = 91 * 24 * 60 * 60_000
const fewKept = 3
/** In bytes: what a backup ends with, its digest, fits in. */
const endOfBackup = 200

interface RemovedPlans {
  readonly copies: CopyStore
  /** Milliseconds since 1970. */
  readonly now: number
  readonly run?: <Result>(steps: Steps<Result>) => Promise<Result>
}

/** The folder of a plan that isn't here, and has no journal: that would be one of a plan that was lost and not removed. */
interface RemovedFolder {
  readonly id: PlanId
  readonly folder: string
  readonly names: readonly string[]
  /** The newest first. */
  readonly backups: readonly Backup[]
}

/** The plans that were removed, the last one first. */
export async function listRemovedPlans({ isHere, ...parts }: RemovedPlans & { readonly isHere: (id: PlanId) => boolean }): Promise<readonly RemovedPlan[]> {
  const removed: RemovedPlan[] = []
  for await (const folder of foldersLeft({ ...parts, isHere })) {
    const plan = isForgotten(folder.names) ? null : ((await notedPlan(parts, folder)) ?? (await readPlan(parts, folder)))
    if (plan !== null) removed.push(plan)
  }
  return removed.toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
}

/** Notes what a plan is that is being removed; without it that is read from its newest backup. */
export async function noteRemoval({ copies, id, ...note }: RemovalNote & Pick<RemovedPlans, 'copies'> & { readonly id: PlanId }): Promise<void> {
  await copies.write({ folder: folderOfPlan(id), name: removedName, text: writeRemovalNote(note) })
}

/** Goes on where a plan was removed for good and that was cut short, and keeps but the newest backups of one that is gone for long. */
export async function tidyRemovedPlans({ copies, isHere, now }: Pick<RemovedPlans, 'copies'> & { readonly isHere: (id: PlanId) => boolean; readonly now: number }): Promise<void> {
  for await (const { id, folder, names, backups } of foldersLeft({ copies, isHere })) {
    if (isForgotten(names)) await forgetRemovedPlan({ copies, id })
    // the newest are kept for as long as nobody removes them: a clock that is wrong costs only what is older
    else if ((backups[0]?.at ?? now) + fewAfterMs < now) for (const { name } of backups.slice(fewKept)) await copies.remove({ folder, name })
  }
}

/** Removes all that is left of a plan that was removed; false where some of it could not be. */
export async function forgetRemovedPlan({ copies, id }: { readonly copies: CopyStore; readonly id: PlanId }): Promise<boolean> {
  const folder = folderOfPlan(id)
  const files = await copies.list(folder)
  if (!files.ok || files.value.some(({ name }) => isJournalFile(name))) return false
  if (!(await copies.write({ folder, name: forgottenName, text: '{}' })).ok) return false
  // the mark goes last: with it the others may
  const names = files.value.map(({ name }) => name).filter((name) => name !== forgottenName)
  for (const name of [...names, forgottenName]) if (!(await copies.remove({ folder, name })).ok) return false
  return true
}

async function* foldersLeft({ copies, isHere }: Pick<RemovedPlans, 'copies'> & { readonly isHere: (id: PlanId) => boolean }): AsyncGenerator<RemovedFolder> {
  const folders = await copies.folders()
  for (const folder of folders.ok ? folders.value : []) {
    const id = planOfFolder(folder)
    const files = id === null || isHere(id) ? null : await copies.list(folder)
    const names = files?.ok === true ? files.value.map(({ name }) => name) : []
    if (id !== null && names.length > 0 && !names.some(isJournalFile)) {
      yield { id, folder, names, backups: names.flatMap((name) => parseBackupName(name) ?? []).toSorted(compareBackups) }
    }
  }
}

/** As it was noted of the backup made at the removal, where that ends as it was written: most damage shows there. Else null. */
async function notedPlan({ copies }: RemovedPlans, { id, folder, names, backups }: RemovedFolder): Promise<RemovedPlan | null> {
  if (!names.includes(removedName)) return null
  const noted = await copies.read({ folder, name: removedName })
  const note = noted.ok && noted.value !== null ? readRemovalNote(noted.value) : null
  const backup = backups.find(({ name }) => name === note?.backup)
  if (note === null || backup === undefined) return null
  const end = await copies.read({ folder, name: backup.name, lastBytes: endOfBackup })
  const stated = end.ok && end.value !== null ? statedDigest(end.value) : null
  if (stated === null || shortDigest(stated) !== backup.digest) return null
  return { id, title: note.title, year: note.year, goals: backup.goals, at: backup.at }
}

/** As its newest good backup says; null where there is none. */
async function readPlan({ copies, now, run }: RemovedPlans, { id, backups }: RemovedFolder): Promise<RemovedPlan | null> {
  if (backups.length === 0) return null
  const good = await createPlanBackups({ copies, id, ...(run !== undefined && { run }) }).newestGood(now)
  if (!good.ok || good.value === null) return null
  const { backup, file } = good.value
  const { title, year } = statedPlan(file.set, id)
  return { id, title, year, goals: backup.goals, at: backup.at }
}
