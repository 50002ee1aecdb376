import { recordIn } from '../../shared/changes/fold.ts'
import { winnerOf } from '../../shared/changes/folded-record.ts'
import { compareBackups, parseBackupName } from '../../shared/copies/backup-name.ts'
import { forgottenName, isForgotten } from '../../shared/copies/copy-limits.ts'
import { folderOfPlan, planOfFolder } from '../../shared/copies/copy-name.ts'
import type { CopyStore } from '../../shared/copies/copy-store.ts'
import type { Steps } from '../../shared/changes/steps.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import { createPlanBackups } from './plan-backups.ts'

/** A plan that was taken off this computer, of which backups are left. */
export interface RemovedPlan {
  readonly id: PlanId
  readonly title: string
  readonly startsOn: string
  readonly goals: number
  /** When the newest of them was made, in milliseconds since 1970. */
  readonly at: number
}

/** So long after a plan was taken off only its newest backups are kept: a quarter of a year. */
const fewAfterMs = 91 * 24 * 60 * 60_000
const fewKept = 3

interface RemovedPlans {
  readonly copies: CopyStore
  readonly run?: <Result>(steps: Steps<Result>) => Promise<Result>
}

/**
 * The plans that were taken off, the last one first. A folder with a journal belongs to a plan that is here, or was lost
 * and not taken off.
 */
export async function listRemovedPlans({ isHere, now, ...parts }: RemovedPlans & { readonly isHere: (id: PlanId) => boolean; readonly now: number }): Promise<readonly RemovedPlan[]> {
  const folders = await parts.copies.folders()
  const removed: RemovedPlan[] = []
  for (const folder of folders.ok ? folders.value : []) {
    const id = planOfFolder(folder)
    const plan = id === null || isHere(id) ? null : await removedPlanIn({ ...parts, folder, id })
    if (plan === null) continue
    removed.push(plan)
    if (plan.at + fewAfterMs < now) await keepFew({ ...parts, folder })
  }
  return removed.toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
}

async function removedPlanIn({ copies, run, folder, id }: RemovedPlans & { readonly folder: string; readonly id: PlanId }): Promise<RemovedPlan | null> {
  const files = await copies.list(folder)
  if (!files.ok || files.value.some(({ name }) => name.startsWith('journal-')) || !files.value.some(({ name }) => parseBackupName(name) !== null)) return null
  if (isForgotten(files.value.map(({ name }) => name))) {
    await forgetRemovedPlan({ copies, id }) // it was cut short
    return null
  }
  const good = await createPlanBackups({ copies, id, ...(run !== undefined && { run }) }).newestGood()
  if (!good.ok || good.value === null) return null
  const { backup, file } = good.value
  const record = recordIn(file.set, id)
  const [title, startsOn] = (['title', 'startsOn'] as const).map((field) => winnerOf(record, field)?.value)
  return { id, title: typeof title === 'string' ? title : '', startsOn: typeof startsOn === 'string' ? startsOn : '', goals: backup.goals, at: backup.at }
}

/** The newest are kept for as long as nobody removes them: a clock that is wrong costs only what is older. */
async function keepFew({ copies, folder }: { readonly copies: CopyStore; readonly folder: string }): Promise<void> {
  const files = await copies.list(folder)
  const backups = (files.ok ? files.value : []).flatMap(({ name }) => parseBackupName(name) ?? []).toSorted(compareBackups)
  for (const { name } of backups.slice(fewKept)) await copies.remove({ folder, name })
}

/** Removes all that is left of a plan that was taken off; false where some of it could not be. */
export async function forgetRemovedPlan({ copies, id }: { readonly copies: CopyStore; readonly id: PlanId }): Promise<boolean> {
  const folder = folderOfPlan(id)
  const files = await copies.list(folder)
  if (!files.ok || files.value.some(({ name }) => name.startsWith('journal-'))) return false
  if (!(await copies.write({ folder, name: forgottenName, text: '{}' })).ok) return false
  // the mark goes last: with it the others may
  const names = files.value.map(({ name }) => name).filter((name) => name !== forgottenName)
  for (const name of [...names, forgottenName]) if (!(await copies.remove({ folder, name })).ok) return false
  return true
}
